"""The same answers give the same step and the same lines on the pages as in a consultation without them."""

import re

import pytest

from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import FIRST
from tests.examples import covering, options_and_values, shipped_base
from tests.tiers import sampled

# Every option is chosen on a page in one of these, and every step comes out. That each line a page shows is one of the
# consultation, and each of the consultation is shown, is tried of every example in test_same_words.py.
EXAMPLES = covering(shipped_base(), options_and_values)


def on_the_page(page: str, base) -> dict[str, set[str]]:
    """The ids of the step, and of all lines of advice."""
    told = set(re.findall(r'data-line="([\w-]+)"', page))
    return {"step": set(re.findall(r'data-step="(\w+)"', page)), "lines": told & base.advice.keys()}


def in_a_consultation(knowledge, sheet: Sheet) -> dict[str, set[str]]:
    consultation = knowledge.consulted(sheet)
    return {"step": {consultation.step.key}, "lines": set(consultation.told)}


@pytest.mark.parametrize("id", sampled(EXAMPLES, 10))
def test_walked_through_question_by_question(asked, knowledge, base, id):
    keys = asked.answer_all(base.examples[id].answers)
    sheet, found = asked.visit.conversation.sheet, on_the_page(asked.page("/step"), base)
    assert keys == [key for key in sheet.answers if base.questions[key].asked != FIRST]
    assert found["step"] == {base.examples[id].step} and found == in_a_consultation(knowledge, sheet)
