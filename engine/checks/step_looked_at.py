"""**No rule looks at the step; only advice does.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for where, entry, test in every_test(kb):
        if test.fact == STEP and isinstance(entry, Rule):
            yield Fault(
                test.at, f"{where} looks at the step", "only advice may; look at the findings that lead to the step"
            )
