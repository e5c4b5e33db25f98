"""`milepost ask` on a terminal: what a person sees, and what their keys do."""

import pytest

from tests.cli.terminal import answer_all, asked, typed_for, words

NOWHERE = "Your answers stay in this program: nothing is written down, and nothing is sent."
WATCHED = "If somebody watches this device they may see them too, so use one they cannot reach."
SIZES = pytest.mark.parametrize("columns", [80, 40])


@SIZES
def test_it_first_says_where_answers_go(terminal, columns):
    shown = terminal("ask", columns=columns).prompt()
    assert shown.startswith(f"{NOWHERE} {WATCHED} At every question: b back, ? why we ask, h help now, q quit.")
    assert shown.endswith("Are you, or is a child with you, in danger right now? 1 Yes 2 No 3 I am not sure 4 I would rather not say Number:")


@SIZES
def test_danger_brings_help_and_nothing_else(terminal, columns):
    screen = terminal("ask", columns=columns)
    screen.prompt()
    shown = screen.type("1")
    assert shown.startswith("1 Your next step Get to safety now"), "nothing comes between what was typed and the help"
    place = [shown.index(text) for text in ("Get to safety now", "Emergency: the emergency number of your country", "findahelpline.com")]
    assert place == sorted(place)
    assert "Why" not in shown.split()
    assert "Emergency in Ireland: 112 or 999" in screen.type("ie")
    shown = screen.leave("")
    assert "Why" in shown.split() and "Nothing here fits you?" in shown
    assert screen.child.exitstatus == 0


def test_the_step_and_the_emergency_number_stay_on_a_small_screen(terminal):
    screen = terminal("ask", "--country", "IE", columns=40)
    screen.prompt()
    screen.type("1")
    last = words("\n".join(screen.lines[-10:]))
    assert "Get to safety now." in last and "112 or 999" in last


@SIZES
@pytest.mark.parametrize("id", ["every-stage-done", "asked-to-stop", "teen-all-clear", "hit-their-ex", "threats-but-not-now"])
def test_the_answers_of_an_example_lead_to_its_step(terminal, base, id, columns):
    screen = terminal("ask", "--all", columns=columns)
    example = base.examples[id]
    met, shown = answer_all(screen, base, example.answers)
    while not shown.endswith("screen until you close the window."):
        screen.child.sendline("")
        shown = screen.next()
    assert screen.child.exitstatus == 0
    assert f"Your next step {base.steps[example.step].title}" in words(screen.shown)
    topics = list(base.topics)
    order = [topics.index(base.questions[key].topic) for key in met]
    assert order == sorted(order), "topics come in order"
    assert met[0] == "danger_now" and len(met) == len(set(met))
    assert max(map(len, screen.lines)) <= columns


def test_what_cannot_matter_is_not_asked(terminal, base):
    met, _ = answer_all(terminal("ask"), base, base.examples["every-stage-done"].answers)
    assert "between_you" in met and "circumstances" not in met


def test_back_shows_the_old_answer_and_enter_keeps_it(terminal, base):
    screen = terminal("ask")
    screen.prompt()
    assert asked(base, screen.type("2")) == "self_harm"
    assert asked(base, screen.type("1")) == "age"
    shown = screen.type("b")
    assert asked(base, shown) == "self_harm" and "Your answer so far: No. Enter keeps it." in shown
    shown = screen.type("b")
    assert asked(base, shown) == "danger_now" and "Your answer so far: No. Enter keeps it." in shown
    shown = screen.type("b")
    assert asked(base, shown) == "danger_now" and "This is the first question." in shown
    assert asked(base, screen.type("")) == "age"


def test_back_after_help_changes_a_slip_of_the_finger(terminal, base):
    screen = terminal("ask")
    screen.prompt()
    screen.type("1")
    shown = screen.type("b")
    assert asked(base, shown) == "danger_now" and "Your answer so far: Yes." in shown
    assert asked(base, screen.type("2")) == "self_harm"


def test_an_answer_that_no_longer_applies_is_not_used_but_comes_back_with_its_question(terminal, base):
    screen = terminal("ask", "--all")
    answers = base.examples["every-stage-done"].answers
    _, shown = answer_all(screen, base, answers)
    assert "One short message" in shown
    while asked(base, shown) != "between_you":
        shown = screen.type("b")
    terms = base.questions["between_you"]
    shown = screen.type(typed_for(terms, ("no_contact",)))
    _, shown = answer_all(screen, base, answers, shown)
    assert f"Your next step is clear: {base.steps['stop_contact'].title}." in shown
    shown = screen.type("b")
    while asked(base, shown) != "between_you":
        shown = screen.type("b")
    seen, shown = answer_all(screen, base, {}, screen.type(typed_for(terms, answers["between_you"])))
    assert seen == []
    assert shown.endswith("Number, or Enter for no:") and "Your next step is clear: One short message." in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9", "`9` is not one of the numbers. Type 1 to 4."),
        ("maybe", "`maybe` is not one of the numbers. Type 1 to 4."),
        ("1 2", "Type one number."),
        ("", "Nothing is chosen yet. There is no wrong answer here."),
        ("\x1b[A", "`?[a` is not one of the numbers."),
        ("0", "`0` is not one of the numbers."),
        ("\u00b2", "is not one of the numbers."),
        ("1" * 3000, "is not one of the numbers."),
    ],
)
def test_wrong_input_repeats_the_question(terminal, base, typed, said):
    screen = terminal("ask")
    screen.prompt()
    shown = screen.type(typed)
    assert said in shown
    assert asked(base, shown) == "danger_now" and "1 Yes 2 No" in shown
    assert asked(base, screen.type("2")) == "self_harm"


def test_several_answers(terminal, base):
    screen = terminal("ask")
    screen.prompt()
    for typed in ("2", "1", "3"):
        shown = screen.type(typed)
    assert asked(base, shown) == "harm_signs"
    none = str(len(base.questions["harm_signs"].options) + 1)
    shown = screen.type(f"1, {none}")
    assert "`None of these` goes by itself." in shown and asked(base, shown) == "harm_signs"
    assert asked(base, screen.type("1 2,2")) == "danger_signs"
    shown = screen.type("b")
    first, second, *_ = base.questions["harm_signs"].options.values()
    assert f"Your answer so far: {first}; {second}. Enter keeps it." in shown


def test_a_number(terminal, base):
    screen = terminal("ask")
    question = base.questions["longest_silence"]
    shown = screen.prompt()
    answers = base.examples["every-stage-done"].answers
    while asked(base, shown) != question.key:
        key = asked(base, shown)
        shown = screen.type(typed_for(base.questions[key], answers[key]))
    assert shown.endswith("n I am not sure r I would rather not say A whole number of days, n or r:")
    assert f"Type {question.minimum} to {question.maximum} days" in screen.type("9999999999999999")
    assert "`-1` is too far out." in screen.type("-1")
    assert "`many` is not a whole number." in screen.type("many")
    screen.type("45")
    assert "Your answer so far: 45 days." in screen.type("b")


def test_why_we_ask(terminal, base):
    screen = terminal("ask")
    screen.prompt()
    shown = screen.type("?")
    assert base.questions["danger_now"].why in shown
    assert "step" not in shown
    assert asked(base, screen.type("2")) == "self_harm"


@SIZES
def test_help_at_every_prompt(terminal, base, columns):
    screen = terminal("ask", columns=columns)
    screen.prompt()
    screen.type("2")
    shown = screen.type("h")
    assert "If you are in danger now, call the emergency number of your country." in shown
    assert "findahelpline.com" in shown and asked(base, shown) == "self_harm"
    shown = screen.type("h ie")
    assert "Emergency in Ireland: 112 or 999" in shown and asked(base, shown) == "self_harm"
    assert "Emergency in Ireland: 112 or 999" in screen.type("h"), "the country is kept"
    assert "There are no numbers here for `zz`" in screen.type("h zz")


def test_help_at_the_offers_too(terminal, base):
    screen = terminal("ask")
    _, shown = answer_all(screen, base, base.examples["every-stage-done"].answers)
    assert shown.endswith("Number, or Enter for no:")
    assert "findahelpline.com" in screen.type("h")
    assert "The step stays the same." in screen.type("?")
    assert asked(base, screen.type("b")) == "last_reply"


def test_more_questions_are_an_offer(terminal, base):
    screen = terminal("ask")
    answers = base.examples["every-stage-done"].answers
    met, shown = answer_all(screen, base, answers)
    assert "Your next step is clear: One short message. Up to 5 more questions can fit the advice to you. Go on?" in shown
    more, shown = answer_all(screen, base, answers, screen.type("1"))
    assert len(more) == 5 and not set(more) & set(met)
    assert asked(base, screen.type("b")) == more[-1]
    screen.type("")
    shown = screen.type("1")
    assert asked(base, shown) not in (*met, *more)
    screen.child.sendline("s")
    assert "Your next step One short message" in screen.next()


def test_lines_left_out_are_offered(terminal, base, consultant):
    from engine.consultation.sheet import Sheet

    def cut(example) -> bool:
        kinds = (consultant.consult(Sheet(example.answers)).lines(kind) for kind in ("do", "dont"))
        return any(len(lines) > 6 and not any(line.safety for line in lines) for lines in kinds)

    example = next(e for e in base.examples.values() if cut(e) and not base.steps[e.step].ends_interview)
    screen = terminal("ask")
    _, shown = answer_all(screen, base, example.answers)
    while "There is more advice than this." not in shown:
        shown = screen.type("")
    assert "more at the end)" in shown
    assert screen.leave("1")
    assert screen.child.exitstatus == 0


@pytest.mark.parametrize("way", ["q", "end of input"])
def test_leaving(terminal, way):
    screen = terminal("ask")
    screen.prompt()
    screen.type("2")
    if way == "q":
        shown = screen.leave("q")
    else:
        screen.child.sendeof()
        shown = screen.end()
    assert "You left. Nothing was kept." in shown
    assert screen.child.exitstatus == 0


def test_interrupted(terminal):
    screen = terminal("ask")
    screen.prompt()
    screen.type("2")
    screen.child.sendintr()
    shown = screen.end()
    assert screen.child.exitstatus == 130
    assert "Traceback" not in shown and "Your next step" not in shown


def test_a_plain_terminal_gets_no_codes(terminal, base):
    screen = terminal("ask", "--all", TERM="dumb")
    answer_all(screen, base, base.examples["every-stage-done"].answers)
    screen.leave("")
    assert "\x1b" not in screen.shown


def test_letters_that_are_no_text(terminal, base):
    screen = terminal("ask")
    screen.prompt()
    screen.child.send(b"\xff\xfe\n".decode("latin-1"))
    assert asked(base, screen.prompt()) == "danger_now"


def test_a_picture_of_the_way(terminal, milepost):
    screen = terminal("ask", "--graph", "way.svg")
    screen.prompt()
    screen.type("1")
    shown = screen.leave("")
    assert "the picture is in way.svg" in shown and screen.child.exitstatus == 0
    assert "<svg" in (milepost.folder / "way.svg").read_text()


def test_without_a_terminal(milepost, base):
    done = milepost("ask")
    assert done.returncode == 2 and done.out == ""
    assert "milepost advise FILE" in done.err and "milepost advise -" in done.err
    assert "  danger_now: Are you, or is a child with you, in danger right now?" in done.err.splitlines()
    assert "  age: How old are you?" in done.err.splitlines()
