"""**No rule looks at the step; only advice does.**"""

from collections.abc import Iterator

from engine.faults import Fault
from engine.lints.conditions import every_test
from engine.model.knowledge_base import KnowledgeBase
from engine.model.rule import Rule
from engine.model.step import STEP


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for where, entry, test in every_test(kb):
        if test.fact == STEP and isinstance(entry, Rule):
            yield Fault(test.at, f"{where} looks at the step", "only advice may; look at the findings that lead to the step")
