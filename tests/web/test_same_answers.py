"""Every example, walked through the pages, ends in the same step, do's and don'ts as the record says."""

import re

import pytest

import kb as shipped
from engine.consultation.sheet import Sheet
from engine.language.read import read
from engine.telling.record import record
from tests.web.person import section

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)
PARTS = 16


@pytest.fixture(scope="module")
def reached():
    """Where answers given so far have led before: the same beginning is walked once."""
    return {}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_pages_say_what_the_record_says(person, knowledge, base, reached, part):
    wrong = []
    for id in EXAMPLES[part::PARTS]:
        answers = base.examples[id].answers
        walk(person, answers, reached)
        page = person.page("/step")
        consultation = knowledge.consulted(Sheet(answers))
        told = record(consultation, knowledge.explained(consultation))
        found = [re.search(r'data-step="(\w+)"', page)[1]]
        wanted = [told["step"]["id"]]
        for kind in ("do", "dont"):
            found.append(sorted(re.findall(r'data-line="(\w+)"', section(page, kind))))
            wanted.append(sorted(line["id"] for line in told[kind]))
        if found != wanted or wanted[0] != base.examples[id].step:
            wrong.append((id, found, wanted))
    assert wrong == []


def walk(person, answers, reached) -> None:
    """Answers every question of the pages as an example does, the extra ones too, up to the review or the step."""
    person.post("/begin", target="plain")
    person.post("/again")
    address = "/q/1"
    while True:
        visit = person.visit
        if address == "/check" and visit.conversation.waiting():
            address = person.post("/more").headers["Location"]
        if not address.startswith("/q/"):
            return
        visit, question = person.visit, person.visit.conversation.question
        given = answers.get(question.key, "not_sure")
        state = (visit.conversation.wanted, question.key, given, tuple(visit.conversation.sheet.answers.items()))
        if state not in reached:
            reached[state] = person.answer(address, question.key, given), person.visit.conversation
        address, visit.conversation = reached[state]
