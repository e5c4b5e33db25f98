"""What a person came to ask: the first question of `milepost ask`, which Enter leaves out, and the first thing told."""

import pytest

from tests.cli.terminal import SMALL


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
    while screen.child.isalive():
        screen.child.sendline("")
        screen.next()
    told = " ".join(" ".join(screen.lines).split())
    order = [
        told.rindex(part)
        for part in (
            "You asked: Do I call? No, write.",
            "Your next step",
            'You could say: "Hello, it is me."',
            "The next moment: Look who it is.",
        )
    ]
    assert order == sorted(order)


def test_enter_leaves_it_out(screen):
    screen.prompt()
    assert "Is there a fire?" in screen.type("")
    screen.type("1")
    assert "You asked" not in " ".join(screen.lines) and "Call for help." in " ".join(screen.lines)
