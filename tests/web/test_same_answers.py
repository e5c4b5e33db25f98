"""The same answers give the same step and the same lines on the pages as in a consultation without them."""

import datetime
import re

import pytest

from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import FIRST, NONE, NOT_SURE, RATHER_NOT_SAY
from milepost.web.answering import sent_for, understood
from tests.examples import covering, shipped_base
from tests.tiers import sampled


def questions_and_values(example, found):
    """Each question that an example answers, and the step and values it comes to."""
    return (*example.answers, found.step, *found.findings.items())


# Every question is answered on a page in one of these, and every step comes out; each option is understood by the test
# below. That each line a page shows is one of the consultation, and each of the consultation is shown, is tried of every
# example in test_same_words.py.
EXAMPLES = covering(shipped_base(), questions_and_values)


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


def test_what_a_page_shows_as_given_is_understood_as_given(base):
    """Each option alone, all that can be ticked together, and what is not known."""
    for question in base.questions.values():
        options = tuple(question.options)
        if question.type == "number":
            answers = [question.minimum, question.maximum]
        elif question.type == "many":
            answers = [options, (*options[:1], NOT_SURE), *((option,) for option in options)]
            answers += [] if question.is_open else [(NONE,)]
        else:
            answers = list(options)
        for answer in (*answers, NOT_SURE, RATHER_NOT_SAY):
            assert understood(question, sent_for(question, answer), datetime.date(2027, 1, 15)) == answer, question.key
