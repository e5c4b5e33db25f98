"""Bold type and terminal codes: only where they are wished, and never where they are read aloud."""

import re

import pytest

from tests.cli.terminal import SMALL
from tests.tiers import sampled, thorough

LIMITS = ("limits", "--kb", SMALL / "ladder")
PLAIN = {
    "NO_COLOR": ([], {"NO_COLOR": "1"}),
    "TERM=dumb": ([], {"TERM": "dumb"}),
    "MILEPOST_ACCESSIBLE": ([], {"MILEPOST_ACCESSIBLE": "1"}),
    "MILEPOST_ACCESSIBLE in words": ([], {"MILEPOST_ACCESSIBLE": "Yes"}),
    "--no-color": (["--no-color"], {}),
    "--plain": (["--plain"], {}),
    "--plain though colour is forced": (["--plain"], {"FORCE_COLOR": "1"}),
    "NO_COLOR goes before FORCE_COLOR": ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}),
    "accessible goes before FORCE_COLOR": ([], {"FORCE_COLOR": "1", "MILEPOST_ACCESSIBLE": "true"}),
}
BOLD = {
    "a terminal": {},
    "NO_COLOR that is empty": {"NO_COLOR": ""},
    **{f"MILEPOST_ACCESSIBLE={off}": {"MILEPOST_ACCESSIBLE": off} for off in ("", "0", "false", "No")},
}


def shown_on(terminal, *arguments, **variables) -> str:
    screen = terminal(*arguments, **variables)
    screen.end()
    assert screen.child.exitstatus == 0
    return screen.shown


@pytest.mark.parametrize("name", sampled(PLAIN, 2))
def test_no_code_at_all(terminal, milepost, name):
    options, variables = PLAIN[name]
    shown = shown_on(terminal, *LIMITS, *options, **variables)
    assert "\x1b" not in shown and "Limits" in shown
    assert shown == shown_on(terminal, *options, *LIMITS, **variables), "an option may stand before the command too"
    assert "\x1b" not in milepost(*LIMITS, *options, **variables).out


@thorough
def test_bold_on_a_terminal_and_where_it_is_forced(terminal, milepost):
    for name, variables in BOLD.items():
        assert "\x1b[1mLimits\x1b[0m" in shown_on(terminal, *LIMITS, **variables), name
    assert "\x1b" not in milepost(*LIMITS).out
    assert "\x1b[1mLimits\x1b[0m" in milepost(*LIMITS, FORCE_COLOR="1").out
    assert "\x1b" not in milepost(*LIMITS, FORCE_COLOR="").out
    assert "\x1b" not in milepost("--no-color", *LIMITS, FORCE_COLOR="1").out


@pytest.mark.parametrize("wish", sampled([{"TERM": "dumb"}, {"MILEPOST_ACCESSIBLE": "1"}], 1))
def test_a_whole_interview_without_a_code(terminal, wish):
    screen = terminal("ask", "--kb", SMALL / "silence", **wish)
    screen.prompt()
    for typed in ("?", "nonsense", "h", "", "r", "2", "o", "", "b", "", "s", "", "", "1", "?", "b", "b", ""):
        screen.type(typed)
    shown = screen.type("d")
    screen.leave("q")
    assert "Your next step Stay" in shown
    assert not {"\x1b", "\x08", "\x07"} & set(screen.shown)
    assert "\r" not in screen.shown.replace("\r\n", ""), "no line is written over"
    assert not any("\u2500" <= letter <= "\u259f" for letter in screen.shown), "no box is drawn"


def test_no_box_is_drawn_anywhere(milepost):
    for arguments in (["graph"], ["advise", "--example", "every-stage-done"], ["systems"], ["-h"]):
        assert not any("\u2500" <= letter <= "\u259f" for letter in milepost("--plain", *arguments).out)


def letters(text: str) -> str:
    """All but white space, and but for what a browser adds to an address by itself, and the colon before it."""
    return "".join(re.sub(r"https?://(www[.])?|/(?=\s)|:", "", text + " ").split())


@pytest.mark.parametrize("columns", [40, 200])
def test_no_width_loses_a_word(milepost, columns):
    for arguments in (["limits"], ["sources"], ["systems"], ["help-now", "--country", "IE"]):
        narrow, wide = (milepost(*arguments, COLUMNS=str(width)).out for width in (columns, 80))
        assert letters(narrow) == letters(wide)
        assert max(map(len, wide.splitlines())) <= 80
