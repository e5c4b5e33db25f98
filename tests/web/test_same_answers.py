"""The same answers give the same step, do's and don'ts on the pages as in the record."""

import re

import pytest

import kb as shipped
from engine.consultation.conversation import Conversation
from engine.consultation.interview import Replay
from engine.consultation.sheet import Sheet
from engine.language.read import read
from engine.telling.record import record
from tests.web.person import section

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)
# Question by question takes a second each, so it is done for some examples; the rest come in with their answers given.
WALKED, GIVEN = EXAMPLES[::60], EXAMPLES[1::6]


def on_the_page(page: str) -> dict[str, list[str]]:
    """The ids of the step, the do's and the don'ts."""
    lines = {kind: sorted(re.findall(r'data-line="([\w-]+)"', section(page, kind))) for kind in ("do", "dont")}
    return {"step": re.findall(r'data-step="(\w+)"', page), **lines}


def in_the_record(knowledge, sheet: Sheet) -> dict[str, list[str]]:
    consultation = knowledge.consulted(sheet)
    told = record(consultation, knowledge.explained(consultation))
    return {"step": [told["step"]["id"]], **{kind: sorted(line["id"] for line in told[kind]) for kind in ("do", "dont")}}


@pytest.mark.parametrize("id", WALKED)
def test_walked_through_question_by_question(asked, knowledge, base, id):
    keys = asked.answer_all(base.examples[id].answers)
    sheet, found = asked.visit.conversation.sheet, on_the_page(asked.page("/step"))
    assert keys == list(sheet.answers)
    assert found["step"] == [base.examples[id].step] and found == in_the_record(knowledge, sheet)


@pytest.mark.parametrize("id", GIVEN)
def test_with_every_answer_given(asked, knowledge, base, id):
    sheet = Sheet(base.examples[id].answers)
    asked.visit.conversation = Conversation(knowledge.interview, Replay(tuple(sheet.answers), len(sheet.answers), None, sheet, ()), len(sheet.answers))
    found = on_the_page(asked.page("/step"))
    assert found["step"] == [base.examples[id].step] and found == in_the_record(knowledge, sheet)
