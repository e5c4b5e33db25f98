"""A number of days as people say it."""

import datetime

import pytest

from milepost.engine.interview.days import NotDays, days

TODAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("said", "meant"),
    {
        "2 weeks": 14,
        "About 3 months": 91,
        "a fortnight ago": 14,
        "half a year": 182,
        "a year and 2 months": 425,
        "1 week, 3 days": 10,
        "1.5 years": 547,
        "3w": 21,
        "2 wks, 5d": 19,
        "2mo": 60,
        "1 yr ago": 365,
        "1,5 years": 547,
        "twelve days": 12,
        "two": 2,
        "about five": 5,
        "a few days": 3,
        "a couple of weeks": 14,
        "a few months ago": 91,
        "yesterday": 1,
        "since today": 0,
        "2026-11-01": 25,
        "13/11/2026": 13,
        "11.13.2026": 13,
        "11/11/2026": 15,
        "12 November": 14,
        "on the 12th of Nov.": 14,
        "28 December": 333,
        "december 31": 330,
        "nov 12 2025": 379,
    }.items(),
)
def test_a_length_or_a_date_is_a_number_of_days(said, meant):
    assert days(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "why"),
    {
        "2026-12-24": "That day, 24 December 2026, is still to come.",
        "27 November": "That day is still to come this year. If you mean last year's, type 27 November 2025.",
        "since nov 30": "That day is still to come this year. If you mean last year's, type 30 November 2025.",
        "tomorrow": "That day is still to come.",
        "in two weeks": "That day is still to come.",
        "next Friday": "That day is still to come.",
        "in november": "",
        "1/11/2026": "Which comes first there, the day or the month? Write it as in 2026-12-31.",
        "31/2/2026": "There is no such day.",
        "31 November": "There is no such day.",
        "a while": "",
        "2 weeks or so, I think": "",
        "12 2 November": "",
        "5x": "",
        "ad": "",
        "": "",
    }.items(),
)
def test_what_is_no_number_of_days_is_said(said, why):
    with pytest.raises(NotDays) as refused:
        days(said, TODAY)
    assert str(refused.value) == why
