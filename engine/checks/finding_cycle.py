"""**No finding depends on itself, through `when` or `unless`, directly or by way of others.**"""

from collections.abc import Iterator

from milepost.engine.model.condition import tests
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position
from milepost.engine.model.rule import Rule
from milepost.engine.model.strata import cycles


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for cycle in cycles(kb.findings, kb.rules.values()):
        names = [name for name, _ in cycle]
        chain = " -> ".join(f"`{name}`" for name in (*names, names[0]))
        rules = ", ".join(f"`{rule.id}`" for _, rule in cycle)
        at = _test_on(names[1 % len(names)], cycle[0][1])
        yield Fault(
            at,
            f"these findings depend on each other in a circle: {chain}",
            f"the rules on it: {rules}; let one of them look at something else",
        )


def _test_on(fact: str, rule: Rule) -> Position:
    return next(test.at for condition in (rule.when, *rule.unless) for test in tests(condition) if test.fact == fact)
