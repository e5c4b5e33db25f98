"""What a person came to ask: the first question of `milepost ask`, which Enter leaves out, and the first thing told."""

import pytest

from tests.cli.terminal import SMALL, words


@pytest.fixture
def screen(terminal):
    return terminal("ask", "--kb", SMALL / "visit")


def test_it_is_asked_first_and_answered_first(screen):
    shown = screen.prompt()
    assert "Question 1, at most" in shown and "What would you like to know?" in shown
    assert "You can leave this out: just press Enter." in shown
    assert "1 Do I go? By phone 2 Do I call? Or 3 Something else 4" in " ".join(shown.split())
    assert "Is there a fire?" in screen.type("2")
    assert "Do you know them?" in screen.type("2")
    assert "What comes next?" in screen.type("1")
    assert "Check your answers" in screen.type("1")
    assert "One more question" in screen.type("")
    assert screen.type("").endswith("q to leave:")
    screen.leave("q")
    told = " ".join(" ".join(screen.lines).split())
    order = [
        told.rindex(part)
        for part in (
            "You asked: Do I call? No, write.",
            "Your next step",
            'Words for them: "Hello, it is me."',
            "The next moment: Look who it is.",
        )
    ]
    assert order == sorted(order)


def test_enter_leaves_it_out(screen):
    screen.prompt()
    assert "Is there a fire?" in screen.type("")
    assert "You left this open" in screen.type("r"), "nobody said that they did not know"
    screen.type("")
    screen.type("1")
    assert "You asked" not in " ".join(screen.lines) and "Call for help." in " ".join(screen.lines)


@pytest.mark.parametrize("columns", [40, 80])
def test_a_long_list_comes_in_groups_that_fit_a_small_screen(terminal, base, columns):
    question = base.questions["question"]
    screen = terminal("ask", columns=columns, rows=24)
    screen.welcome()
    shown, before = screen.type(""), len(screen.lines)
    assert shown.endswith("A letter opens its group. You can leave this out: just press Enter. Letter or number:")
    assert question.options["get_back"] not in shown and "further up" not in shown
    for letter, title in zip("acefg", [*question.headings.values()][:5], strict=True):
        assert f" {letter} {title}" in shown
        group = screen.type(letter)
        assert group.endswith("Number, or Enter for the other groups:") and title in group
        assert len(screen.lines) - before <= 24
        before = len(screen.lines)
    keys = list(question.options)
    for number in (keys.index("share_things"), keys.index("tell_pregnancy")):
        assert f" {number + 1} {words(question.options[keys[number]])}" in group


def test_a_group_is_left_by_enter_or_back_and_a_number_means_the_same_everywhere(terminal, base):
    question = base.questions["question"]
    number = [*question.options].index("why_they") + 1
    screen = terminal("ask", rows=24)
    screen.prompt()
    for leaving in ("", "b"):
        assert question.options["why_they"] in screen.type("what they do")
        assert screen.type(leaving).endswith("Letter or number:")
    screen.type("a")
    assert "`zzz` is not one of these" in screen.type("zzz")
    assert base.questions["presses_most"].ask in screen.type(str(number))
    assert f"Your answer so far: {question.options['why_they']}. Enter keeps it." in screen.type("b")
    assert "This is the first question." in screen.type("b")
