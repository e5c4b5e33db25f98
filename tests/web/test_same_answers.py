"""The same answers give the same step, do's and don'ts on the pages as in the record."""

import re

import pytest

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import FIRST
from milepost.engine.telling.record import record
from tests.web.person import section

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)


def on_the_page(page: str) -> dict[str, list[str]]:
    """The ids of the step, the do's and the don'ts."""
    lines = {kind: sorted(re.findall(r'data-line="([\w-]+)"', section(page, kind))) for kind in ("do", "dont")}
    return {"step": re.findall(r'data-step="(\w+)"', page), **lines}


def in_the_record(knowledge, sheet: Sheet) -> dict[str, list[str]]:
    consultation = knowledge.consulted(sheet)
    told = record(consultation, knowledge.milepost.explain(consultation))
    return {
        "step": [told["step"]["id"]],
        **{kind: sorted(line["id"] for line in told[kind]) for kind in ("do", "dont")},
    }


@pytest.mark.parametrize("id", EXAMPLES)
def test_walked_through_question_by_question(asked, knowledge, base, id):
    keys = asked.answer_all(base.examples[id].answers)
    sheet, found = asked.visit.conversation.sheet, on_the_page(asked.page("/step"))
    assert keys == [key for key in sheet.answers if base.questions[key].asked != FIRST]
    assert found["step"] == [base.examples[id].step] and found == in_the_record(knowledge, sheet)
