"""The step handed on as text: to what the phone shares with, to what is copied, or to be copied by hand."""

import pytest

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
    """A page that shows the step of the example; and all that Python tells of it."""
    page = opened()
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_role("button", name="See your next step").first.click()
    telling = as_python(base, base.examples[EXAMPLE].answers)[1]
    sections = [*telling.screen, *(section for row in telling.rows for section in row.sections)]
    return page, [item.say for section in sections for item in section.items]


def share(page, phone: str) -> None:
    """Tap the button on a phone that shares as the script `phone` says."""
    page.evaluate(phone)
    page.get_by_role("button", name="Share as text").click()


@thorough
def test_to_what_the_phone_shares_with(at_the_step):
    page, said = at_the_step
    share(page, SHARES)
    page.wait_for_function("window.shared")
    given = page.evaluate("window.shared")
    assert list(given) == ["text"] and said
    assert [each for each in said if each not in given["text"]] == []
    assert page.locator("#status").inner_text() == "" and page.locator("textarea").count() == 0


@thorough
def test_whoever_closes_it_is_told_nothing(at_the_step):
    page, _ = at_the_step
    share(page, CLOSES)
    page.evaluate("new Promise(done => setTimeout(done))")
    assert page.locator("#status").inner_text() == "" and page.locator("textarea").count() == 0


@thorough
def test_without_sharing_it_is_copied(at_the_step):
    page, said = at_the_step
    share(page, COPIES)
    page.wait_for_function("document.getElementById('status').textContent === 'It is copied.'")
    copied = page.evaluate("window.copied")
    assert [each for each in said if each not in copied] == []


@thorough
def test_where_neither_can_be_it_is_shown_to_be_copied(at_the_step):
    page, said = at_the_step
    share(page, REFUSES)
    page.get_by_label("Copy this text:").wait_for()
    shown = page.get_by_label("Copy this text:").input_value()
    assert [each for each in said if each not in shown] == []
