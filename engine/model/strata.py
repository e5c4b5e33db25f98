"""Stratification: the order in which findings can be settled.

A finding depends on every finding that its rules look at, in `when` or in `unless`. Sorted so that each comes after all
it depends on, the meaning of the rules does not hang on the order in which they fire (stratified negation: Apt, Blair
and Walker, 1988).
"""

from collections.abc import Iterable, Mapping

from milepost.engine.model.circles import circles
from milepost.engine.model.condition import tests
from milepost.engine.model.finding import Finding
from milepost.engine.model.rule import Rule


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
    """The findings, each after all it depends on, otherwise as written; with a cycle, an order all the same."""
    below = dependencies(findings, rules)
    placed: dict[str, None] = {}
    waiting = list(findings)
    while waiting:
        key = next((k for k in waiting if all(other in placed for other in below[k])), waiting[0])
        placed[key] = None
        waiting.remove(key)
    return list(placed)


def cycles(findings: Mapping[str, Finding], rules: Iterable[Rule]) -> list[list[tuple[str, Rule]]]:
    """Each cycle once, as (finding, the rule by which it looks at the next one) pairs."""
    below = dependencies(findings, rules)
    found = circles({key: list(others) for key, others in below.items()})
    return [
        [(key, below[key][other][0]) for key, other in zip(names, [*names[1:], names[0]], strict=True)]
        for names in found
    ]
