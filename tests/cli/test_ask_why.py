"""`?` at a question: why it is asked and, unless it is a guard, what it is for right now."""

import re

from tests.cli.terminal import SMALL


def test_a_guard_question_tells_only_why(terminal):
    screen = terminal("ask", "--kb", SMALL / "silence")
    screen.prompt()
    assert screen.type("?") == "? It matters. Number:"
    assert "Do you see smoke?" not in screen.type("?"), "it is enough to show the prompt again"


def test_what_each_answer_does(terminal):
    screen = terminal("ask", "--kb", SMALL / "weather")
    screen.prompt()
    shown = screen.type("?")
    assert shown.startswith("? It matters. 3 steps are still possible: Stay in; Take a coat; Walk.")
    assert '"Grey" would rule out: Walk.' in shown and '"Blue" would rule out: Take a coat.' in shown
    screen.type("1")
    assert screen.type("?") == "? It matters. Number:", "thunder is a guard"
    screen.type("1")
    shown = screen.type("?")
    assert "2 steps are still possible: Stay in; Walk." in shown
    assert '"Yes" would rule out: Stay in. Only "Yes" keeps possible: Walk.' in shown
    assert '"No" would rule out: Walk.' in shown and "Only" not in shown.partition('"No"')[2]


def test_a_number_stands_for_its_range(terminal):
    screen = terminal("ask", "--kb", SMALL / "ladder", columns=40)
    screen.prompt()
    screen.type("4")
    shown = screen.type("?")
    assert '"0 to 2 metres" would rule out:' in shown and '"10 metres or more" would rule out:' in shown
    assert "not_sure" not in shown and "climb" not in shown
    assert max(map(len, screen.lines)) <= 40


def test_the_usual_number_of_questions_stands_before_the_bound(terminal):
    screen = terminal("ask")
    screen.prompt()
    shown = screen.type("?")
    said = re.search(
        r"About (\d+) more questions will do for most people\. .* there are never more than (\d+)\.", shown
    )
    assert said and int(said[1]) < int(said[2])
