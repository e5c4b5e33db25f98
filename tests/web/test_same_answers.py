"""The same answers give the same step and the same lines on the pages as in the record."""

import re

import pytest

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import FIRST
from milepost.engine.telling.record import record

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)


def on_the_page(page: str, base) -> dict[str, set[str]]:
    """The ids of the step, and of all lines of advice."""
    told = set(re.findall(r'data-line="([\w-]+)"', page))
    return {"step": set(re.findall(r'data-step="(\w+)"', page)), "lines": told & base.advice.keys()}


def in_the_record(knowledge, sheet: Sheet) -> dict[str, set[str]]:
    consultation = knowledge.consulted(sheet)
    told = record(consultation, knowledge.milepost.explain(consultation))
    return {"step": {told["step"]["id"]}, "lines": set(consultation.told)}


@pytest.mark.parametrize("id", EXAMPLES)
def test_walked_through_question_by_question(asked, knowledge, base, id):
    keys = asked.answer_all(base.examples[id].answers)
    sheet, found = asked.visit.conversation.sheet, on_the_page(asked.page("/step"), base)
    assert keys == [key for key in sheet.answers if base.questions[key].asked != FIRST]
    assert found["step"] == {base.examples[id].step} and found == in_the_record(knowledge, sheet)
