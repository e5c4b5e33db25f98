"""The question pages: one question each, nothing chosen beforehand, and a way back without loss."""

import re
from itertools import pairwise

import pytest

from milepost.engine.interview.conversation import Conversation
from milepost.engine.interview.interview import Replay
from milepost.engine.meaning.words import choices
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY
from milepost.engine.telling import texts
from tests.examples import shipped_base
from tests.tiers import sampled
from tests.web.person import checked, shown, title

QUESTIONS = list(shipped_base().questions)


@pytest.fixture
def facing(asked, knowledge):
    """Puts a question in view that nothing was asked before; any can matter then. Returns the address of its page."""

    def face(key: str) -> str:
        replay = Replay((key,), 1, knowledge.kb.questions[key], Sheet(), ())
        asked.visit.conversation = Conversation(knowledge.milepost.interview, replay)
        return "/q/1"

    return face


@pytest.mark.parametrize("key", sampled(QUESTIONS, 20))
def test_every_question_has_a_page_of_its_own(asked, facing, base, key):
    question, page = base.questions[key], asked.page(facing(key))
    assert title(page) == "Question 1"
    (legend,) = re.findall(r"<legend>(.*?)</legend>", page, re.DOTALL)
    assert page.count("<h1") == legend.count("<h1") == 1 and shown(legend) == question.ask
    words = shown(page).splitlines()
    for said in (
        "Back",
        "Continue",
        "Why we ask",
        question.why,
        "Not sure" if question.grid else choices(question)[NOT_SURE],
        "I would rather not say",
        base.topics[question.topic],
    ):
        assert said in words
    assert ("None of these" in words) == (question.takes_none and not question.grid)
    assert all(label in words for label in question.options.values())
    assert (checked(page) == [] and 'value=""' in page) or question.type != "number"
    about = r"\. About \d+ more questions?, \d+ minutes?|, at most \d+ more after this|, nearly done|, the last one"
    assert re.search(f"Question 1({about})", shown(page))
    assert ("still possible" in page) == (not question.guard)


def test_the_first_question_is_two_clicks_away(person):
    assert 'href="/begin"' in person.page("/")
    assert person.post("/begin", target="plain").headers["Location"] == "/q"
    assert person.get("/q").headers["Location"] == "/q/1"


def test_what_exit_does_is_said_once_before_the_first_question(person):
    assert person.get("/q/1").headers["Location"] == "/q" and person.get("/q").headers["Location"] == "/begin"
    said = shown(person.page("/begin"))
    for words in (
        "drops all your answers",
        "Your browser keeps a list of pages",
        "spies on this device",
        "No file is written unless you save one",
    ):
        assert words in said
    person.post("/begin", target="weather")
    assert person.get("/q").headers["Location"] == "/q/1" and 'href="/begin"' not in person.page("/")


def test_continuing_with_nothing_chosen(asked):
    key = asked.key("/q/3")
    answer = asked.post("/q/3", question=key)
    page = answer.text
    assert answer.status_code == 422 and title(page) == "Error: Question 3"
    summary = re.search(
        r'<div class="problem missing" id="summary" role="alert" tabindex="-1" autofocus>(.*?)</div>', page, re.DOTALL
    )[1]
    assert texts.NOTHING_CHOSEN in summary and page.count(texts.NOTHING_CHOSEN) == page.count('id="problem"') == 1
    target = re.search(r'href="#([\w-]+)"', summary)[1]
    first = re.search(r'<input type="radio"[^>]*>', page)[0]
    assert f'id="{target}"' in first and 'aria-describedby="problem"' in first
    assert set(asked.visit.conversation.sheet.answers.values()) == {NOT_SURE}


def test_an_error_keeps_earlier_answers(asked, base):
    address = asked.answer("/q/3", asked.key("/q/3"), "no")
    before = dict(asked.visit.conversation.sheet.answers)
    assert len(before) == 3
    assert asked.post(address, question=asked.key(address)).status_code == 422
    assert asked.visit.conversation.sheet.answers == before


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("many", {"answer": [NONE, "first"]}, "goes by itself"),
        ("many", {"answer": [RATHER_NOT_SAY, NOT_SURE]}, "goes by itself"),
        ("choice", {"answer": ["first", NOT_SURE]}, "Choose one answer"),
        ("choice", {"answer": "<b>nothing we know</b>"}, texts.NOTHING_CHOSEN),
        ("number", {"number": "many"}, "Type a whole number from"),
        ("number", {"number": "9" * 5000}, "Type a whole number from"),
        ("number", {"number": "-1"}, "Type a whole number from"),
        ("number", {"number": "3", "answer": NOT_SURE}, "Give one answer"),
        ("number", {}, texts.NOTHING_CHOSEN),
    ],
)
def test_what_cannot_be_an_answer(asked, facing, base, kind, form, said):
    key = next(key for key in QUESTIONS if base.questions[key].type == kind and not base.questions[key].grid)
    first = next(iter(base.questions[key].options), "")
    form = {
        name: [first if v == "first" else v for v in value] if isinstance(value, list) else value
        for name, value in form.items()
    }
    answer = asked.post(facing(key), question=key, **form)
    assert answer.status_code == 422 and said in answer.text and "<b>nothing" not in answer.text
    # What was sent is still there to be corrected.
    assert all(value in checked(answer.text) for value in form.get("answer", []) if value in (first, NONE, NOT_SURE))
    assert key not in asked.visit.conversation.sheet.answers


def test_several_things_and_not_knowing_the_rest_go_together(asked, facing, base):
    key = next(key for key in QUESTIONS if base.questions[key].type == "many")
    options = list(base.questions[key].options)
    asked.answer(facing(key), key, (options[1], options[0], NOT_SURE))
    assert asked.visit.conversation.sheet.answers[key] == (options[0], options[1], NOT_SURE)


def test_going_back_shows_the_old_answers_and_forward_loses_none(done):
    before = dict(done.visit.conversation.sheet.answers)
    line = done.visit.conversation.replay.line
    number = len(line)
    for _ in range(3):
        page = done.page(f"/q/{number}")
        key = done.key(f"/q/{number}")
        old = before[key]
        wanted = [] if isinstance(old, int) else [*old] if isinstance(old, tuple) else [old]
        assert checked(page) == wanted and (not isinstance(old, int) or f'value="{old}"' in page)
        assert f'href="/q/{number - 1}"' in page
        number -= 1
    for place in range(number + 1, len(line) + 1):
        following = done.answer(f"/q/{place}", line[place - 1], before[line[place - 1]])
    assert following == "/check"
    assert done.visit.conversation.sheet.answers == before


def test_an_answer_that_no_longer_applies_is_gone(ended, base):
    key = ended.key("/q/3")
    ended.answer("/q/3", key, "no")
    ended.answer("/q/4", ended.key("/q/4"), "not_sure")
    assert len(ended.visit.conversation.sheet.answers) == 4
    assert ended.answer("/q/3", key, "yes") == "/step"
    assert set(ended.visit.conversation.sheet.answers) == {"question", "presses_most", key}
    assert ended.get("/q/4").headers["Location"] == "/q" and ended.page("/check").count("/change/") == 3


def test_a_page_of_a_number_that_is_not_there_leads_on(asked):
    for address in ("/q/4", "/q/99", "/q/0", "/change/7"):
        assert asked.get(address).headers["Location"] == "/q"
    assert asked.get("/q/x").status_code == 404


def test_an_answer_from_a_second_window_never_lands_at_another_question(asked):
    key = asked.key("/q/3")
    asked.answer("/q/3", key, "no")
    assert asked.post("/q/4", question=key, answer="yes").headers["Location"] == "/q"
    skipped = {"question": NOT_SURE, "presses_most": NOT_SURE}
    assert asked.visit.conversation.sheet.answers == {**skipped, key: "no"}


def test_the_bound_never_grows_on_the_way(asked, base):
    answers, address, bounds = base.examples["parents-in-the-first-week"].answers, "/q/3", []
    while address.startswith("/q/"):
        more = re.search(r"there are never more than (\d+)", asked.page(address))
        bounds.append(int(more[1]) if more else 0)
        key = asked.key(address)
        address = asked.answer(address, key, answers.get(key, NOT_SURE))
    assert len(bounds) > 5 and all(a > b for a, b in pairwise(bounds))
    assert all(bound >= len(bounds) - place for place, bound in enumerate(bounds, start=1))


def test_the_foot_of_a_question_does_not_lead_to_that_question(asked):
    here = asked.visit.conversation.number
    assert "Go on with the questions" not in asked.page(f"/q/{here}")
    assert "Go on with the questions" in asked.page("/help")
