"""What a person came to ask: the first question of `milepost ask`, which Enter leaves out, and the first thing told."""

import re

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
    shown = screen.type("")
    assert shown.endswith("1 to 5 each open a list. You can leave this out: just press Enter. Number:")
    assert question.options["get_back"] not in shown and "further up" not in shown
    for number, title in enumerate([*question.headings.values()][:5], 1):
        assert f" {number} {title}" in shown
        before = len(screen.lines)
        group = screen.type(str(number))
        assert group.endswith("Number, or Enter for the other groups:") and title in group
        assert len(screen.lines) - before <= 24
        screen.type("")
    keys = list(question.options)
    first = keys.index("share_things")
    for number, key in enumerate(keys[first : keys.index("tell_pregnancy") + 1], 1):
        assert f" {number} {words(question.options[key])}" in group


def numbers(screen, before: int) -> list[str]:
    """The numbers of what is offered on the screen that came after so many lines."""
    return [found[1] for line in screen.lines[before:] if (found := re.match(r" {1,2}(\w{1,2})  \S", line))]


def test_what_is_in_view_is_numbered_from_one_on_without_a_gap(terminal):
    screen = terminal("ask", rows=24)
    screen.welcome()
    before = len(screen.lines)
    screen.type("")
    assert numbers(screen, before) == [str(number) for number in range(1, 9)]
    for group in range(1, 6):
        before = len(screen.lines)
        screen.type(str(group))
        seen = numbers(screen, before)
        assert len(seen) > 1 and seen == [str(number) for number in range(1, len(seen) + 1)]
        screen.type("")
    before = len(screen.lines)
    screen.type("6")
    assert "What would you most like to know?" not in " ".join(screen.lines[before + 1 :]), "the list went on from 6"


def test_a_group_is_left_by_enter_or_back_and_a_number_means_what_is_in_view(terminal, base):
    question = base.questions["question"]
    screen = terminal("ask", rows=24)
    screen.prompt()
    for leaving in ("", "b"):
        assert question.options["why_they"] in screen.type("what they do")
        assert screen.type(leaving).endswith("just press Enter. Number:")
    group = screen.type("3.")
    number = re.search(rf" (\d+) {re.escape(words(question.options['why_they']))}", group)[1]
    assert "`zzz` is not one of these" in screen.type("zzz")
    assert "`99` is not one of these" in screen.type("99")
    assert base.questions["presses_most"].ask in screen.type(number)
    assert f"Your answer so far: {question.options['why_they']}. Enter keeps it." in screen.type("b")
    assert base.questions["presses_most"].ask in screen.type(words(question.options["get_back"])), "words need no group"
    assert f"Your answer so far: {question.options['get_back']}. Enter keeps it." in screen.type("b")
    assert "This is the first question." in screen.type("b")
