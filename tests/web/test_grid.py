"""Signs of danger are asked line by line: yes, no or not sure, and nobody has to go through all of them."""

import re

import pytest

from milepost.engine.interview.conversation import Conversation
from milepost.engine.interview.interview import Replay
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY
from milepost.engine.telling import texts
from tests.web.person import checked, shown

SIGNS = "harm_signs"


@pytest.fixture
def facing(asked, knowledge):
    """Puts the signs in view, with an answer or without; returns the address of their page."""

    def face(**answer) -> str:
        replay = Replay((SIGNS,), 1, None if answer else knowledge.kb.questions[SIGNS], Sheet(answer), ())
        asked.visit.conversation = Conversation(knowledge.milepost.interview, replay)
        return "/q/1"

    return face


def sent(asked, address, rows, **rest):
    return asked.post(address, question=SIGNS, **{f"row-{key}": value for key, value in rows.items()}, **rest)


def test_each_sign_is_a_line_of_its_own_and_none_is_chosen(asked, facing, base):
    page = asked.page(facing())
    options = base.questions[SIGNS].options
    for key, words in options.items():
        assert words in shown(page)
        ways = re.findall(rf'<input type="radio" id="[\w-]+" name="row-{key}" value="(\w+)">', page)
        assert ways == ["yes", "no", "not_sure"]
    assert len(re.findall(r'role="radiogroup" aria-labelledby="row-\w+"', page)) == len(options)
    assert checked(page) == []
    words, said = list(options.values()), shown(page)
    assert (
        said.index("No to all of these")
        < said.index(words[0])
        < said.index(words[-1])
        < said.index("No to all the others")
    )


@pytest.mark.parametrize(
    ("rows", "rest", "answer"),
    [
        ({"put_down": "yes", "afraid": "no"}, {"answer": NONE}, ("put_down",)),
        ({"put_down": "yes"}, {}, ("put_down", NOT_SURE)),
        ({"put_down": "not_sure"}, {"answer": NONE}, (NOT_SURE,)),
        ({"put_down": "no"}, {"answer": NONE}, (NONE,)),
    ],
)
def test_lines_become_one_answer(asked, facing, rows, rest, answer):
    assert sent(asked, facing(), rows, **rest).status_code == 303
    kept = asked.visit.conversation.sheet.answers[SIGNS]
    assert set(kept if isinstance(kept, tuple) else (kept,)) == set(answer)


def test_no_to_each_line_is_none(asked, facing, base):
    assert sent(asked, facing(), dict.fromkeys(base.questions[SIGNS].options, "no")).status_code == 303
    assert asked.visit.conversation.sheet.answers[SIGNS] in (NONE, (NONE,))


@pytest.mark.parametrize(
    ("rows", "rest"),
    [
        ({"put_down": "yes"}, {}),
        ({"put_down": "yes", "afraid": "not_sure"}, {}),
        ({"put_down": "yes", "afraid": "no"}, {"answer": NONE}),
    ],
)
def test_lines_come_back_as_they_were_sent(asked, facing, rows, rest):
    sent(asked, facing(), rows, **rest)
    page = asked.page(facing(**{SIGNS: asked.visit.conversation.sheet.answers[SIGNS]}))
    said = re.findall(r'name="row-(\w+)" value="(\w+)" checked', page)
    assert dict(said) == rows and ('value="none" checked' in page) == bool(rest)


def test_lines_that_may_have_been_left_are_empty(asked, facing):
    """An answer that came from elsewhere does not say which of the others were not sure."""
    page = asked.page(facing(**{SIGNS: ("put_down", NOT_SURE)}))
    assert re.findall(r'name="row-(\w+)" value="(\w+)" checked', page) == [("put_down", "yes")]


def test_lines_left_without_a_yes_are_asked_for(asked, facing):
    answer = sent(asked, facing(), {"put_down": "no"})
    assert answer.status_code == 422
    assert "Answer each, or choose “No to all the others”" in answer.text
    assert re.search(r'name="row-put_down" value="no" checked', answer.text)
    assert '<a href="#answer-afraid">' in answer.text, "the first line that has no answer"


def test_nothing_chosen_leads_to_the_first_line(asked, facing, base):
    answer = asked.post(facing(), question=SIGNS)
    assert answer.status_code == 422
    assert texts.NOTHING_CHOSEN in answer.text
    first = next(iter(base.questions[SIGNS].options))
    assert f'<a href="#answer-{first}">' in answer.text
    assert f'id="answer-{first}" name="row-{first}" value="yes"' in answer.text
    described = re.findall(r'role="radiogroup" aria-labelledby="row-\w+" aria-describedby="problem"', answer.text)
    assert len(described) == len(base.questions[SIGNS].options)


def test_rather_not_say_goes_by_itself(asked, facing):
    assert sent(asked, facing(), {"put_down": "yes"}, answer=RATHER_NOT_SAY).status_code == 422
    assert asked.post("/q/1", question=SIGNS, answer=RATHER_NOT_SAY).status_code == 303
