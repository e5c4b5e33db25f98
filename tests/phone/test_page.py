"""The one file in a browser: what it shows, where it can be opened, how it is left, and what it does when it cannot run."""

import functools
import http.server
import json
import threading
from contextlib import contextmanager

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from milepost.web.phone.file import Options, without_kept, written
from tests.browser.neutral import neutral
from tests.browser.test_axe import COLOURS, OPTIONS
from tests.phone.walking import EXAMPLE, as_python, asked, begins, chooses, walks

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def opened(browser, file):
    """Opens a file in a window of its own; at the end nothing was asked elsewhere, and nobody complained."""
    contexts = []

    def opening(address=None, quiet=True, **options):
        context = browser.new_context(**{"viewport": PHONE, **options})
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.asked, page.complaints = [], []
        context.on("request", lambda request: page.asked.append(request.url))
        context.on("console", lambda message: page.complaints.append(message.text))
        context.on("weberror", lambda error: page.complaints.append(str(error.error)))
        contexts.append((context, page, quiet))
        page.goto(address or file.as_uri())
        return page

    yield opening
    for context, page, quiet in contexts:
        context.close()
        elsewhere = [url for url in page.asked if not url.startswith(("file:", "data:", "http://127.0.0.1", "about:"))]
        assert elsewhere == []
        assert not quiet or page.complaints == []


@pytest.fixture(scope="module")
def served(file):
    """The address of the file on a plain static server."""
    with serving(file.parent) as (address, _):
        yield f"{address}/{file.name}"


@contextmanager
def serving(folder):
    """A plain static server: its address, and the headers of what was asked of it."""
    requests = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_) -> None:
            requests.append(dict(self.headers))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()


def test_a_whole_consultation(opened, base):
    answers = dict(base.examples[EXAMPLE].answers)
    line, telling = as_python(base, answers)
    page = opened()
    begins(page)
    walked = walks(page, base, answers)
    first = [question.key for question in base.questions.values() if question.asked == "first"]
    assert [*first, *walked] == line
    assert page.title() == "Your answers" and page.locator("dl.answers > div").count() == len(line)
    page.get_by_role("button", name="See your next step").first.click()
    assert page.locator(".screen h1").inner_text() == telling.section("step").lead
    shown = [line.get_attribute("data-line") for line in page.locator(".screen [data-line]").all()]
    assert shown == [
        item.id for section in telling.screen if section.key != "step" for item in section.items if item.id
    ]
    for row in telling.rows:
        page.locator(f"#{row.key} > summary").click()
        page.locator(f"#{row.key} > summary ~ *").first.wait_for(state="visible")
        words = page.locator(f"#{row.key}").inner_text()
        said = [item.say for section in row.sections for item in section.items if not item.links]
        assert [say for say in said if say not in words] == [], row.key
    assert page.get_by_text("The stages").count() == 1


def test_by_keyboard_only(opened, base):
    """Tab, Space and Enter lead from the start to the step; the focus is always on what was just shown."""
    page = opened()
    press = page.keyboard.press

    def goes_to(condition: str) -> None:
        for _ in range(200):
            press("Tab")
            if page.evaluate(f"(() => {{ const now = document.activeElement; return {condition}; }})()"):
                return
        raise AssertionError(condition)

    goes_to("now.innerText === 'Begin'")
    press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Before you begin"
    goes_to("now.innerText === 'Continue'")
    press("Enter")
    for answer in ("yes",):
        assert page.evaluate("document.activeElement.tagName") == "H1" and asked(page) == "danger_now"
        goes_to("now.type === 'radio'")
        press("Space")
        assert page.locator("input:checked").get_attribute("value") == answer
        goes_to("now.innerText === 'Continue'")
        press("Enter")
    assert page.title() == "Next step" and page.evaluate("document.activeElement.id") == "step"
    assert page.locator(".screen.help-first section").first.get_attribute("class") == "numbers"
    assert page.locator(".screen a[href^='tel:']").count() >= 2


def test_a_problem_is_named_and_nothing_is_lost(opened, base):
    page = opened()
    begins(page)
    page.get_by_role("button", name="Continue").click()
    assert (
        page.title().startswith("Error: ") and page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    )
    chooses(page, base, "no")
    page.get_by_role("button", name="Continue").click()
    assert asked(page) == "self_harm"
    page.get_by_text("Back", exact=True).click()
    assert asked(page) == "danger_now" and page.locator("input:checked").get_attribute("value") == "no"


def test_the_country_is_offered_and_never_assumed(opened):
    page = opened(locale="en-IE")
    page.get_by_role("link", name="Get help now").click()
    assert page.locator(".emergency").count() == 0
    page.get_by_role("button", name="Show the numbers of Ireland").click()
    assert page.locator(".emergency a").first.get_attribute("href").startswith("tel:")
    assert page.locator(".lines a[href^='sms:']").count() > 0


@pytest.mark.parametrize("where", ["file", "server"])
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
        page.get_by_label("Weather").check()
        page.get_by_role("button", name="Continue").click()
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/weather.html")
        assert page.locator("h1").inner_text() == "Rain" and page.evaluate("document.referrer") == ""
        assert not {"referer", "origin", "cookie"} & {name.lower() for name in requests[0]}
        page.go_back()
        assert page.url == "about:blank"


def test_going_elsewhere_and_back_finds_nothing(opened, base, served):
    page = opened(served)
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.goto("about:blank")
    page.go_back()
    page.wait_for_selector(".started h1")
    assert page.title() == "Start" and page.get_by_role("button", name="Begin").count() == 1


def test_a_copy_is_downloaded_only_where_it_is_asked_for(opened, base, text):
    page = opened()
    saved = []

    def save(download) -> None:
        saved.append(download)

    page.on("download", save)
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_role("button", name="Keep these answers in a file").click()
    page.get_by_label("Choose four or more words").fill("short")
    page.get_by_role("button", name="Make the copy").click()
    page.get_by_text("Type at least 12 letters.").wait_for()
    assert saved == []
    page.get_by_label("Choose four or more words").fill("four words nobody guesses")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the copy").click()
    assert download.value.suggested_filename == "what-now.html"
    copy = download.value.path().read_text(encoding="utf-8")
    assert without_kept(copy) == text
    assert page.get_by_text("Your copy is made").is_visible()


def cannot_run(page) -> None:
    """People to call are there, and no question."""
    assert page.locator("#without h1").is_visible() and page.get_by_role("button", name="Begin").count() == 0
    page.get_by_text("Ireland: 112", exact=False).first.click()
    assert page.get_by_text("call 116 123", exact=False).first.is_visible()


@pytest.mark.parametrize("part", ["a letter of what is told", "a sign in a script"])
def test_a_changed_file_says_so(opened, text, tmp_path, part):
    place = {
        "a letter of what is told": text.index("data: '") + 5000,
        "a sign in a script": text.rindex(".isPossible("),
    }[part]
    old, new = text[place], "a" if text[place] != "a" else "b"
    changed = tmp_path / "changed.html"
    changed.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8", newline="\n")
    page = opened(changed.as_uri(), quiet=False)
    page.get_by_text("This copy is not whole").wait_for()
    cannot_run(page)
    assert not page.get_by_text("All steps").is_visible()


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
    # Such a browser knows no modules either.
    page.route(
        "**",
        lambda route: route.fulfill(
            body=file.read_text().replace('type="module"', 'type="other"'), content_type="text/html"
        ),
    )
    page.goto("http://127.0.0.1/")
    cannot_run(page)
    assert not page.get_by_text("This copy is not whole").is_visible()
    context.close()


def test_no_view_is_too_wide_or_hard_to_use(opened, base):
    """On the smallest phone, also with letters twice as large: nothing to scroll sideways, and the exit in view."""
    page = opened()
    page.evaluate(AXE_SCRIPT)

    def fits(name: str) -> None:
        assert neutral(page.title()), name
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            wide = page.evaluate("""() => document.documentElement.scrollWidth > innerWidth
                && [...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > innerWidth).map(each => each.outerHTML.slice(0, 200))""")
            assert not wide, (name, size)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            assert page.evaluate("""() => {
                const box = document.querySelector('.exit').getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
            }"""), (name, size)
        page.evaluate("document.documentElement.style.fontSize = ''; scrollTo(0, 0)")
        small = page.evaluate("""() => [...document.querySelectorAll('button, .choice, .exit, select')]
            .filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)""")
        assert small == [], name
        for colours, media in COLOURS.items():
            page.emulate_media(**media)
            found = page.evaluate(f"axe.run(document, {json.dumps(OPTIONS)}).then(({{ violations }}) => violations)")
            assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == [], (name, colours)

    fits("start")
    page.get_by_role("button", name="Begin").click()
    fits("before")
    page.get_by_role("button", name="Continue").click()
    fits("question")
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_text("would fit the advice", exact=False).wait_for()
    fits("answers")
    page.get_by_role("button", name="Keep these answers in a file").click()
    fits("keep")
    page.get_by_text("Back", exact=True).click()
    page.get_by_role("button", name="See your next step").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.get_by_text("The stages").wait_for()
    fits("step")
    page.get_by_role("link", name="Get help now").click()
    fits("help")
    page.get_by_role("link", name="About this page").click()
    fits("about")
