"""What a person types at a question, and what becomes of it."""

import re
import signal

import pytest

from tests.cli.terminal import SMALL

TOOLS = "Which tools? 1 A rope 2 A hook 3 A lamp 4 None of these 5 I do not know 6 I would rather not say Numbers, as in 1, 3:"
HEIGHT_PROMPT = "A whole number of metres, n or w:"
HEIGHT = "How high? n I do not know w I would rather not say A whole number of metres, n or w:"
TIRED = "Are you tired? 1 Yes 2 No 3 I do not know 4 I would rather not say Number:"


@pytest.fixture
def ladder(terminal):
    return terminal("ask", "--kb", SMALL / "ladder")


def test_after_wrong_input_only_the_prompt_comes_again_and_nothing_is_lost(ladder):
    ladder.prompt()
    assert ladder.type("1 2,2").endswith(HEIGHT)
    for typed, said in {
        "maybe": "`maybe` is not a whole number. Type a whole number, n or w.",
        "9999999999999999": "`9999999999999999` does not fit. Type 0 to 100 metres, n or w.",
        "-1": "`-1` does not fit.",
        "\u00b2": "is not a whole number.",
        "": "Nothing is chosen yet. There is no wrong answer here.",
    }.items():
        shown = ladder.type(typed)
        assert said in shown and shown.endswith(f" {HEIGHT_PROMPT}") and "How high?" not in shown
    assert ladder.type("20").endswith(TIRED)
    for typed, said in {
        "9": "`9` is not one of these. Type 1 to 4.",
        "maybe": "`maybe` is not one of these. Type 1 to 4.",
        "1 2": "Type one number.",
        "": "Nothing is chosen yet.",
        "\x1b[A": "`?[a` is not one of these.",
        "0": "`0` is not one of these.",
        "1" * 3000: "is not one of these.",
        "d": "`d` is not one of these.",
        "1.5": "`1.5` is not one of these.",
        "I": "`i` is not one of these.",
        "b b": "`b b` is not one of these.",
    }.items():
        shown = ladder.type(typed)
        assert said in shown and shown.endswith(" Number:") and "Are you tired?" not in shown
    shown = ladder.type("2")
    assert "1 Which tools? A rope; A hook 2 How high? 20 metres 3 Are you tired? No" in shown


def test_several_answers(ladder):
    assert ladder.prompt().endswith(TOOLS)
    shown = ladder.type("1, 4")
    assert "`None of these` goes by itself." in shown and "Which tools?" not in shown
    ladder.type("2 1,1")
    assert "Your answer so far: A hook; A rope. Enter keeps it." in ladder.type("b")
    ladder.type("4")
    assert "Your answer so far: None of these." in ladder.type("B")


def test_letters_for_what_is_not_known(ladder):
    ladder.prompt()
    ladder.type("6")
    assert "Your answer so far: I would rather not say." in ladder.type("b")
    assert ladder.type("").endswith(HEIGHT)
    ladder.type("W")
    assert "Your answer so far: I would rather not say." in ladder.type("b")
    ladder.type("n")
    assert "Your answer so far: I do not know." in ladder.type("b")


def test_letters_that_are_no_text(ladder):
    ladder.prompt()
    ladder.child.send(b"\xff\xfe\n".decode("latin-1"))
    assert ladder.prompt().endswith("Numbers, as in 1, 3:")


def test_words_for_letters(ladder):
    ladder.prompt()
    ladder.type("1")
    assert ladder.type("Back").endswith(f"Your answer so far: A rope. Enter keeps it. {TOOLS.split('say ')[-1]}")
    assert "If you are in danger now" in ladder.type("help")
    ladder.type("")
    ladder.leave("exit")
    assert ladder.child.exitstatus == 0


def test_after_a_stop_the_question_is_shown_again(ladder):
    ladder.prompt()
    ladder.child.kill(signal.SIGCONT)
    assert ladder.prompt().endswith(TOOLS)
    assert ladder.type("1").endswith(HEIGHT), "and it still takes an answer"


def test_lines_that_come_at_once_answer_nothing(ladder):
    ladder.prompt()
    shown = ladder.type("1\r20\r2")
    assert "Several lines came at once, and none was taken." in shown and shown.endswith(TOOLS)
    assert ladder.type("\x1b[200~1\x1b[201~").endswith(HEIGHT)


def test_what_is_no_answer_is_told_what_is_in_view(terminal):
    screen = terminal("ask")
    screen.prompt()
    assert "`d` is not one of these. Type 1 to 8. 1 to 5 each open a list. Number:" in screen.type("d")
    screen.type("2")
    assert re.search(r"`d` is not one of these. Type 1 to \d+. Number, or Enter", screen.type("d"))
