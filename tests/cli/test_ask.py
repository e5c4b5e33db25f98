"""`milepost ask` on a terminal: what a person sees from the first line to the last."""

import pytest

from milepost.engine.interview.conversation import begun
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling.progress import progress
from milepost.library import Milepost
from tests.cli.terminal import SMALL, answer_all, asked, words
from tests.tiers import sampled

WELCOME = (
    "milepost: what now? "
    "You answer questions, one at a time. You get one next step, what to do and what not to do, and why."
)
ITS_NUMBERS = "For the numbers of your country, type its name or letters, as in IE."
NOWHERE = "Your answers stay in this program: nothing is sent, and nothing is written down unless you type s."
WATCHED = "If somebody watches this device they may see them too, so use one they cannot reach."
CLEARS = "x clears this screen and leaves at once. It cannot clear a log that your terminal keeps."
LETTERS = "Letters: b back, ? why we ask, r review your answers, s save them, h help now, q quit, x clear the screen and leave."
SIZES = pytest.mark.parametrize("columns", sampled([80, 40, 200], 1))


def enter_until_the_end(screen, shown: str) -> None:
    while screen.child.isalive() and shown.endswith(":"):
        screen.child.sendline("q" if shown.endswith("q to leave:") else "")
        shown = screen.next()


@SIZES
def test_danger_brings_help_and_nothing_else(terminal, base, columns):
    screen = terminal("ask", columns=columns)
    shown = screen.prompt()
    assert shown.startswith(
        f"{WELCOME} In danger now? Type h. {NOWHERE} {WATCHED} {CLEARS} {LETTERS} {ITS_NUMBERS} "
        f"Country, or Enter to begin: {base.topics[base.questions['question'].topic]} Question 1. About "
    )
    screen.type("")
    shown = screen.type("")
    assert asked(base, shown) == "danger_now" and shown.endswith(
        "1 Yes 2 No 3 I do not know 4 I would rather not say Number:"
    )
    shown = screen.type("1")
    assert shown.startswith("1 In danger now? - Call 112 (Europe), 911 (North America), 999 (UK)"), (
        "nothing comes between what was typed and the numbers"
    )
    place = [shown.index(text) for text in ("Call 112 (Europe)", "https://", "Get to safety now")]
    assert place == sorted(place)
    assert "Why" not in shown.split() and "Check your answers" not in shown
    assert "Emergency (Ireland): 112 or 999" in screen.type("ie")
    assert asked(base, screen.type("b")) == "danger_now", "a slip of the finger can be taken back"
    shown = screen.type("1")
    last = words("\n".join(screen.lines[-12:]))
    assert "Get to safety now." in last and "112 or 999" in last, "they stay on a small screen"
    assert shown.endswith("Letter, or q to leave:"), "the country is not asked twice"
    letters = "p People who can help m More to do and not to do a Who stands behind this"
    assert f"{letters} r Look at your answers again s Save your answers q Leave" in shown, (
        "a wrong key can be taken back"
    )
    assert "findahelpline.com" in screen.type("p") and "Why" not in shown.split()
    assert "Type one of p, m, a, r, s, q." in screen.type("w")
    assert "Nothing is lost. Type q to leave" in screen.type(""), "Enter went on before, and now drops nothing"
    screen.leave("q")
    assert screen.child.exitstatus == 0
    assert max(map(len, screen.lines)) <= columns


def test_a_country_that_is_named_is_not_asked_for(terminal):
    screen = terminal("ask", "--country", "IE")
    assert screen.welcome().endswith("Enter to begin:")
    assert "Emergency (Ireland): 112 or 999" in screen.type("h")


def test_the_country_of_the_system_is_offered_and_not_taken_for_granted(terminal):
    screen = terminal("ask", LANG="en_IE.UTF-8")
    assert "Country: Ireland? Type y for its numbers" in screen.welcome()
    screen.type("")
    assert "Emergency (Ireland)" not in screen.type("h")
    screen = terminal("ask", LANG="en_IE.UTF-8")
    screen.welcome()
    assert "Ireland. Its numbers come with help." in screen.type("y"), "what was understood is said"
    assert "Emergency (Ireland): 112 or 999" in screen.type("h")


def test_a_subject_without_helplines_asks_for_no_country(terminal):
    shown = terminal("ask", "--kb", SMALL / "ladder").welcome()
    assert "In danger now?" not in shown and shown.endswith("leave. Enter to begin:")


def test_a_long_list_is_read_from_its_beginning(terminal, base):
    screen, question = terminal("ask", rows=24), base.questions["harm_signs"]
    screen.first_of_all()
    for typed in ("no", "6", "4"):
        screen.type(typed)
    before = len(screen.lines)
    shown = screen.type("3")
    assert words(question.options["put_down"]) in shown and shown.endswith("Enter for more, or your answer:")
    assert len(screen.lines) - before <= 24
    shown = screen.type("")
    assert words(question.options["care_withheld"]) in shown and words(question.options["put_down"]) not in shown
    assert shown.endswith(f"{words(question.ask)} Numbers, as in 1, 3:"), "what is asked stays in view"
    screen.type("b")
    assert screen.type("").endswith("Enter for more, or your answer:")
    assert base.questions["danger_signs"].ask in screen.type(str(len(question.options) + 1)), "one need not read on"


def test_what_is_ticked_on_one_screen_is_kept_for_the_next(terminal, base):
    screen, question = terminal("ask", rows=24), base.questions["harm_signs"]
    screen.first_of_all()
    for typed in ("no", "6", "4", "3"):
        shown = screen.type(typed)
    shown = screen.type("1, 2")
    assert words(question.options["care_withheld"]) in shown
    assert "So far: Put me down, called me names or ...; Made me afraid, careful not to set ..." in shown
    assert shown.endswith("More numbers, or Enter if that is all:")
    shown = screen.type("none of these")
    assert (
        "`None of these` goes by itself." in shown
        and "leave it out. Enter keeps what you ticked. More numbers" in shown
    )
    screen.type(str(list(question.options).index("hurt_body") + 1))
    kept = words(f"{question.options['put_down']}; {question.options['afraid']}; {question.options['hurt_body']}")
    screen.type("b")
    assert f"Your answer so far: {kept}. Enter keeps it." in screen.type("")
    screen.type("b")
    screen.type("")
    screen.to_its_end(screen.type("1"))
    screen.type("")
    screen.type("b")
    kept = words(question.options["put_down"])
    assert f"Your answer so far: {kept}. Enter keeps it." in screen.to_its_end(screen.type(""))


def test_where_nothing_waits_for_enter_a_long_list_says_that_it_begins_further_up(terminal, base):
    screen = terminal("ask", "--plain", rows=12)
    screen.prompt()
    ask = base.questions["presses_most"].ask
    assert screen.type("").endswith(f"The list begins further up: scroll to see all of it. {ask} Number:")


def test_a_small_screen_is_read_from_its_beginning(terminal):
    screen = terminal("ask", columns=40, rows=24)
    screen.prompt()
    before = len(screen.lines)
    shown = screen.type("h gb")
    assert "If you are in danger now" in shown and shown.endswith("Enter for more:")
    assert len(screen.lines) - before <= 24
    while shown.endswith("Enter for more:"):
        before, shown = len(screen.lines), screen.type("")
        assert len(screen.lines) - before <= 24
        assert not screen.lines[before].startswith("      "), "no line is parted from what it tells of a number"
    assert shown.endswith("Enter goes on:")


def test_help_interrupts_a_long_text_and_leads_back_to_it(terminal):
    screen = terminal("ask", columns=40, rows=16)
    page = screen.prompt()
    assert "In danger now? Type h." in page and page.endswith("Enter for more:")
    assert "h, q and x work here too." in screen.type("r")
    shown = screen.type("h ie")
    while shown.endswith("Enter for more:"):
        shown = screen.type("")
    assert "Emergency (Ireland): 112 or 999" in words(screen.shown) and shown.endswith("Enter goes on:")
    assert "In danger now? Type h." in screen.type(""), "the page that was read comes again"


def longest(base):
    """An example with a long way: the one with the most answers."""
    return max(base.examples.values(), key=lambda e: (not base.steps[e.step].ends_interview, len(e.answers)))


def whole(base, example) -> Sheet:
    return Sheet({key: example.answers.get(key, "not_sure") for key in base.questions})


def how_far_along_one_is(screen, interview, example) -> None:
    """The number of a question is its place; how many likely come after it is within a bound that holds."""
    shown, place = words(screen.shown), 0
    talk, bounds = begun(interview), []
    while talk.question is not None:
        place = shown.index(words(progress(talk)), place)
        bounds.append(talk.after_this())
        assert talk.likely_after_this() <= bounds[-1]
        talk = talk.answered(example.answers.get(talk.question.key, "not_sure"))
    assert all(bound >= len(bounds) - n for n, bound in enumerate(bounds, 1))


@SIZES
def test_the_answers_of_an_example_lead_to_its_step(terminal, base, interview, columns):
    examples = [e for e in base.examples.values() if not base.steps[e.step].ends_interview]
    example = {40: longest(base), 80: examples[0], 200: examples[-1]}[columns]
    screen = terminal("ask", *(["--all"] if columns != 80 else []), columns=columns)
    met, shown = answer_all(screen, base, example.answers)
    assert met == list(interview.replay(whole(base, example)).asked), "what cannot matter is not asked"
    assert "Check your answers" in shown
    how_far_along_one_is(screen, Milepost().interview, example)
    enter_until_the_end(screen, shown)
    assert ("w Why this step" in words(screen.shown)) == (columns == 80), "with --all there is nothing to open"
    assert screen.child.exitstatus == 0
    assert f"Your next step {words(base.steps[example.step].title)}" in words(screen.shown)
    assert words(screen.shown).endswith(
        "Nothing was kept. The text above stays on the screen until you close the window."
    )
    assert max(map(len, screen.lines)) <= columns


@pytest.mark.parametrize("columns", sampled([80, 40], 1))
def test_help_at_every_prompt(terminal, base, interview, columns):
    screen = terminal("ask", columns=columns)
    assert asked(base, screen.first_of_all()) == "danger_now"
    left_out = {key: "not_sure" for key, question in base.questions.items() if question.asked == "first"}
    second = begun(interview, Sheet(left_out)).answered("no").question.key
    screen.type("2")
    shown = screen.type("h")
    assert "If you are in danger now, call the emergency number of your country." in shown
    assert "112 (Europe)" in shown and "findahelpline.com" in shown and shown.endswith("Country, or Enter to go on:")
    assert asked(base, screen.type("")) == second
    shown = screen.type("help ie")
    assert "Emergency (Ireland): 112 or 999" in shown and shown.endswith("Enter goes on:")
    assert asked(base, screen.type("")) == second
    assert "Emergency (Ireland): 112 or 999" in screen.type("h"), "the country is kept"
    screen.type("")
    assert "There are no numbers here for `zz`" in screen.type("h zz")
    screen.type("")
    screen.type("r")
    assert "Emergency (Ireland): 112 or 999" in screen.type("H")
    screen.type("")
    screen.type("")
    screen.type("s")
    assert "Emergency (Ireland): 112 or 999" in screen.type("h")


def test_help_at_a_question_that_can_be_left_out(terminal, base):
    screen = terminal("ask")
    first = asked(base, screen.prompt())
    assert base.questions[first].asked == "first"
    shown = screen.type("h")
    assert "findahelpline.com" in shown
    assert "Emergency (Ireland): 112 or 999" in screen.type("ireland")
    assert asked(base, screen.type("")) == first


def test_a_picture_of_the_way(terminal, milepost):
    screen = terminal("ask", "--graph", "way.svg")
    screen.first_of_all()
    screen.type("1")
    screen.type("")
    shown = screen.leave("q")
    assert "the picture is in way.svg" in shown and screen.child.exitstatus == 0
    assert "<svg" in (milepost.folder / "way.svg").read_text()
