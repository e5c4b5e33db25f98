"""How the one file asks: problems are named, nothing typed is lost, and long lists can be looked over."""

import pytest

from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.engine.telling import texts
from tests.phone.walking import EXAMPLE, asked, begins, chooses, in_view


def test_a_problem_is_named_and_nothing_is_lost(opened, base):
    page = opened()
    begins(page)
    page.get_by_role("button", name="Continue").click()
    assert (
        page.title().startswith("Error: ") and page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    )
    assert page.get_by_role("alert").inner_text() == page.locator("#problem").inner_text() == texts.NOTHING_CHOSEN
    chooses(page, base, "no")
    page.get_by_role("button", name="Continue").click()
    assert asked(page) == "self_harm"
    page.get_by_text("Back", exact=True).click()
    assert asked(page) == "danger_now" and page.locator("input:checked").get_attribute("value") == "no"


@pytest.mark.parametrize("box", ["no-to-all", "answer-none"])
def test_no_to_all_is_one_answer_above_and_below_a_list(opened, base, box):
    page = opened()
    begins(page)
    while not base.questions[asked(page)].grid:
        chooses(page, base, base.examples[EXAMPLE].answers[asked(page)])
        page.get_by_role("button", name="Continue").click()
    before = asked(page)
    page.locator(f"#{box}").check()
    page.get_by_role("button", name="Continue").click()
    assert asked(page) != before and page.get_by_role("alert").count() == 0
    page.get_by_text("Back", exact=True).click()
    assert page.locator("#no-to-all").is_checked() and page.locator("#answer-none").is_checked()


def test_lines_of_a_list_come_back_as_they_were_left(opened, base):
    page = opened()
    begins(page)
    chosen = "[...document.querySelectorAll('input:checked')].map(({ id }) => id)"

    def there_and_back() -> list[str]:
        page.get_by_role("button", name="Continue").click()
        page.get_by_text("Back", exact=True).click()
        return page.evaluate(chosen)

    while not base.questions[asked(page)].grid:
        chooses(page, base, base.examples[EXAMPLE].answers.get(asked(page), NOT_SURE))
        page.get_by_role("button", name="Continue").click()
    first, second, third = list(base.questions[asked(page)].options)[:3]
    page.locator(f"[id='{first}-no']").check()
    page.get_by_role("button", name="Continue").click()
    assert page.get_by_role("alert").count() == 1 and page.evaluate(chosen) == [f"{first}-no"]
    page.locator(f"[id='{second}-yes']").check()
    page.locator(f"[id='{third}-not_sure']").check()
    assert there_and_back() == [f"{first}-no", f"{second}-yes", f"{third}-not_sure"]
    page.get_by_label("No to all of these").check()
    assert page.get_by_label("No to all the others").is_checked()
    assert there_and_back() == ["no-to-all", f"{first}-no", f"{second}-yes", f"{third}-not_sure", "answer-none"]


def test_before_the_questions_all_that_is_needed_is_on_one_screen(opened):
    page = opened()
    page.get_by_role("button", name="Begin").click()
    assert in_view(page, "h1", "form button")


def test_back_from_the_first_question_leads_to_what_stands_before_all_questions(opened):
    page = opened()
    page.get_by_role("button", name="Begin").click()
    chosen = page.locator("#question option").nth(2).get_attribute("value")
    page.select_option("#question", chosen)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Back", exact=True).click()
    assert page.locator("h1").inner_text() == "Before you begin"
    assert page.locator("#question").input_value() == chosen
    page.get_by_text("Back", exact=True).click()
    assert page.title() == "Start"


def test_no_choice_is_described_by_nothing(opened):
    page = opened()
    begins(page)
    assert page.locator("main input").count() > 1
    assert page.locator("[aria-describedby='']").count() == 0


def test_what_to_ask_is_listed_below_headings(opened, base):
    page = opened()
    page.get_by_role("button", name="Begin").click()
    listed = page.locator("#question").evaluate("""list => [...list.querySelectorAll("optgroup")].map(
        (each) => [each.label, each.querySelector("option").value])""")
    assert {key: heading for heading, key in listed} == base.questions["question"].headings
