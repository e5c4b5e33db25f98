"""Continue with nothing chosen: told at the top and at the field, and nothing is lost (E4)."""

import pytest

from milepost.engine.interview.conversation import begun
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.telling import texts
from tests.tiers import sampled


@pytest.mark.parametrize("key", sampled(["age", "harm_signs", "circumstances", "longest_silence"], 1))
def test_what_is_missing_is_told_and_found(person, key):
    page = person.page
    person.site.told(person.site.example)
    line = person.site.visit.conversation.replay.line
    person.site.visit.conversation = begun(
        person.site.knowledge.milepost.interview, Sheet({k: person.site.example[k] for k in line[: line.index(key)]})
    )
    person.goes("/q")
    assert person.asked == key
    kept = dict(person.site.visit.conversation.sheet.answers)
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        person.continues()
    assert answer.value.status == 422
    assert page.title().startswith("Error: Question ")
    summary = page.locator("#summary")
    assert summary.inner_text() == texts.NOTHING_CHOSEN and page.get_by_text(texts.NOTHING_CHOSEN).count() == 1
    assert summary.evaluate("summary => summary === document.activeElement")
    link = summary.get_by_role("link")
    assert page.locator("#problem").inner_text().endswith(link.inner_text())
    assert person.site.visit.conversation.sheet.answers == kept
    link.click()
    first = page.locator("fieldset input:not([value=none])").first  # above it stands what says no to all
    assert first.evaluate("first => first === document.activeElement")
    assert first.bounding_box()["y"] >= page.locator(".bar").bounding_box()["height"]


def test_a_number_that_does_not_fit_stays_in_its_field(person):
    page = person.page
    person.site.told(person.site.example)
    number = person.site.number_of("number")
    key = person.site.visit.conversation.replay.line[number - 1]
    person.goes(f"/q/{number}")
    page.get_by_role("textbox").fill("some")
    person.continues()
    assert "Type a whole number" in page.locator("#summary").inner_text()
    assert page.get_by_role("textbox").input_value() == "some"
    page.get_by_role("textbox").fill("12")
    person.continues()
    assert person.site.visit.conversation.sheet.answers[key] == 12
