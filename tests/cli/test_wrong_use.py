"""Wrong use of the command line: one message in plain words, where to look, and exit 2."""

import pytest

CASES = {
    "unknown command": (["advice"], "milepost: `advice` is not a command; did you mean `advise`?"),
    "a word that is no command": (["frobnicate"], "use one of `ask`, `web`, `advise`"),
    "unknown option": (["advise", "--jsn", "x"], "there is no option `--jsn`; did you mean `--json`?"),
    "an option before the command": (["--kb", "x", "check"], "name the command first"),
    "too many words": (["sheet", "extra"], "unexpected extra argument"),
    "an option without its value": (["check", "--kb"], "`--kb` requires an argument"),
    "a date that is none": (["sheet", "--today", "soon"], "--today: `soon` is not a date; write it as 2026-11-22"),
    "a number above its bound": (
        ["web", "--port", "70000"],
        "--port: `70000` is too large; give a whole number from 0 to 65535\n",
    ),
    "a number below its bound": (
        ["web", "--idle", "-1"],
        "--idle: `-1` is too small; give a whole number from 0 to 1440\n",
    ),
    "a count of none": (["prove", "--sample", "0"], "--sample: `0` is too small; give a whole number of 1 or more\n"),
    "a word for a number": (["web", "--idle", "soon"], "--idle: `soon` is not a whole number; give"),
    "a time before now": (
        ["prove", "--timeout", "-0.5"],
        "--timeout: `-0.5` is too small; give a number of 0 or more\n",
    ),
    "a time that is none": (["prove", "--timeout", "nan"], "--timeout: `nan` is not a number; give"),
    "a format beside another ending": (["graph", "--format", "png", "--out", "map.svg"], "leave one of them out"),
    "a format that is none": (["graph", "--format", "gif"], "--format: `gif` is not one of"),
    "a country that is none": (["advise", "x", "--country", "ZZ"], "--country: there are no numbers here for `ZZ`"),
    "an ending that is no format": (["graph", "--out", "map.gif"], ".gif"),
}
COMMANDS = ("ask", "advise", "graph", "sheet", "check", "help-now")


@pytest.mark.parametrize("name", CASES)
def test_wrong_use(milepost, name):
    arguments, message = CASES[name]
    done = milepost(*arguments)
    assert done.returncode == 2 and done.out == ""
    assert message in done.err
    assert "-h` shows how to use it" in done.err
    assert list(milepost.folder.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_anywhere(milepost, command):
    done = milepost(command, "-h")
    assert done.returncode == 0
    assert f"Usage: milepost {command}" in done.out
    assert "--kb FOLDER" in done.out and "--today DATE" in done.out
    assert milepost(command, "--help").out == done.out


@pytest.mark.parametrize("command", ["web", "prove"])
def test_help_says_bounds_in_words(milepost, command):
    shown = milepost(command, "-h").out
    assert "x<=" not in shown and "x>=" not in shown and "<=x" not in shown


def test_no_command_shows_the_help(milepost):
    done = milepost()
    assert done.returncode == 0
    assert all(f"  {command}" in done.out for command in COMMANDS)
    assert done.out == milepost("-h").out


@pytest.mark.parametrize("command", ["ask", "graph", "sheet", "check"])
def test_a_folder_that_is_not_there(milepost, command):
    done = milepost(command, "--kb", "nowhere")
    assert done.returncode == 3
    assert "nowhere" in done.err and "there is no such folder" in done.err


def test_help_as_a_command_is_the_help(milepost):
    assert milepost("help").out == milepost("-h").out and milepost("help").returncode == 0
