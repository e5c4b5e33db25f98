"""Leaving the one file: by hand, by keys, to a page chosen before; nothing of it is left in any window."""

import pytest

from milepost.web.phone.file import Options, written
from tests.phone.serving import serving
from tests.phone.walking import EXAMPLE, begins, walks
from tests.tiers import sampled, thorough


@pytest.mark.parametrize("where", sampled(["file", "server"], 1))
def test_nothing_is_left(opened, file, served, base, where):
    address = file.as_uri() if where == "file" else served
    page = opened(address)
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    other = page.context.new_page()
    other.goto(address + "?x=1#y")
    other.wait_for_selector(".started h1")
    assert other.title() == "Start"
    if where == "server":
        assert page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie.length,
            (await indexedDB.databases()).length, (await caches.keys()).length]""") == [0, 0, 0, 0, 0]
    page.locator(".exit").click()
    page.wait_for_url("about:blank")
    other.wait_for_url("about:blank")
    for left in (page, other):
        left.go_back()
        assert left.url == "about:blank" and left.locator("body").inner_text() == ""


@thorough
def test_leaving_by_keys_and_to_a_page_chosen_before(opened, base, served, file, tmp_path, monkeypatch):
    """That page learns nothing of where somebody came from."""
    elsewhere = tmp_path / "weather.html"
    elsewhere.write_text("<h1>Rain</h1>")
    with serving(tmp_path) as (address, requests):
        monkeypatch.setattr(
            "milepost.web.phone.file.EXITS", (("about:blank", "Blank"), (f"{address}/weather.html", "Weather"))
        )
        (file.parent / "other.html").write_text(written(base, Options()), encoding="utf-8", newline="\n")
        page = opened(served.replace(file.name, "other.html"))
        page.get_by_role("button", name="Begin").click()
        page.get_by_text("Where the exit leads").first.click()
        page.get_by_label("Weather").check()
        page.get_by_role("button", name="Continue").click()
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/weather.html")
        assert page.locator("h1").inner_text() == "Rain" and page.evaluate("document.referrer") == ""
        assert not {"referer", "origin", "cookie"} & {name.lower() for name in requests[0]}
        page.go_back()
        assert page.url == "about:blank"


@thorough
def test_going_elsewhere_and_back_finds_nothing(opened, base, served):
    page = opened(served)
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector(".started h1")
    assert page.title() == "Start" and page.get_by_role("button", name="Begin").count() == 1
