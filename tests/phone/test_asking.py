"""How the one file asks: problems are named, nothing typed is lost, and long lists can be looked over."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.engine.telling import texts
from tests.browser.test_axe import OPTIONS
from tests.phone.walking import EXAMPLE, asked, begins, chooses, form, in_view


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
    form(page).locator(f"#{box}").check()
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
    form(page).get_by_label("No to all of these").check()
    assert form(page).get_by_label("No to all the others").is_checked()
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


def test_what_comes_next_is_laid_out_while_somebody_rests_and_in_nobodys_way(opened, base):
    """It takes no room, and is not read, found, reached by keys or called by a label, until it is shown as it is."""
    page = opened()
    begins(page)
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    chooses(page, base, "no")
    ahead, heading = page.locator(".ahead"), base.questions["self_harm"].ask
    ahead.wait_for(state="attached")
    assert ahead.locator("h1").text_content() == heading and page.evaluate(height) == before
    assert not ahead.locator("h1").is_visible() and page.evaluate("words => !find(words)", heading)
    assert heading not in page.locator("main").aria_snapshot() and heading not in page.locator("main").inner_text()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(f"axe.run(document, {json.dumps(OPTIONS)}).then(({{ violations }}) => violations)") == []
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.querySelector('.ahead').contains(document.activeElement)")
    form(page).get_by_text(base.questions["danger_now"].options["yes"]).click()
    assert form(page).locator("input:checked").get_attribute("value") == "yes"
    assert ahead.locator("input:checked").count() == 0
    chooses(page, base, "no")
    page.wait_for_timeout(300)
    page.evaluate("window.laidOut = document.querySelector('.ahead h1')")
    page.get_by_role("button", name="Continue").click()
    assert ahead.count() == 0 and page.locator("h1").count() == 1 and page.locator("h1").is_visible()
    assert page.evaluate("laidOut === document.activeElement") and asked(page) == "self_harm"


def test_what_was_laid_out_and_is_not_next_is_never_shown(opened, base):
    page = opened()
    begins(page)
    chooses(page, base, "no")
    page.locator(".ahead").wait_for(state="attached")
    page.get_by_role("link", name="Get help now").click()
    assert page.locator("form[data-question]").count() == 0 and page.locator("h1").inner_text() == "Get help now"
    page.get_by_text("Back", exact=True).click()
    assert asked(page) == "danger_now" and page.locator(".ahead").count() == 0
    chooses(page, base, "no")
    page.locator(".ahead").wait_for(state="attached")
    chooses(page, base, "yes")
    page.get_by_role("button", name="Continue").click()
    assert page.title() == "Next step" and page.locator(".ahead").count() == 0
