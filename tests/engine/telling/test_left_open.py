"""What is said of answers that were left open holds, also where an answer could lead to waiting or letting go."""

import pytest

from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.step import contact_degree
from milepost.engine.telling.rows import change


@pytest.mark.parametrize(
    "id", ["hopes-weighed-with-open-eyes", "their-mood-left-open", "quarrel-not-sure-what-lies-beneath"]
)
def test_left_open_leads_to_no_more_contact_than_an_answer_could(base, opened, id):
    sheet = Sheet(base.examples[id].answers)
    consultation = opened.consult(sheet)
    told = {section.key: section for section in change(consultation, opened.explain(consultation))}["left_open"]
    assert told.items and "no more contact than your answers could" in told.lead
    for key in (item.id for item in told.items):
        known = known_answers(base, base.questions[key])
        steps = [opened.consult(sheet.with_answer(key, answer)).step for answer in known]
        assert contact_degree(consultation.step.contact) <= max(contact_degree(step.contact) for step in steps)
