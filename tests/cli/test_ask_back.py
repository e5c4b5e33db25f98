"""Going back, checking the answers, changing them, and starting over."""

import re

import pytest

from milepost.engine.interview.conversation import begun
from milepost.engine.interview.interview import Interview
from milepost.engine.language.sheet_file import write_sheet
from milepost.engine.model.answer_sheet import Sheet
from tests.cli.terminal import SMALL

TIRED = "Are you tired? 1 Yes 2 No 3 I do not know 4 I would rather not say"


@pytest.fixture
def ladder(terminal):
    return terminal("ask", "--kb", SMALL / "ladder")


@pytest.fixture
def weather(terminal):
    return terminal("ask", "--kb", SMALL / "weather")


def test_back_shows_the_old_answer_and_enter_keeps_it(ladder):
    ladder.prompt()
    ladder.type("1")
    ladder.type("20")
    shown = ladder.type("b")
    assert "How high?" in shown and "Your answer so far: 20 metres. Enter keeps it." in shown
    assert "Question 2, at most 1 more after this" in shown
    shown = ladder.type("b")
    assert "Which tools?" in shown and "Your answer so far: A rope. Enter keeps it." in shown
    shown = ladder.type("b")
    assert "This is the first question." in shown and "Which tools?" in shown
    assert "Your answer so far: 20 metres." in ladder.type("")
    assert TIRED in ladder.type("")
    assert "1 Which tools? A rope 2 How high? 20 metres Type a number" in ladder.type("r")
    assert "Question 3, the last one for your step" in ladder.type("")


def test_the_answers_are_checked_before_the_step(ladder):
    ladder.prompt()
    for typed in ("1", "20"):
        ladder.type(typed)
    shown = ladder.type("2")
    assert "Check your answers 1 Which tools? A rope 2 How high? 20 metres 3 Are you tired? No Type a number" in shown
    assert shown.endswith("or press Enter to see your step. Number, o, or Enter:")
    assert "`7` is not one of the numbers." in ladder.type("7")
    assert "A change can open other questions." in ladder.type("?")
    shown = ladder.type("2")
    assert "How high?" in shown and "Your answer so far: 20 metres." in shown
    shown = ladder.type("b")
    assert "Check your answers" in shown and "How high? 20 metres" in shown, "a change that was begun is left off"
    ladder.type("2")
    shown = ladder.type("60")
    assert "Check your answers" in shown and "How high? 60 metres" in shown, "nothing else is asked again"
    assert TIRED in ladder.type("b"), "back goes to the last question"
    assert "Check your answers" in ladder.type("")
    assert "Your next step" in ladder.type("")
    ladder.leave("q")
    assert ladder.child.exitstatus == 0


def test_after_a_change_only_new_questions_are_asked_and_what_no_longer_applies_is_gone(weather):
    weather.prompt()
    assert "Do you hear thunder?" in weather.type("3")
    assert "Check your answers 1 How is the sky? Black 2 Do you hear thunder? Yes Type" in weather.type("1")
    assert "How is the sky?" in weather.type("1")
    shown = weather.type("1")
    assert "Is there a roof on the way?" in shown and "Your answer so far" not in shown, (
        "it counts now, and thunder is known"
    )
    assert "1 How is the sky? Blue 2 Do you hear thunder? Yes 3 Is there a roof on the way? Yes Type" in weather.type(
        "1"
    )
    weather.type("1")
    assert "Check your answers 1 How is the sky? Black 2 Do you hear thunder? Yes Type" in weather.type("3"), (
        "it counts no more"
    )
    assert "Your next step Stay in" in weather.type("")
    weather.leave("q")
    assert "Is there a roof" not in weather.shown.rpartition("Your next step")[2]


def test_starting_over_asks_once(ladder):
    ladder.prompt()
    ladder.type("1")
    ladder.type("r")
    assert "Start over? All your answers are gone then. 1 Yes 2 No, keep them" in ladder.type("o")
    assert "1 Which tools? A rope" in ladder.type("")
    ladder.type("O")
    shown = ladder.type("1")
    assert "Question 1, at most 2 more after this" in shown and "Your answer so far" not in shown
    assert "You have not answered anything yet." in ladder.type("r")


def test_changing_an_answer_on_the_way(ladder):
    ladder.prompt()
    ladder.type("1")
    ladder.type("20")
    ladder.type("r")
    shown = ladder.type("1")
    assert "Your answer so far: A rope." in shown
    assert TIRED in ladder.type("2"), "then the first question that is open"
    ladder.type("r")
    assert TIRED in ladder.type("b"), "back from the list is to where one was"


def test_offers_and_back(terminal):
    screen = terminal("ask", "--kb", SMALL / "silence", "--all")
    screen.prompt()
    assert "Check your answers 1 Do you see smoke? No Type" in screen.type("2")
    offer = "Your next step is clear: Stay. One more question can still make the advice fit you better. Go on? 1 Yes 2 No, show me the step"
    assert offer in screen.type("")
    assert "Your next step stays the same." in screen.type("?")
    assert "Type 1 for yes, or just press Enter for no." in screen.type("7")
    assert "Check your answers" in screen.type("b")
    assert "Do you see smoke?" in screen.type("b")
    assert "Check your answers" in screen.type("")
    screen.type("")
    shown = screen.type("1")
    assert "Extra question 1 of 1. d shows your step. Which bags?" in shown
    assert "Your step is clear. Your answer only makes the advice fit you better." in screen.type("?")
    assert "Do you see smoke?" in screen.type("b")
    assert "Which bags?" in screen.type("")
    assert "1 Do you see smoke? No Type" in screen.type("r")
    assert "Which bags?" in screen.type("")
    shown = screen.type("d")
    assert "Your next step Stay" in shown
    assert shown.endswith("r Look at your answers again s Save your answers q Leave Letter, or q to leave:")
    screen.leave("q")
    assert screen.child.exitstatus == 0


def test_the_check_is_read_a_screen_at_a_time_and_no_answer_is_parted_from_its_question(terminal, milepost, base):
    answers = base.examples["good-meetings-both-lean-that-way"].answers
    (milepost.folder / "kept.yaml").write_text(write_sheet(base, Sheet(answers)))
    screen = terminal("ask", "--from", "kept.yaml", columns=40, rows=24)
    screen.welcome()
    shown, pages = screen.type("r"), 0
    while shown.endswith("Enter for more:"):
        before = len(screen.lines)
        shown, pages = screen.type(""), pages + 1
        said = [line for line in screen.lines[before:] if line.strip()]
        assert re.match(r" *\d+  |Type a number", said[0])
    assert pages > 2 and "Type a number to change that answer" in shown


def test_a_number_is_taken_before_the_check_is_read_to_its_end(terminal, milepost, base):
    answers = base.examples["good-meetings-both-lean-that-way"].answers
    (milepost.folder / "kept.yaml").write_text(write_sheet(base, Sheet(answers)))
    screen = terminal("ask", "--from", "kept.yaml", columns=40, rows=24)
    screen.welcome()
    assert screen.type("r").endswith("Enter for more:")
    refused = screen.type("99")
    assert "Press Enter to read on, or type the number of an answer to change it." in refused
    assert "Your answer so far: No. Enter keeps it." in screen.type("2")
    screen.type("r")
    assert "Start over? All your answers are gone then." in screen.type("o")
    shown = screen.type("2")
    assert "Check your answers" in shown and shown.endswith("Enter for more:"), (
        "it begins again where nothing came of it"
    )


def test_the_menu_is_open_on_each_screen_of_a_row(terminal, milepost, base):
    answers = base.examples["good-meetings-both-lean-that-way"].answers
    whole = Sheet({key: answers.get(key, "not_sure") for key in base.questions})
    (milepost.folder / "kept.yaml").write_text(write_sheet(base, whole))
    screen = terminal("ask", "--from", "kept.yaml", "--country", "IE", columns=40, rows=24)
    shown = screen.prompt()
    while "Your next step" not in shown and screen.child.isalive():
        assert shown.endswith(("Enter for more:", "Number, o, or Enter:", "Number, or Enter for no:"))
        shown = screen.type("")
    assert "More to do and not to do" in screen.type("m") and shown.endswith("Enter for more:")
    assert "Press Enter to read on, or type one of m, w, c, o, f, a." in screen.type("zz")
    shown = screen.type("w")
    assert "Why this step What speaks for it" in shown
    assert "Each letter opens a part of the rest." in screen.type("?")
    assert "What would change it When to come back" in screen.type("c")
    assert screen.type("s").endswith("File name, or Enter:")
    screen.type("")
    assert "Check your answers" in screen.type("r")
    assert "kept.yaml still holds the answers you came with" in screen.leave("q") and screen.child.exitstatus == 0


def test_whoever_goes_on_is_offered_more_until_they_have_enough(terminal, base, tmp_path):
    given = next(each for each in base.examples.values() if each.step == "pause").answers
    talk = begun(Interview(base), Sheet({key: given.get(key, "not_sure") for key in base.questions})).enough()
    kept = {key: talk.sheet.answers[key] for key in talk.replay.line[: talk.replay.deciding]}
    (file := tmp_path / "answers.yaml").write_text(write_sheet(base, Sheet(kept)), encoding="utf-8")
    screen = terminal("ask", "--from", file)
    screen.prompt()
    shown = screen.type("")
    for extra in ("Extra question 1 of 5.", "Extra question 6 of 10."):
        assert "5 more questions can still make the advice fit you better. Go on? 1 Yes 2 No" in shown
        assert extra in screen.type("1")
        for _ in range(5):
            shown = screen.type("I do not know")
    assert "questions can still make the advice fit you better. Go on?" in shown
    assert "Your next step" in screen.type("2"), "whoever has enough is not asked again"


def test_enough_keeps_what_was_ticked_of_a_list_that_is_not_through(terminal):
    screen = terminal("ask", "--kb", SMALL / "silence", "--all", columns=40, rows=10)
    shown = screen.welcome()
    while "Do you see smoke?" not in shown or shown.endswith("or your answer:"):
        shown = screen.type("")
    screen.type("2")
    screen.type("")
    shown = screen.type("1")
    assert "Which bags?" in shown and shown.endswith("Enter for more, or your answer:")
    assert screen.type("1").endswith("More numbers, or Enter if that is all:")
    shown = screen.type("d")
    assert "Your next step Stay" in shown
    while shown.endswith("Enter for more:"):
        shown = screen.type("")
    shown = screen.type("r")
    while shown.endswith("Enter for more:"):
        shown += screen.type("")
    assert "Which bags? Big" in shown
