"""**Every threshold lies inside the bounds of its number, so that the test can both hold and fail.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for where, _, test in every_test(kb):
        yield from check_threshold(kb, where, test)


def check_threshold(kb: KnowledgeBase, where: str, test: Test) -> Iterator[Fault]:
    """The fault of one test, if it has one; `where` names the entry it stands in."""
    question = kb.questions.get(test.fact)
    if question is None or question.type != "number" or test.operator not in ("at_least", "below"):
        return
    if question.maximum <= question.minimum:  # the question is at fault itself
        return
    if not question.minimum < test.values[0] <= question.maximum:
        yield Fault(
            test.at,
            f"the threshold {test.values[0]} in {where} is outside `{test.fact}`, which goes from {question.minimum} to {question.maximum}",
            f"name a number above {question.minimum} and up to {question.maximum}",
        )
