"""Stratification: the order in which findings can be settled.

A finding depends on every finding that its rules look at, in `when` or in `unless`. Sorted so that each comes after all
it depends on, the meaning of the rules does not hang on the order in which they fire (stratified negation: Apt, Blair
and Walker, 1988).
"""

from collections.abc import Iterable, Mapping

from engine.model.condition import tests
from engine.model.finding import Finding
from engine.model.rule import Rule


def dependencies(findings: Mapping[str, Finding], rules: Iterable[Rule]) -> dict[str, dict[str, list[Rule]]]:
    """For each finding, the findings it looks at, each with the rules that do."""
    found: dict[str, dict[str, list[Rule]]] = {key: {} for key in findings}
    for rule in rules:
        if rule.finding not in findings:
            continue
        for condition in (rule.when, *rule.unless):
            for test in tests(condition):
                if test.fact in findings:
                    looked_at = found[rule.finding].setdefault(test.fact, [])
                    if rule not in looked_at:
                        looked_at.append(rule)
    return found


def stratified(findings: Mapping[str, Finding], rules: Iterable[Rule]) -> list[str]:
    """The findings, each after all it depends on, otherwise as written; where there is a cycle, an order all the same."""
    below = dependencies(findings, rules)
    placed: dict[str, None] = {}

    def place(key: str, path: tuple[str, ...]) -> None:
        for other in below[key]:
            if other not in placed and other not in path:
                place(other, (*path, other))
        placed.setdefault(key)

    for key in findings:
        place(key, (key,))
    return list(placed)


def cycles(findings: Mapping[str, Finding], rules: Iterable[Rule]) -> list[list[tuple[str, Rule]]]:
    """Each cycle once, as (finding, the rule by which it looks at the next one) pairs."""
    below = dependencies(findings, rules)
    found: list[list[tuple[str, Rule]]] = []
    done: set[str] = set()

    def visit(key: str, path: list[tuple[str, Rule]]) -> None:
        names = [name for name, _ in path]
        if key in names:
            cycle = path[names.index(key) :]
            if not any({n for n, _ in cycle} == {n for n, _ in other} for other in found):
                found.append(cycle)
            return
        if key in done:
            return
        for other, why in below[key].items():
            visit(other, [*path, (key, why[0])])
        done.add(key)

    for key in findings:
        visit(key, [])
    return found
