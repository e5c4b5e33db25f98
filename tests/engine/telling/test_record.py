"""The record of a recommendation: JSON-ready, and all that the text says is in it."""

import datetime
import json
import re

import pytest

from milepost import kb as shipped
from milepost.cli.terminal.helplines import reachable
from milepost.cli.terminal.recommendation import Page, opening, the_rest
from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling.record import record

EXAMPLES = sorted(read(shipped.FOLDER, outcomes=False).examples)[::7]
LATE = datetime.date(2040, 1, 1)
# The words between, which the text alone has: headings, joints, and what it says of itself.
FRAME = {
    "your next step", "two answers that do not fit", "how long", "come back", "further on", "do", "don't", "for", "against", "good to know", "why", "what would change it", "then", "(in your hands)",
    "(with time)", "(theirs to decide)", "nothing that can change would give another step for now", "what you left open", "we took the safer road there",
    "knowing it could lead to", "other steps we looked at", "something spoke for these too", "your next step comes before them", "where sources disagree",
    "you asked", "today", "you could say", "the next moment",
    "we follow", "what research says", "people who can help", "in any country", "some of this was last checked over a year ago", "take it with care",
    "nothing here fits you", "you know your life best", "talk to a person you trust", "talk to a person you trust, or to one of the people above",
    "`milepost help-now` lists people you can call", "no rule spoke for another step", "so this one is left", "talk it through with somebody",
}  # fmt: skip
JOINTS = re.compile(r'(?<=[.?!:;])\s|(?<=You could say) to |(?<=[)]) and |, on (?=20)|\s?"')
# How helplines are said: where to call, what each line is for, and when it was seen.
HELPLINES = re.compile("emergency in |for |call |text |chat |seen ")


@pytest.fixture(scope="module")
def explained(consultations, explainer):
    """Each of some examples with its consultation and explanation."""
    return {id: (consultations[id], explainer.explain(consultations[id])) for id in EXAMPLES}


def texts(part) -> list[str]:
    """Every text in plain data."""
    if isinstance(part, dict):
        return [text for value in part.values() for text in texts(value)]
    if isinstance(part, list):
        return [text for value in part for text in texts(value)]
    return [part] if isinstance(part, str) else []


@pytest.mark.parametrize("id", EXAMPLES)
def test_it_is_ready_for_json(explained, id):
    told = record(*explained[id])
    assert json.loads(json.dumps(told)) == told
    assert told["schema"] == "milepost.recommendation/3"


@pytest.mark.parametrize("id", EXAMPLES)
def test_all_that_the_text_says_is_in_it(base, explained, id):
    consultation, explanation = explained[id]
    country = base.countries["IE"]
    told = " ".join(" ".join(texts(record(consultation, explanation, LATE, reachable(base, country)))).split()).lower()
    page = Page(10_000, LATE, country, everything=True)
    shown = f"{opening(consultation, page)}\n\n{the_rest(consultation, page, explanation)}"
    said = [
        part.strip().rstrip(".:;?").lower()
        for line in shown.splitlines()
        for part in JOINTS.split(line.strip().removeprefix("- "))
    ]
    assert [part for part in said if part not in told and part not in FRAME and not HELPLINES.match(part)] == []


def test_what_was_checked_long_ago_is_in_it(explained):
    consultation, explanation = explained[EXAMPLES[0]]
    assert record(consultation, explanation, LATE)["overdue"]
    assert record(consultation, explanation, datetime.date(2026, 11, 23))["overdue"] == []
    assert record(consultation, explanation)["overdue"] == []


def test_answers_are_told_as_they_stand_and_in_words(base, explained):
    for id, (consultation, explanation) in explained.items():
        told = record(consultation, explanation)
        assert set(told["answers"]) == set(base.examples[id].answers)
        for given in told["deciding"]["answers"]:
            assert given["ask"] == base.questions[given["question"]].ask
            assert given["answer"] == told["answers"][given["question"]]
            assert given["said"]


def test_the_answers_of_a_record_are_a_sheet_with_the_same_record(consultant, explainer, explained):
    consultation, explanation = explained[EXAMPLES[1]]
    told = record(consultation, explanation)
    again = consultant.consult(
        Sheet({key: tuple(given) if isinstance(given, list) else given for key, given in told["answers"].items()})
    )
    assert record(again, explainer.explain(again)) == told


def test_numbers_are_in_it_only_where_somebody_may_need_them(base, explained):
    for consultation, explanation in explained.values():
        told = record(consultation, explanation, countries=reachable(base, base.countries["IE"]))
        called_for = bool(told["help"]) or told["step"]["ends_interview"]
        assert [country["country"] for country in told["people"]] == (["IE", "INT"] if called_for else [])
