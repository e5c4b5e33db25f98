"""The way out: always there, and nothing is left behind (E11, E12)."""

import gc
import socket
import threading
from urllib.parse import urlsplit

import pytest
from waitress import create_server

from milepost.web.visits import TARGETS, WEATHER
from tests.browser.states import IN_DANGER
from tests.memory import referents
from tests.tiers import sampled, several

# A number of days that no example has, so that it can be looked for.
DAYS = 3217


@pytest.fixture
def answered(person):
    """Somebody in the middle of it, with traces wherever a browser could hold some."""
    person.site.told({**person.site.example, "longest_silence": DAYS})
    person.goes("/q/7")
    person.goes("/check")
    person.page.evaluate("""async () => {
        localStorage.setItem('trace', '1'); sessionStorage.setItem('trace', '1');
        await (await caches.open('trace')).put('/trace', new Response('1'));
    }""")
    return person


def held_in_memory() -> bool:
    """Is there anything in this process that still holds the answer?"""
    gc.collect()
    return any(
        isinstance(held, dict) and held.get("longest_silence") == DAYS
        for owner in gc.get_objects()
        for held in referents(owner)
    )


def by_button(page):
    page.locator(".exit").click()


def by_the_second_link(page):
    # The first Tab stop skips to the page, the second one leaves it.
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Exit this page"
    assert page.locator(".skip:focus").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")


def by_shift(page):
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = {"script": (by_button, by_the_second_link, by_shift), "no-script": (by_button, by_the_second_link)}


@pytest.mark.parametrize(
    "person, leaves",
    sampled([(kind, way) for kind, ways in WAYS.items() for way in ways], 1, several),
    indirect=["person"],
)
def test_nothing_is_left(answered, leaves):
    page, site = answered.page, answered.site
    address, home = site.address, answered.home
    leaves(page)
    page.wait_for_url("**/plain")
    assert_neutral(page)
    traces = page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie.length,
        (await caches.keys()).length, (await indexedDB.databases()).length]""")
    assert traces == [0, 0, 0, 0, 0]
    assert answered.context.cookies() == []
    assert len(site.parts.visits) == 0

    page.go_back()
    assert_neutral(page)
    page.reload()
    assert_neutral(page)
    for old in (address, *(base + path for base in (home, site.origin) for path in ("/step", "/q/7", "/", "/help"))):
        page.goto(old)
        assert_neutral(page)


def assert_neutral(page) -> None:
    assert page.title() == "Kitchen measures"
    assert page.locator("h1").inner_text() == "Kitchen measures"
    assert page.get_by_role("link").count() == 0


def test_back_leads_to_no_form_that_would_be_sent_again(scripted):
    page = scripted.page
    scripted.begins()
    for _ in range(3):
        scripted.continues()
        assert page.title().startswith("Error: ")
    by_button(page)
    page.wait_for_url("**/plain")
    for _ in range(4):
        page.go_back()
        assert_neutral(page)


def test_the_memory_of_the_server_holds_no_answer(scripted):
    scripted.site.told({**scripted.site.example, "longest_silence": DAYS})
    scripted.goes("/step")
    scripted.goes("/map")
    assert held_in_memory()
    by_button(scripted.page)
    scripted.page.wait_for_url("**/plain")
    assert not held_in_memory()


def test_a_second_window_is_closed_too(scripted):
    scripted.site.told(scripted.site.example)
    other = scripted.context.new_page()
    other.goto(f"{scripted.home}/check")
    by_button(scripted.page)
    scripted.page.wait_for_url("**/plain")
    other.wait_for_url("**/plain")
    assert_neutral(other)


def test_a_fresh_address_from_the_terminal_opens_again(scripted):
    by_button(scripted.page)
    scripted.page.wait_for_url("**/plain")
    scripted.site.parts.door.fresh()
    scripted.comes_in()
    assert scripted.page.title() == "Start"
    assert scripted.site.visit.conversation is None


@pytest.fixture
def public(monkeypatch):
    """A page elsewhere in place of the public one; gives its address and the headers of what was asked of it."""
    asked = []

    def page(environ, start):
        asked.append({name.removeprefix("HTTP_").lower() for name in environ if name.startswith("HTTP_")})
        start("200 OK", [("Content-Type", "text/html")])
        return [b"<title>Weather</title><h1>Rain</h1>"]

    sock = socket.create_server(("127.0.0.1", 0))
    server = create_server(page, sockets=[sock])
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://localhost:{sock.getsockname()[1]}/weather"
    monkeypatch.setitem(TARGETS, WEATHER, address)
    yield address, asked
    server.close()


def test_the_public_page_learns_nothing(person, public):
    """The exit to a page elsewhere: opened by the browser itself, without a referrer, and Back leads nowhere."""
    page, (address, asked) = person.page, public
    person.follows(page.get_by_role("link", name="Begin", exact=True))
    page.get_by_label("A public page with the weather").check()
    person.continues()
    person.answers("no")
    by_button(page)
    page.wait_for_url(address)
    assert asked and not {"referer", "origin", "cookie"} & asked[0]
    assert page.evaluate("document.referrer") == ""
    page.go_back()
    assert_neutral(page)
    # The one address that was meant to be asked elsewhere.
    assert {urlsplit(url).hostname for url in person.left_the_machine} == {"localhost"}
    person.left_the_machine.clear()


def test_shift_three_times_is_announced_and_any_other_key_begins_anew(scripted):
    page = scripted.page
    said = page.locator("[role=status]")
    scripted.begins()
    page.keyboard.press("Shift")
    assert "Shift 2 more times" in said.inner_text()
    page.keyboard.press("Shift")
    assert "Shift 1 more time." in said.inner_text()
    page.keyboard.press("ArrowDown")
    assert said.inner_text() == ""
    for _ in range(4):
        # Going backwards through a page by keyboard is not leaving it.
        page.keyboard.press("Shift+Tab")
    assert page.title() == "Question 3"
    by_shift(page)
    page.wait_for_url("**/plain")
    assert_neutral(page)


@pytest.mark.parametrize("path", sampled(["/", "/q/1", "/check", "/step", "/map/all", "/help", "/nothing-here"], 2))
def test_the_way_out_is_always_in_view(scripted, path):
    """At 320 px, and at 400% zoom, where a window of 1280 x 1024 has 320 x 256 left."""
    scripted.site.told(scripted.site.example)
    page = scripted.page
    scripted.goes(path)
    assert page.locator("a[href$='/leave']").count() == 2
    for size in ({"width": 320, "height": 640}, {"width": 320, "height": 256}):
        page.set_viewport_size(size)
        for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"window.scrollTo(0, {place})")
            box = page.locator(".exit").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
            assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
            middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
            assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", middle) == "exit", (
                "nothing lies over it"
            )
        assert page.locator(".bar").bounding_box()["height"] <= size["height"] / 4, "room is left for the page"


@pytest.mark.parametrize(
    "path, in_danger",
    sampled([("/q/4", False), ("/check", False), ("/step", True), ("/help", False), ("/map", False)], 1, several),
)
def test_what_has_the_focus_is_never_covered(scripted, path, in_danger):
    """Through the page by Tab and back again, on a desk and at 400% zoom (WCAG 2.4.11)."""
    scripted.site.told(IN_DANGER if in_danger else scripted.site.example)
    page = scripted.page
    for size in ({"width": 1280, "height": 800}, {"width": 320, "height": 256}):
        page.set_viewport_size(size)
        scripted.goes(path)
        for key in ("Tab", "Shift+Tab"):
            seen = set()
            while (stop := focused(page, key))["at"] not in seen:
                seen.add(stop["at"])
                if stop["at"] != -1:
                    assert stop["visible"], (size, key, stop)
                    assert stop["outline"] >= 2, stop
            assert len(seen) > 6


def focused(page, key: str) -> dict:
    """Presses a key, and tells which element has the focus now, and whether all that fits of it is in view."""
    page.keyboard.press(key)
    return page.evaluate("""() => {
        const now = document.activeElement, box = now.getBoundingClientRect();
        const all = [...document.querySelectorAll('*')], bar = document.querySelector('.bar');
        if (now === document.body) return {at: -1};
        const top = bar.contains(now) || now.matches('.skip') ? 0 : bar.getBoundingClientRect().bottom;
        return {
            at: all.indexOf(now), outline: parseFloat(getComputedStyle(now).outlineWidth) * (getComputedStyle(now).outlineStyle !== 'none'), html: now.outerHTML.slice(0, 80), top: box.top, bottom: box.bottom, free: top,
            visible: box.top >= top - 1 && box.top < innerHeight && (box.bottom <= innerHeight + 1 || box.height > innerHeight - top),
        };
    }""")
