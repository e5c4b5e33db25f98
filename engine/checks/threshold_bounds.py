"""**Every threshold lies inside the bounds of its number, so that the test can both hold and fail.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test
from milepost.engine.meaning.operators import OPERATORS
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for where, _, test in every_test(kb):
        yield from check_threshold(kb, where, test)


def check_threshold(kb: KnowledgeBase, where: str, test: Test) -> Iterator[Fault]:
    """The fault of one test, if it has one; `where` names the entry it stands in."""
    question = kb.questions.get(test.fact)
    if question is None or question.type != "number" or question.maximum <= question.minimum:
        return  # no number, or a question that is at fault itself
    for cut in OPERATORS[test.operator].cuts(test.values):
        if not question.minimum < cut <= question.maximum:
            written = test.values[0]
            shift = cut - written  # as of a test that holds up to its number, and is cut above it
            low, high = question.minimum, question.maximum
            yield Fault(
                test.at,
                f"the threshold {written} in {where} is outside `{test.fact}`, which goes from {low} to {high}",
                f"name a number above {low - shift} and up to {high - shift}",
            )
