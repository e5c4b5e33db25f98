"""Where the questions cannot run: a changed file, one cut short, no script, an old browser. People to call are there."""

import pytest

from tests.phone.walking import PHONE
from tests.tiers import sampled


def cannot_run(page) -> None:
    """People to call are there, and no question."""
    assert page.locator("#without h1").is_visible() and page.get_by_role("button", name="Begin").count() == 0
    page.get_by_text("Ireland: 112", exact=False).first.click()
    assert page.get_by_text("call 116 123", exact=False).first.is_visible()
    dialled = page.locator("#without details[open] a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert {"tel:112", "tel:116123"} <= set(dialled) and any(each.startswith("sms:") for each in dialled)


@pytest.mark.parametrize("part", sampled(["a letter of a step", "a letter of what is told", "a sign in a script"], 2))
def test_a_changed_file_says_so(opened, text, tmp_path, part):
    place = {
        "a letter of a step": text.index("</summary>", text.index('<div id="steps">')) - 1,
        "a letter of what is told": text.index("data: [") + 5000,
        "a sign in a script": text.rindex(".isPossible("),
    }[part]
    old, new = text[place], "a" if text[place] != "a" else "b"
    changed = tmp_path / "changed.html"
    changed.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8", newline="\n")
    page = opened(changed.as_uri(), quiet=False)
    page.get_by_text("This copy is not whole").wait_for()
    cannot_run(page)
    assert not page.get_by_text("All steps", exact=True).is_visible()


def test_a_file_cut_short_shows_people_to_call(opened, text, tmp_path):
    cut = tmp_path / "cut.html"
    cut.write_text(text[: text.index("<script>globalThis") + 5000], encoding="utf-8", newline="\n")
    page = opened(cut.as_uri(), quiet=False)
    page.get_by_text("This copy is not whole").wait_for()
    cannot_run(page)


def test_without_a_script_all_steps_can_be_read(opened, base):
    page = opened(java_script_enabled=False)
    cannot_run(page)
    assert page.get_by_text("scripts may be turned off", exact=False).is_visible()
    assert page.locator("#steps details").count() == len(base.steps)
    page.get_by_text(base.steps["pause"].title, exact=True).click()
    assert page.get_by_text(base.steps["pause"].say, exact=True).is_visible()
    assert page.locator("#steps details[open] li").count() > 0


def test_an_old_browser_gets_people_to_call(browser, file):
    context = browser.new_context(viewport=PHONE)
    context.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page = context.new_page()
    page.goto(file.as_uri())
    cannot_run(page)
    assert not page.get_by_text("This copy is not whole").is_visible()
    context.close()
