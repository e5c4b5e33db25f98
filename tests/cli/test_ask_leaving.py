"""Leaving: q, x, Ctrl-C, and the end of input."""

import termios

import pytest

from tests.cli.terminal import SMALL, asked
from tests.tiers import sampled

# What is typed to come to each kind of prompt, and how that prompt ends.
PROMPTS = {
    "a question": ([], "Number:"),
    "a question that fits the advice": (["2", "", "1"], "Numbers, as in 1, 3:"),
    "an offer": (["2", ""], "Number, or Enter for no:"),
    "the check of the answers": (["2"], "Number, o, or Enter:"),
    "starting over": (["2", "o"], "Number, or Enter for no:"),
    "a path": (["s"], "File name, or Enter:"),
    "writing over a file": (["s", "kept.yaml"], "Number, or Enter for no:"),
    "a country": (["1"], "Country, or Enter:"),
}
CLEAR = "\x1b[H\x1b[2J\x1b[3J"


@pytest.fixture
def silence(terminal, milepost):
    (milepost.folder / "kept.yaml").write_text("kept\n")

    def start(**variables):
        return terminal("ask", "--kb", SMALL / "silence", **variables)

    return start


@pytest.mark.parametrize("name", sampled(PROMPTS, 2))
def test_x_clears_the_screen_and_what_scrolled_away_and_says_nothing(silence, milepost, name):
    typed, end = PROMPTS[name]
    screen = silence()
    shown = screen.prompt()
    for line in typed:
        shown = screen.type(line)
    assert shown.endswith(end)
    before = len(screen.shown)
    screen.leave("x")
    assert screen.shown[before:] == f"x\r\n{CLEAR}"
    assert screen.child.exitstatus == 0
    assert [path.read_text() for path in milepost.folder.iterdir()] == ["kept\n"]


@pytest.mark.parametrize("wish", [{"TERM": "dumb"}, {"MILEPOST_ACCESSIBLE": "1"}])
def test_where_codes_are_not_wished_x_ends_in_silence(silence, wish):
    screen = silence(**wish)
    assert "x leaves at once, but cannot clear this screen." in screen.prompt()
    screen.type("2")
    before = len(screen.shown)
    screen.leave("X")
    assert screen.shown[before:] == "X\r\n"
    assert screen.child.exitstatus == 0 and "\x1b" not in screen.shown


@pytest.mark.parametrize("way", ["q", "end of input"])
def test_quitting(silence, way):
    screen = silence()
    screen.prompt()
    screen.type("2")
    if way == "q":
        shown = screen.leave("q")
    else:
        screen.child.sendeof()
        shown = screen.end()
    assert "You left. Nothing was kept." in shown
    assert screen.child.exitstatus == 0


def test_the_file_that_somebody_came_with_is_still_there(terminal, milepost):
    (milepost.folder / "mine.yaml").write_text("smoke: no\n")
    screen = terminal("ask", "--kb", SMALL / "silence", "--from", "mine.yaml")
    screen.prompt()
    shown = screen.leave("q")
    assert "mine.yaml still holds the answers you came with" in shown and "Nothing was kept" not in shown


@pytest.mark.parametrize("answered", [0, 1])
@pytest.mark.parametrize(
    ("came_with", "saved", "said"),
    [
        ("", "", "You left. Nothing was kept."),
        ("mine.yaml", "", "mine.yaml still holds the answers you came with; nothing else was kept."),
        ("", "my own.yaml", "Your answers are in my own.yaml."),
    ],
)
def test_ctrl_c_says_what_was_kept_and_how_to_go_on(terminal, milepost, answered, came_with, saved, said):
    (milepost.folder / "mine.yaml").write_text("smoke: no\n")
    screen = terminal("ask", "--kb", SMALL / "silence", *(["--from", came_with] if came_with else []))
    screen.prompt()
    if answered:
        screen.type("2")
    if saved:
        screen.type("s")
        screen.type(saved)
    screen.child.sendintr()
    shown = screen.end()
    assert screen.child.exitstatus == 130 and said in shown
    named = "'my own.yaml'" if saved else came_with
    assert shown.endswith(f"`milepost ask --from {named}` goes on from it." if named else "Nothing was kept.")


@pytest.mark.parametrize("way", ["q", "Ctrl-C"])
def test_what_was_answered_after_saving_is_not_said_to_be_in_the_file(silence, way):
    screen = silence()
    screen.prompt()
    screen.type("s")
    screen.type("early.yaml")
    screen.type("2")
    if way == "q":
        screen.child.sendline("q")
    else:
        screen.child.sendintr()
    assert "You left. The answers that you saved are in early.yaml; later ones were not kept." in screen.end()


def test_ctrl_c_before_the_first_question(terminal):
    screen = terminal("ask")
    screen.welcome()
    screen.child.sendintr()
    assert screen.end().endswith("You left. Nothing was kept.") and screen.child.exitstatus == 130


def test_interrupted(terminal, milepost, base):
    screen = terminal("ask")
    before = termios.tcgetattr(screen.child.child_fd)
    assert asked(base, screen.first_of_all()) == "danger_now"
    screen.type("2")
    screen.child.sendintr()
    shown = screen.end()
    assert screen.child.exitstatus == 130
    assert "Traceback" not in shown and "Your next step" not in shown
    assert shown.endswith("^C You left. Nothing was kept.")
    assert list(milepost.folder.iterdir()) == []
    again = terminal("ask", "--kb", SMALL / "ladder")
    again.prompt()
    assert termios.tcgetattr(again.child.child_fd) == before, "no setting of the terminal is ever changed"
