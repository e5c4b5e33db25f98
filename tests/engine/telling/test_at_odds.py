"""Answers that do not fit: told beside the recommendation, with the answers meant, and nothing is concluded from them."""

import datetime

import msgspec
import pytest

from milepost.engine.consulting.consult import Consultant
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import tests as every_test
from milepost.engine.telling.review import overdue
from milepost.engine.telling.tell import tell
from tests.examples import shipped_base
from tests.sheets import ways

ENTRIES = list(shipped_base().at_odds)
each = pytest.mark.parametrize("id", ENTRIES)


def told(consultant: Consultant, answers: dict) -> list[str]:
    return [misfit.entry.id for misfit in consultant.consult(Sheet(answers)).misfits]


@pytest.fixture(scope="module")
def consultant_without(base):
    """The same, of a knowledge base without these entries."""
    return Consultant(msgspec.structs.replace(base, at_odds={}))


def test_there_are_some(base):
    assert 6 <= len(base.at_odds) <= 14


@each
def test_every_entry_comes_about_in_each_of_its_ways(base, consultant, id):
    for answers in ways(base, base.at_odds[id].when):
        (misfit,) = [found for found in consultant.consult(Sheet(answers)).misfits if found.entry.id == id]
        assert set(misfit.questions) == set(answers)


@each
def test_it_takes_all_the_answers_to_be_at_odds(base, consultant, id):
    for answers in ways(base, base.at_odds[id].when):
        for key in answers:
            assert id not in told(consultant, {k: given for k, given in answers.items() if k != key})
            assert id not in told(consultant, {**answers, key: "not_sure"})


@each
def test_nothing_is_concluded_from_it(base, consultant, consultant_without, id):
    for answers in ways(base, base.at_odds[id].when):
        with_it, without = (each.consult(Sheet(answers)) for each in (consultant, consultant_without))
        assert (with_it.conclusion, with_it.firings) == (without.conclusion, without.firings)


def test_nothing_is_asked_for_it(base, interview):
    without = Interview(msgspec.structs.replace(base, at_odds={}))
    for entry in base.at_odds.values():
        for answers in ways(base, entry.when):
            asked, before = ([q.key for q in i.perhaps_deciding(Sheet(answers))] for i in (interview, without))
            assert asked == before
    looked_at = {test.fact for entry in base.at_odds.values() for test in every_test(entry.when)}
    assert looked_at <= {
        test.fact
        for e in (*base.rules.values(), *base.advice.values())
        for part in (e.when, *e.unless)
        for test in every_test(part)
    }


@each
def test_it_says_what_was_made_of_it_and_asks_for_no_contact(base, id):
    say = base.at_odds[id].say
    assert "We took both as you said them." in say or "We took the more careful one, " in say
    assert not any(word in say.lower() for word in ("write to", "call them", "ask them", "tell them", "meet them"))


@each
def test_a_person_reads_it_in_view_and_the_answers_in_the_row_about_why(base, consultant, id):
    consultation = consultant.consult(Sheet(ways(base, base.at_odds[id].when)[0]))
    telling = tell(consultation, today=datetime.date(2026, 12, 1))
    if consultation.step.ends_interview:
        assert telling.section("at_odds") is None, "nothing stands beside help"
        return
    assert base.at_odds[id].say in [item.say for item in telling.section("at_odds").items]
    (answers,) = [section for section in telling.row("why").sections if section.key == "at_odds"]
    put = {test.fact for test in every_test(base.at_odds[id].when) if test.fact in consultation.sheet.answers}
    assert put <= {item.id for item in answers.items}


def test_where_all_fits_nothing_is_said_of_it(base, consultant):
    example = next(e for e in base.examples.values() if not told(consultant, e.answers))
    telling = tell(consultant.consult(Sheet(example.answers)))
    assert telling.section("at_odds") is None and "do not fit" not in str(telling)


def test_when_it_was_reviewed_counts_too(base):
    old = {id: msgspec.structs.replace(entry, reviewed="2001-01-01") for id, entry in base.at_odds.items()}
    kb = msgspec.structs.replace(base, at_odds=old)
    consultation = Consultant(kb).consult(Sheet(ways(kb, kb.at_odds[ENTRIES[0]].when)[0]))
    assert "2001-01-01" in overdue(consultation, datetime.date(2026, 12, 1))
