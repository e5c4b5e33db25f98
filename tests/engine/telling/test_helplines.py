"""Helplines as they are told: what is not known, what is old, and what there is none of, is said in words."""

import datetime
import re
from types import SimpleNamespace

import pytest

from milepost.engine.checks.helpline_age import check
from milepost.engine.model.helpline import LAST_AFTER, REFUSED_AFTER, SAID_AFTER, Country, Line, Purpose
from milepost.engine.model.position import Position
from milepost.engine.telling.countries import ANYWHERE, lines_for
from milepost.engine.telling.helplines import (
    HOURS_NOT_KNOWN,
    NO_SUCH_LINE,
    age,
    country,
    hours,
    last_checked_of_all,
    no_line,
)

HERE = Position("ie.yaml", 1, 1)
TODAY = datetime.date(2026, 11, 26)
PURPOSES = {
    "crisis": Purpose("crisis", "despair", HERE),
    "bears": Purpose("bears", "people who met a bear", HERE, "A ranger can help."),
}


def a_line(**fields) -> Line:
    return Line(
        **{"purpose": "crisis", "name": "A line", "checked": "2026-11-22", "checked_how": "a page"} | fields, at=HERE
    )


def ago(days: int) -> str:
    return (TODAY - datetime.timedelta(days)).isoformat()


def a_country(*lines: Line) -> Country:
    return Country(
        "IE", "Ireland", "112", "2026-11-22", "a page", lines, HERE, silent="Press 55.", text="112", purposes=PURPOSES
    )


def test_hours_that_nobody_knows_are_said_so():
    assert hours(a_line(phone="1")) == hours(a_line(text="1")) == hours(a_line(chat="https://x")) == HOURS_NOT_KNOWN
    assert hours(a_line(phone="1", hours="24/7")) == "24/7"
    assert hours(a_line(web="https://x")) == ""


@pytest.mark.parametrize(
    "days, said", [(SAID_AFTER, ""), (SAID_AFTER + 1, "90 days"), (LAST_AFTER, "90 days"), (LAST_AFTER + 1, "a year")]
)
def test_a_date_is_old_after_90_days_and_older_after_a_year(days, said):
    told = age(a_line(checked=ago(days)), TODAY)
    assert (told == "") if not said else f"over {said} ago" in told


def test_of_a_month_or_a_year_the_first_day_counts():
    assert a_line(checked="2026-11").age(TODAY) == 25
    assert a_line(checked="2026").age(TODAY) == (TODAY - datetime.date(2026, 1, 1)).days


def test_what_is_over_a_year_old_comes_last_within_its_kind():
    old, fresh, other = (
        a_line(name=n, checked=c)
        for n, c in (("Old", ago(LAST_AFTER + 1)), ("Fresh", ago(LAST_AFTER)), ("Other", ago(0)))
    )
    told = country(a_country(old, fresh, other), ["crisis"], TODAY)
    assert [line["name"] for line in told["lines"]] == ["Fresh", "Other", "Old"]
    assert [line.name for line in lines_for(a_country(old, fresh), ["crisis"], datetime.date.min)["crisis"]] == [
        "Old",
        "Fresh",
    ]


def test_what_is_over_three_years_old_is_refused(base):
    lines = a_line(checked=ago(REFUSED_AFTER)), a_line(name="Gone", checked=ago(REFUSED_AFTER + 1))
    (fault,) = check(SimpleNamespace(countries={"IE": a_country(*lines)}), TODAY)
    assert "`Gone` of country `IE`" in fault.problem and fault.at == HERE
    assert list(check(base, TODAY)) == []
    assert len(list(check(base, datetime.date(2040, 1, 1)))) == sum(len(each.lines) for each in base.countries.values())


def test_what_there_is_no_line_for_is_said_with_what_can_help(base):
    (none,) = country(a_country(a_line()), ["bears", "crisis"], TODAY)["no_line"]
    assert (none["for"], none["in_words"], none["say"]) == (
        "bears",
        "people who met a bear",
        f"{NO_SUCH_LINE} A ranger can help.",
    )
    assert no_line(base.countries[ANYWHERE], base.purposes) == {}
    instead = {key for key, purpose in base.purposes.items() if purpose.instead}
    for each in base.countries.values():
        lacking = instead - {line.purpose for line in each.lines}
        assert set(no_line(each, base.purposes)) == (lacking if each.code != ANYWHERE else set())


def test_how_to_call_without_a_word_is_told(base):
    told = country(a_country(), PURPOSES, TODAY)
    assert (told["silent"], told["text"]) == ("Press 55.", "112")
    assert {code for code, each in base.countries.items() if each.silent} == {"GB", "NZ"}
    assert {code for code, each in base.countries.items() if each.text} == {"FR", "GB", "US"}


def test_hours_are_hours_and_doubt_stands_in_how_it_was_checked(base):
    """What a person reads as hours holds no year, no bracket and no word of doubt."""
    doubt = re.compile(r"[()?]|\b(19|20)\d\d\b|recalled|older|page|list|differ|disagree|see |perhaps|about")
    assert [
        (line.name, line.hours) for each in base.countries.values() for line in each.lines if doubt.search(line.hours)
    ] == []


def test_a_number_is_a_number(base):
    """What stands beside it, as whom it is for and in which language, has a field of its own."""
    aside = re.compile(r"\((?!TTY|0800 REFUGE|1-888-PREVENT)|option|;")
    assert [line.phone for each in base.countries.values() for line in each.lines if aside.search(line.phone)] == [
        "079, option 1"
    ]


def test_each_kind_of_line_is_there_somewhere_and_each_line_once_for_a_kind(base):
    assert {line.purpose for each in base.countries.values() for line in each.lines} == set(base.purposes)
    for each in base.countries.values():
        listed = [(line.purpose, line.phone or line.text or line.web) for line in each.lines]
        assert len(listed) == len(set(listed)), each.code


def test_the_few_emergency_numbers_are_those_of_their_countries(base):
    said = base.countries[ANYWHERE].emergency
    given = {area: number for number, area in re.findall(r"(\d+) \(([\w ]+)\)", said)}
    places = {"Europe": "IE", "North America": "US", "UK": "GB", "Australia": "AU", "New Zealand": "NZ"}
    assert given.keys() == places.keys()
    for area, code in places.items():
        assert base.countries[code].emergency.startswith(given[area])


@pytest.mark.parametrize(
    "checked, said",
    [
        ([], ""),
        ([ago(400)], ""),
        (["2026-11-22", "2026-11-22"], "Last checked 22 November 2026."),
        (["2026-11", "2026-10-07"], "Last checked from 7 October 2026 to November 2026."),
        (["2026-11-22", ago(400)], "All others here were last checked 22 November 2026."),
    ],
)
def test_when_lines_were_checked_is_one_sentence_for_all_that_are_not_old(checked, said):
    assert last_checked_of_all([a_line(checked=each) for each in checked], TODAY) == said
