"""From the start to the next step and out again, with JavaScript and without (E1 to E3, E5 to E7, E13)."""

import pytest

from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.engine.telling.record import record


@pytest.fixture
def example(site):
    return site.example


def test_the_whole_way(person, example):
    page = person.page
    assert person.path == "/", "the token has left the address bar"
    assert page.locator("input").count() == 0, "nobody is asked who they are"
    person.follows(page.get_by_role("link", name="Begin", exact=True))
    assert person.heading == "Before you begin"
    said = page.locator("main").inner_text()
    for promise in ("Nothing is sent", "No file is written unless", "Back button", "list of pages", "spies"):
        assert promise in said
    person.continues()
    assert page.title() == "Question 3", "two clicks from the start, after the two that stand there"

    walked = person.walks(example)
    assert len(walked) == len(set(walked)) > 8
    assert person.path == "/check"
    kb = person.site.knowledge.kb
    assert [each.inner_text() for each in page.locator("dl.answers dt").all()] == [
        kb.questions[key].ask for key in ("question", "presses_most", *walked)
    ]

    person.follows(page.get_by_role("link", name="See your next step").first)
    told = record_of(person)
    assert page.locator("[data-role=step]").count() == 1
    assert page.locator("[data-role=step]").get_attribute("data-step") == told["step"]["id"]
    assert person.heading == told["step"]["title"]

    page.locator("#why summary").click()
    person.follows(page.get_by_role("link", name="See your way to it"))
    words = page.locator("main").inner_text()
    assert told["step"]["title"] in words
    assert kb.questions["longest_silence"].ask in words
    person.follows(page.get_by_role("link", name="All stages and steps"))
    assert page.title() == "Whole map"
    assert page.locator(".card").count() == len(kb.steps)
    assert page.locator(".card.yours").inner_text().endswith(told["step"]["title"])

    person.follows(page.get_by_role("link", name="Exit this page").last)
    assert person.heading == "Kitchen measures"


def record_of(person) -> dict:
    """What the engine tells for the answers of the newest visit."""
    import datetime

    known = person.site.knowledge
    with known.lock:
        consultation = known.consulted(person.site.visit.conversation.sheet)
        return record(consultation, known.milepost.explain(consultation), datetime.date.today(), [])


def test_the_step_is_seen_without_scrolling(scripted, example):
    scripted.site.told(example)
    scripted.goes("/step")
    for each in record_of(scripted)["screen"]:
        if each["key"] == "step":
            for words in (each["lead"], *(item["say"] for item in each["items"])):
                box = scripted.page.get_by_text(words).first.bounding_box()
                assert box["y"] >= 0 and box["y"] + box["height"] <= 800, words
    everything = scripted.page.locator("body").text_content().lower()
    assert not any(word in everything for word in ("chance", "guarantee", "percent", "per cent", "%"))


def test_going_back_loses_no_answer(person, example):
    page = person.page
    person.begins()
    for _ in range(4):
        person.answers(example.get(person.asked, NOT_SURE))
    assert page.title() == "Question 7"

    for number in (6, 5):
        page.go_back()
        assert page.title() == f"Question {number}"
        assert person.chosen == given(person)
    person.follows(page.get_by_role("link", name="Back", exact=True))
    assert page.title() == "Question 4"
    assert person.chosen == given(person)

    for number in (5, 6, 7):
        person.continues()
        assert page.title() == f"Question {number}"
    assert len(person.site.visit.conversation.sheet.answers) == 6


def given(person) -> list[str]:
    answer = person.site.visit.conversation.sheet.answers[person.asked]
    return list(answer) if isinstance(answer, tuple) else [answer]


def test_a_changed_answer_asks_only_what_is_new_and_drops_what_fell_away(person, example):
    page, visit = person.page, person.site.visit
    person.site.told(example)
    before = dict(visit.conversation.sheet.answers)
    assert before["latest_word"] == "nothing" and "longest_silence" in before
    person.goes("/check")
    ask = person.site.knowledge.kb.questions["latest_word"].ask
    change = page.get_by_role("link", name=f"Change the answer to: {ask}")
    assert change.inner_text().startswith("Change")
    person.follows(change)
    assert person.asked == "latest_word"
    assert person.chosen == ["nothing"]
    person.answers(("said_yes",))
    newly = []
    while "/change/" in person.path:
        newly.append(person.asked)
        person.answers(NOT_SURE)
    assert newly and not set(newly) & set(before), "only what is newly needed is asked"
    assert person.path == "/check"
    assert "longest_silence" not in visit.conversation.sheet.answers
    assert person.site.knowledge.kb.questions["longest_silence"].ask not in page.locator("main").inner_text()


def test_what_is_said_before_the_first_question_is_said_once(person):
    person.begins()
    person.goes("/")
    person.follows(person.page.get_by_role("link", name="Go on where you were"))
    assert person.page.title() == "Question 3"


def test_danger_leads_to_people_at_once(person):
    person.begins()
    person.answers("yes")
    assert person.path == "/step"
    assert person.page.get_by_role("heading", name="In danger now?").is_visible()


def test_extra_questions_can_be_left(person, example):
    person.site.told(example)
    person.goes("/check")
    person.follows(person.page.get_by_role("button", name="Answer"))
    assert person.page.get_by_text("Extra question").is_visible()
    person.answers(NOT_SURE)
    person.follows(person.page.get_by_role("link", name="That is enough"))
    assert person.path == "/check"


def test_help_is_there_before_any_answer(meet):
    stranger = meet(java_script_enabled=False)
    stranger.goes("/help")
    assert "emergency" in stranger.page.locator("main").inner_text().lower()
    assert "last checked" in stranger.page.locator("main").inner_text()


def test_the_country_of_the_helplines_can_be_chosen(person):
    person.follows(person.page.get_by_role("link", name="Get help now").first)
    person.page.get_by_label("Your country").select_option(label="Ireland")
    person.follows(person.page.get_by_role("button", name="Show its numbers"))
    assert person.path.partition("#")[0] == "/help", "the country is not in the address"
    assert person.page.get_by_role("heading", name="Ireland").is_visible()
    assert person.page.get_by_text("112 or 999").is_visible()
