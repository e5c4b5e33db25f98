"""What a person came to ask: asked on the first page, where it may be left out, and answered first on the last."""

import re

import pytest
from markupsafe import escape

from milepost.engine.model.question import NOT_SURE, OWN_QUESTION
from tests.web.person import shown


def with_question(person, example, **first):
    """Goes from the first page to the step, with the answers of an example."""
    assert person.post("/begin", target="plain", **first).status_code == 303
    return person.answer_all(example.answers)


@pytest.fixture
def example(base):
    return base.examples["asks-to-write-two-days-after-a-quarrel"]


def test_it_stands_on_the_first_page_and_may_be_left_out(person, base):
    page = person.page("/begin")
    assert all(f">{escape(words)}</option>" in page for words in base.questions[OWN_QUESTION].options.values())
    assert "selected" not in page
    person.post("/begin", target="plain", question="", presses_most="")
    assert person.visit.conversation.sheet.answers == {"question": NOT_SURE, "presses_most": NOT_SURE}
    assert person.key(person.get("/q").headers["Location"]) == "danger_now"


def test_it_is_not_asked_again_and_back_leads_to_it(person, example):
    asked = with_question(person, example, question="write_first", presses_most="words")
    assert not {"question", "presses_most"} & set(asked)
    assert asked[0] == "danger_now" and asked[-1] == "coming_up"
    assert 'class="back" href="/begin"' in person.page("/q/3")
    assert 'value="write_first" selected' in person.page("/begin")


def test_the_answer_comes_first_then_the_step_then_what_is_at_hand(person, base, example):
    with_question(person, example, question="write_first", presses_most="words")
    page = person.page("/step")
    screen = page.partition('<div class="rows')[0]
    lines = [id for id in re.findall(r'data-line="([\w-]+)"', screen) if id in base.advice]
    alone = ["rash-write-and-do-not-go", "today-three-lines", "words-rash-sorry"]
    assert lines[:3] == alone
    text = shown(page)
    says = [base.advice[id].say for id in alone]
    order = [text.index(part) for part in (says[0], base.steps[example.step].say, *says[1:])]
    assert order == sorted(order)
    assert f"You asked: {base.questions[OWN_QUESTION].options['write_first']}" in text
    assert all(screen.count(f'data-line="{id}"') == 1 for id in alone)


def test_another_question_on_the_first_page_changes_the_answer_and_nothing_else(person, example):
    with_question(person, example, question="get_through", presses_most="words")
    before = person.visit.conversation.sheet.answers
    person.post("/begin", target="plain", question="is_over", presses_most="words")
    assert person.visit.conversation.sheet.answers == {**before, "question": "is_over"}
    assert 'data-line="is-over-after-a-quarrel"' in person.page("/step")


def test_in_danger_the_answer_protects_and_nothing_more_is_asked(person, base):
    person.post("/begin", target="plain", question="meet", presses_most="things")
    assert person.answer("/q/3", "danger_now", "yes") == "/step"
    page = person.page("/step")
    assert base.advice["meet-in-danger-now"].say in shown(page)
    assert page.index('<section class="numbers"') < page.index('id="step"') < page.index('id="people"')


def test_who_says_nothing_is_told_no_answer(person, example):
    answers = {key: given for key, given in example.answers.items() if key != OWN_QUESTION}
    person.post("/begin", target="plain", question="", presses_most="")
    person.answer_all(answers)
    assert "You asked" not in shown(person.page("/step"))


def test_what_to_ask_is_listed_below_headings(person, base):
    page = person.page("/begin")
    for key, heading in base.questions["question"].headings.items():
        assert f'<optgroup label="{heading}">' in page
        assert page.index(f'<optgroup label="{heading}">') < page.index(f'value="{key}"')
