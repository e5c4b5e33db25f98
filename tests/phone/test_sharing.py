"""The step handed on: as text to what the phone shares with, to what is copied or to be copied by hand; and on paper."""

import datetime
import io
import unicodedata

import pytest
from pypdf import PdfReader

from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.engine.telling import record, texts
from milepost.engine.telling.as_text import as_text
from milepost.engine.telling.countries import reachable
from milepost.library import Milepost
from tests.phone.walking import EXAMPLE, as_python, begins, walks
from tests.tiers import thorough

SHARES = """Object.defineProperty(navigator, "share", { value: (given) => { window.shared = given; return Promise.resolve(); } })"""
CLOSES = (
    """Object.defineProperty(navigator, "share", { value: () => Promise.reject(new DOMException("", "AbortError")) })"""
)
COPIES = """Object.defineProperty(navigator, "clipboard", {
    value: { writeText: (given) => { window.copied = given; return Promise.resolve(); } } })"""
REFUSES = (
    """Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } })"""
)


@pytest.fixture
def at_the_step(opened, base):
    """A page that shows the step of the example; and what Python tells of it, on the first screen and in the rows."""
    page = opened()
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_role("button", name="See your next step").first.click()
    return page, as_python(base, base.examples[EXAMPLE].answers)[1]


def said(sections) -> list[str]:
    return [item.say for section in sections for item in section.items]


def share(page, phone: str, all: bool = False) -> None:
    """Tap the button on a phone that shares as the script `phone` says."""
    page.evaluate(phone)
    if all:
        page.get_by_text("Print or share all of it").click()
    page.get_by_role("button", name="Share all as text" if all else "Share as text", exact=True).click()


@thorough
def test_to_what_the_phone_shares_with(at_the_step):
    page, telling = at_the_step
    share(page, SHARES)
    page.wait_for_function("window.shared")
    given = page.evaluate("window.shared")
    assert given == {"text": as_text(telling)}
    assert 100 < len(given["text"].split()) < 300, "the first screen alone"
    assert page.locator(".keep [role=status]").inner_text() == "" and page.locator("textarea").count() == 0


@thorough
def test_whoever_closes_it_is_told_nothing(at_the_step):
    page = at_the_step[0]
    share(page, CLOSES)
    page.evaluate("new Promise(done => setTimeout(done))")
    assert page.locator(".keep [role=status]").inner_text() == "" and page.locator("textarea").count() == 0


@thorough
def test_without_sharing_it_is_copied(at_the_step):
    page, telling = at_the_step
    share(page, COPIES, all=True)
    page.wait_for_function("document.querySelector('.keep [role=status]').textContent.startsWith('It is copied')")
    assert page.locator(".keep [role=status]").is_visible()
    assert page.evaluate("window.copied") == as_text(telling, [])


@thorough
def test_where_neither_can_be_it_is_shown_to_be_copied(at_the_step):
    page, telling = at_the_step
    share(page, REFUSES)
    page.get_by_label("Copy this text:").wait_for()
    assert page.get_by_label("Copy this text:").input_value() == as_text(telling)


def test_in_danger_what_is_risked_is_said_before_the_buttons_and_all_of_it_has_people_to_call(opened, base):
    answers = base.examples["choked-in-the-first-days"].answers
    page, (line, telling) = opened(), as_python(base, answers)
    begins(page)
    walks(page, base, answers)
    assert not page.get_by_role("button", name="Share as text").is_visible()
    page.get_by_text("Print or share", exact=True).click()
    assert page.get_by_text(texts.RISKY).is_visible() and page.get_by_text(texts.STAYS).is_visible()
    share(page, COPIES, all=True)
    page.wait_for_function("window.copied")
    consultation = Milepost.of(base).consult({key: answers.get(key, NOT_SURE) for key in line})
    people = record.people(consultation, reachable(base.countries, "US"), datetime.date.today())
    assert page.evaluate("window.copied") == as_text(telling, people)
    assert people[0]["lines"][0]["name"] in page.evaluate("window.copied")


def on_paper(page) -> list[str]:
    """What stands on each page of paper, without what breaks lines; fonts have one sign for two letters, as in first."""
    document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return ["".join(unicodedata.normalize("NFKC", each.extract_text()).split()) for each in document.pages]


def test_on_paper_is_all_of_it_once_and_no_buttons(at_the_step, base):
    """The first screen on a page of its own, then all rows, but no answer about safety."""
    page, telling = at_the_step
    behind = [item for row in telling.rows for section in row.sections for item in section.items]
    guarded = {key for key, question in base.questions.items() if question.guard}
    screen = ["".join(each.split()) for each in said(telling.screen)]
    rows = ["".join(each.say.split()) for each in behind if each.id not in guarded]
    first, *others = on_paper(page)
    assert [each for each in screen if each not in first] == [] and len(others) <= 4
    assert [each for each in rows if each not in "".join(others)] == []
    for each in ("Print", "Shareastext", "Exitthispage", "Showitsnumbers", "Thestages", texts.WAY.replace(" ", "")):
        assert each not in "".join((first, *others)), each
    assert page.locator(".rows > details[open]").count() == 0, "on the screen they are closed as before"
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print the first page only").click()
    assert page.evaluate("window.printed") and on_paper(page) == [first]
