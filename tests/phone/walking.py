"""What a person does with the one file: begin, choose, continue."""

import datetime
from collections.abc import Mapping

from milepost.engine.model.answer_sheet import NONE, NOT_SURE, Answer
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling.tell import Telling
from milepost.library import Milepost
from milepost.web.phone.packing import numbers
from tests.phone.cases import data_of

PHONE = {"width": 320, "height": 640}
EXAMPLE = "parents-in-the-first-week"


def begins(page) -> None:
    """From the start to the first question, with all left out that can be."""
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Continue").click()


def form(page):
    """The form in view: another may stand below it, laid out before it is shown."""
    return page.locator("form[data-question]").first


def asked(page) -> str | None:
    return form(page).get_attribute("data-question") if form(page).count() else None


def chooses(page, kb, answer) -> None:
    """Choose an answer to the question in view."""
    question = kb.questions[asked(page)]
    if isinstance(answer, int):
        return form(page).locator("#number").fill(str(answer))
    chosen = answer if isinstance(answer, tuple) else (answer,)
    if question.grid and chosen == (NONE,):
        return form(page).locator("#no-to-all").check()
    if question.grid and answer != "rather_not_say":
        other = NOT_SURE if NOT_SURE in chosen else "no"
        ways = [f"{key}-{'yes' if key in chosen else other}" for key in question.options]
        return [form(page).locator(f"[id='{way}']").check() for way in ways]
    return [form(page).locator(f"[id='answer-{key}']").check() for key in chosen]


def walks(page, kb, answers) -> list[str]:
    """Answer question after question. Gives their keys."""
    walked = []
    while (key := asked(page)) is not None:
        walked.append(key)
        chooses(page, kb, answers.get(key, NOT_SURE))
        page.get_by_role("button", name="Continue").click()
        assert page.locator("[role=alert]").count() == 0, key
    return walked


def as_python(kb: KnowledgeBase, answers: Mapping[str, Answer]) -> tuple[list[str], Telling]:
    """The questions that Python asks whoever leaves out those before the first view, and what it tells today.

    Numbers are those of the country that the browsers of tests have in their language.
    """
    milepost = Milepost.of(kb)
    conversation = milepost.begin(
        {key: NOT_SURE for key, question in kb.questions.items() if question.asked == "first"}
    )
    while conversation.question is not None:
        conversation = conversation.answered(answers.get(conversation.question.key, NOT_SURE))
    telling = milepost.tell(milepost.consult(conversation.sheet), kb.countries["US"], today=datetime.date.today())
    return list(conversation.replay.line), telling


def on_screen(kb: KnowledgeBase, telling: Telling) -> list[str]:
    """The lines in view beside the step, by the numbers that they have in the one file."""
    items = [item for section in telling.screen if section.key != "step" for item in section.items if item.id]
    given = numbers(data_of(kb))
    return [str(given[item.id]) for item in items]


def in_view(page, *selectors: str) -> bool:
    """Is all of this on the screen of a small phone, without a tap?"""
    page.set_viewport_size({"width": 360, "height": 740})
    boxes = [page.locator(each).first.bounding_box() for each in selectors]
    return all(box["y"] >= 0 and box["y"] + box["height"] <= 740 for box in boxes)
