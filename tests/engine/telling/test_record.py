"""The record of a recommendation: JSON-ready, and all that is told is in it."""

import datetime
import json

import pytest

from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling.countries import reachable
from milepost.engine.telling.record import record
from tests.examples import shipped_base

EXAMPLES = sorted(shipped_base().examples)[::7]
LATE = datetime.date(2040, 1, 1)


@pytest.fixture(scope="module")
def explained(consultations, explanations):
    """Each of some examples with its consultation and explanation."""
    return {id: (consultations[id], explanations[id]) for id in EXAMPLES}


@pytest.mark.parametrize("id", EXAMPLES)
def test_it_is_ready_for_json(explained, id):
    told = record(*explained[id])
    assert json.loads(json.dumps(told)) == told
    assert told["schema"] == "milepost.recommendation/5"


def test_what_was_checked_long_ago_is_in_it(explained):
    def old(*today) -> bool:
        return any(section["key"] == "old" for section in record(*explained[EXAMPLES[0]], *today)["screen"])

    assert old(LATE) and not old(datetime.date(2026, 11, 23)) and not old()


def test_the_day_to_look_again_is_counted_from_today(explained):
    days = {id: c.look_again for id, (c, _) in explained.items()}
    assert any(days.values()) and not all(days.values())
    for id, (consultation, explanation) in explained.items():
        step = record(consultation, explanation, LATE)["step"]
        on = LATE + datetime.timedelta(days[id]) if days[id] else None
        assert step["look_again"] == (on.isoformat() if on else None)


def test_days_already_done_are_taken_off(base, consultations):
    """The pause is counted on from the longest quiet time, for whom it is quiet now; where all is done, no day is named."""
    left = {
        (whole, done, consultation.look_again)
        for consultation in consultations.values()
        if consultation.step.days_done
        for whole in [consultation.step.look_again[consultation.findings[consultation.step.how_long_finding]]]
        for done in [
            consultation.sheet.answers.get(consultation.step.days_done)
            if consultation.findings["quiet_now"] == "quiet"
            else None
        ]
    }
    assert all(
        days == ((whole - done if whole > done else None) if isinstance(done, int) else whole)
        for whole, done, days in left
    )
    assert any(isinstance(done, int) and days and days < whole for whole, done, days in left)


def test_whoever_still_writes_begins_to_count_today(consultations):
    writing = [
        consultation
        for consultation in consultations.values()
        if consultation.step.key == "pause" and consultation.sheet.answers.get("contact_now") == "i_write"
    ]
    assert writing and all(consultation.look_again in consultation.step.look_again.values() for consultation in writing)


def test_answers_are_told_as_they_stand(base, explained):
    for id, (consultation, explanation) in explained.items():
        told = record(consultation, explanation)
        assert set(told["answers"]) == set(base.examples[id].answers)
        assert told["deciding"] == list(explanation.deciding)


def test_the_answers_of_a_record_are_a_sheet_with_the_same_record(consultant, explainer, explained):
    consultation, explanation = explained[EXAMPLES[1]]
    told = record(consultation, explanation)
    again = consultant.consult(
        Sheet({key: tuple(given) if isinstance(given, list) else given for key, given in told["answers"].items()})
    )
    assert record(again, explainer.explain(again)) == told


def test_numbers_are_in_it_only_where_somebody_may_need_them(base, explained):
    for consultation, explanation in explained.values():
        told = record(consultation, explanation, countries=reachable(base.countries, "IE"))
        called_for = bool(consultation.lines("help")) or told["step"]["ends_interview"]
        assert [country["country"] for country in told["people"]] == (["IE", "INT"] if called_for else [])
