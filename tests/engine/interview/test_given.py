"""A whole number, typed in figures or as a word."""

import datetime

import pytest

from milepost.engine.interview.days import NotDays
from milepost.engine.interview.given import whole_number

TODAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("key", "said", "meant"),
    [
        ("good_meetings", "two", 2),
        ("good_meetings", "three meetings", 3),
        ("good_meetings", "zero", 0),
        ("days_since_breakup", "two", 2),
        ("days_since_breakup", "a couple of weeks", 14),
    ],
)
def test_a_number_is_a_word_too(base, key, said, meant):
    assert whole_number(base.questions[key], said, TODAY) == meant


@pytest.mark.parametrize("said", ["a", "a few", "many", "two or three", "2 weeks"])
def test_what_is_no_number_of_meetings_is_none(base, said):
    with pytest.raises(NotDays):
        whole_number(base.questions["good_meetings"], said, TODAY)
