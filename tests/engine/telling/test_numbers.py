"""The numbers to call at once: the first line says whom it takes, and one for the rest stands beside it."""

import datetime

import pytest

from milepost.engine.model.helpline import Country, Line, Purpose
from milepost.engine.model.position import Position
from milepost.engine.telling.numbers import numbers

HERE = Position("ie.yaml", 1, 1)
TODAY = datetime.date(2026, 11, 26)
PURPOSES = {key: Purpose(key, key, HERE) for key in ("bears", "wolves")}


def a_line(purpose: str, name: str, **fields) -> Line:
    return Line(purpose, name, "2026-11-22", "a page", HERE, phone="12", **fields)


def said(*lines: Line) -> list[str]:
    country = Country("IE", "Ireland", "112", "2026-11-22", "a page", lines, HERE, purposes=PURPOSES)
    return [item.say for item in numbers({}, country, ["bears"], TODAY)[1:]]


def test_a_line_for_everybody_stands_alone():
    assert said(a_line("bears", "A", hours="24/7"), a_line("wolves", "B")) == ["A: call 12"]


def test_a_line_that_does_not_take_everybody_has_one_for_the_rest_beside_it():
    first = a_line("bears", "A", hours="24/7", who="women", others="wolves")
    last = a_line("wolves", "B", hours="weekdays", who="men")
    assert said(first, last) == ["A: call 12 (for women)", "B: call 12 (for men; weekdays)"]


def test_the_line_for_the_rest_may_be_of_the_same_kind():
    first, last = a_line("bears", "A", others="bears"), a_line("bears", "B")
    assert said(first, last) == ["A: call 12", "B: call 12"]


@pytest.mark.parametrize("others", ["wolves", "bears"])
def test_where_there_is_none_for_the_rest_it_stands_alone(others):
    assert said(a_line("bears", "A", who="women", others=others)) == ["A: call 12 (for women)"]


def test_hours_that_nobody_knows_are_not_guessed():
    assert said(a_line("bears", "A")) == ["A: call 12"]
