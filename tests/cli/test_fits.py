"""Everything fits the screen: no line is wider than the columns there are."""

import datetime
import unicodedata

import pytest

from milepost.cli.terminal.helplines import lines_for
from milepost.cli.terminal.recommendation import everything, first_screen, names
from milepost.engine.telling.tell import tell
from tests.tiers import sampled

WIDTHS = (40, 60, 80)
TODAY = datetime.date(2040, 1, 1)


def display_width(line: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def too_wide(text: str, columns: int) -> list[str]:
    return [line for line in text.splitlines() if display_width(line) > columns]


@pytest.mark.parametrize("start", sampled(range(4), 1))
def test_the_recommendation_of_examples(base, consultations, start):
    countries = [None, *base.countries.values()]
    for n, example in list(enumerate(base.examples.values()))[start::12]:
        telling = tell(consultations[example.id], country=countries[n % len(countries)], today=TODAY)
        for columns in WIDTHS:
            text = "\n".join(
                (
                    first_screen(telling, columns),
                    everything(telling, columns, ""),
                    names(telling.rows, columns, "With:"),
                )
            )
            assert too_wide(text, columns) == []


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_helplines_of_every_country(base, columns):
    for country in base.countries.values():
        assert too_wide(lines_for(country, country.purposes, columns, datetime.date(2030, 1, 1)), columns) == []


@pytest.mark.parametrize("columns", WIDTHS)
def test_what_commands_print(milepost, columns):
    for arguments in (
        ["help-now", "--country", "ZA"],
        ["help-now"],
        ["ask"],
        ["advise", "--example", "danger-now-and-nothing-else"],
    ):
        done = milepost(*arguments, COLUMNS=str(columns))
        assert too_wide(done.out + done.err, columns) == []


@pytest.mark.parametrize("columns", WIDTHS)
def test_bold_takes_no_room(terminal, columns):
    screen = terminal("help-now", "--country", "ZA", columns=columns)
    screen.end()
    assert "\x1b[1m" in screen.shown
    assert too_wide("\n".join(screen.lines), columns) == []


@pytest.mark.parametrize("wish", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_plain_text_where_it_is_wished(terminal, wish):
    screen = terminal("help-now", **wish)
    screen.end()
    assert "\x1b" not in screen.shown
