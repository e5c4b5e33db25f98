"""The one file in a browser: what is asked and told there, by hand and by keys, on a small screen."""

import datetime
import json
from pathlib import Path

import msgspec
from axe_playwright_python.base import AXE_SCRIPT

from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.engine.model.helpline import Country, Line, Purpose
from milepost.engine.model.position import Position
from milepost.engine.telling import helplines
from milepost.engine.telling.countries import reachable
from milepost.web.app import create_app
from milepost.web.knowledge import Knowledge
from milepost.web.phone.file import Options, without_kept, written
from tests.browser.neutral import neutral
from tests.browser.test_axe import COLOURS, OPTIONS
from tests.phone.walking import EXAMPLE, PHONE, as_python, asked, begins, chooses, on_screen, walks
from tests.tiers import thorough

SILENCE = Path(__file__).parents[1] / "small" / "silence"


def test_a_whole_consultation(opened, base):
    answers = dict(base.examples[EXAMPLE].answers)
    line, telling = as_python(base, answers)
    page = opened()
    begins(page)
    walked = walks(page, base, answers)
    first = [question.key for question in base.questions.values() if question.asked == "first"]
    assert [*first, *walked] == line
    assert page.title() == "Your answers" and page.locator("dl.answers > div").count() == len(line)
    left_out = [key for key in first if key not in answers]
    assert page.get_by_text("You left this open", exact=True).count() == len(left_out) > 0
    page.get_by_role("button", name="See your next step").first.click()
    assert page.locator(".screen h1").inner_text() == telling.section("step").lead
    shown = [line.get_attribute("data-line") for line in page.locator(".screen [data-line]").all()]
    assert shown == on_screen(base, telling)
    for row in telling.rows:
        page.locator(f"#{row.key} > summary").click()
        page.locator(f"#{row.key} > summary ~ *").first.wait_for(state="visible")
        words = page.locator(f"#{row.key}").inner_text()
        said = [item.say for section in row.sections for item in section.items if not item.links]
        assert [say for say in said if say not in words] == [], row.key
    assert page.get_by_text("The stages").count() == 1


def test_an_answer_chosen_and_changed_before_it_is_sent_does_nothing(opened, base):
    """What could come next is made ready while somebody rests; only what is sent counts."""
    answers = dict(base.examples[EXAMPLE].answers)
    line, _telling = as_python(base, answers)
    page, walked = opened(), []
    begins(page)
    while (key := asked(page)) is not None:
        walked.append(key)
        if base.questions[key].type != "many":
            chooses(page, base, NOT_SURE)
            page.wait_for_timeout(300)
            assert asked(page) == key
        chooses(page, base, answers.get(key, NOT_SURE))
        if len(walked) % 2:
            page.wait_for_timeout(300)
        page.get_by_role("button", name="Continue").click()
    assert walked == [key for key in line if base.questions[key].asked != "first"]


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


def test_by_keys_a_choice_in_focus_is_in_view_with_its_words(opened, base):
    page, answers = opened(), base.examples[EXAMPLE].answers
    begins(page)
    while base.questions[key := asked(page)].type != "many" or base.questions[key].grid:
        chooses(page, base, answers.get(key, NOT_SURE))
        page.get_by_role("button", name="Continue").click()
    bar = page.locator(".bar").bounding_box()["height"]
    for _ in base.questions[key].options:
        page.keyboard.press("Tab")
        while not page.locator(".choice:focus-within").count():
            page.keyboard.press("Tab")
        box = page.locator(".choice:focus-within").bounding_box()
        assert bar <= box["y"] and box["y"] + box["height"] <= PHONE["height"]


def test_each_sentence_of_a_note_is_a_paragraph(opened, base):
    page, answers = opened(), base.examples[EXAMPLE].answers
    begins(page)
    while (key := asked(page)) != "harm_signs":
        chooses(page, base, answers.get(key, NOT_SURE))
        page.get_by_role("button", name="Continue").click()
    notes = page.locator("[data-question=harm_signs] fieldset > .hint")
    said = notes.all_inner_texts()
    assert len(said) > 5 and " ".join(map(str.strip, said)).startswith(base.questions[key].help)
    ink = page.locator("h1").first.evaluate("each => getComputedStyle(each).color")
    assert {*notes.evaluate_all("all => all.map(each => getComputedStyle(each).color)")} == {ink}


def test_the_helplines_of_a_base_of_ones_own_are_those_that_python_tells(browser, opened, tmp_path):
    """Without lists for any country: those milepost comes with are added, with one table of what lines are for."""
    here = Position("ie.yaml")
    purposes = {
        "men": Purpose("men", "Men", here),
        "boys": Purpose("boys", "men", here),
        "crisis": Purpose("crisis", "a dark hour", here, "A friend can help."),
    }
    lines = tuple(
        Line(key, f"A line for {key}", "2026-11-22", "a page", here, phone="116 123") for key in ("men", "boys")
    )
    ireland = Country("IE", "Ireland", "112", "2026-11-22", "a page", lines, here, purposes)
    kb = msgspec.structs.replace(read(SILENCE), purposes=purposes, countries={"IE": ireland})
    people = [helplines.country(each, each.purposes, datetime.date.today()) for each in reachable(kb.countries, "IE")]
    told = [
        [part for each in people for part in dict.fromkeys(f"For {line['in_words']}" for line in each["lines"])],
        [line["name"] for each in people for line in each["lines"]],
        [f"For {missing['in_words']}: {missing['say']}" for each in people for missing in each["no_line"]],
    ]
    assert told[0][:3] == ["For Men", "For men", "For a dark hour"] and len(told[2]) > 1

    def on(page) -> list[list[str]]:
        found = [
            page.locator(f"section[aria-label='People to call'] {each}") for each in ("h3", "li strong", "> p:has(b)")
        ]
        return [each.all_inner_texts() for each in found]

    (tmp_path / "own.html").write_text(written(kb, Options(country="IE")), encoding="utf-8")
    page = opened((tmp_path / "own.html").as_uri())
    page.get_by_role("link", name="Get help now").click()
    assert on(page) == told
    laid_out = create_app(lambda: Knowledge(kb)).jinja_env.get_template("parts.html").module.helplines(people, 2)
    page.set_content(f'<section aria-label="People to call">{laid_out}</section>')
    assert on(page) == told


@thorough
def test_a_copy_is_downloaded_only_where_it_is_asked_for(opened, base, text, tmp_path):
    page = opened()
    saved = []

    def save(download) -> None:
        saved.append(download)

    page.on("download", save)
    begins(page)
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_role("button", name="Keep these answers in a file").click()
    for few in ("short", "antidisestablishmentarianism", "a b c d", "------ ------ ------ ------"):
        page.get_by_label("Choose four or more words").fill(few)
        page.get_by_role("button", name="Make the copy").click()
        page.get_by_text("Type four words or more, with 12 letters or more in all.").wait_for()
    assert saved == []
    page.get_by_label("Choose four or more words").fill("four words nobody guesses")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the copy").click()
    assert download.value.suggested_filename == "what-now.html"
    copy = download.value.path().read_text(encoding="utf-8")
    assert without_kept(copy) == text
    assert page.get_by_text("Your copy is made").is_visible()
    kept = download.value.path().rename(tmp_path / "copy.html")
    for typed, title in (("four words nobody guesse", "Start"), (" Four words,  nobody Guesses", "Your answers")):
        again = opened(kept.as_uri())
        again.get_by_label("The words you chose for it").fill(typed)
        again.get_by_role("button", name="Open them").click()
        again.locator("dl.answers, .fault:not(:empty)").first.wait_for()
        assert again.title() == title


@thorough
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
        small = page.evaluate("""() => [...document.querySelectorAll('button, .choice, .exit, select, input[type=text]')]
            .filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)""")
        assert small == [], name
        for colours, media in COLOURS.items():
            page.emulate_media(**media)
            found = page.evaluate(f"axe.run(document, {json.dumps(OPTIONS)}).then(({{ violations }}) => violations)")
            assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == [], (name, colours)

    fits("start")
    page.get_by_role("button", name="Begin").click()
    page.locator("main summary").evaluate_all("all => all.forEach(each => each.click())")
    fits("before")
    page.get_by_role("button", name="Continue").click()
    fits("question")
    walks(page, base, base.examples[EXAMPLE].answers)
    page.get_by_text("can still make the advice fit", exact=False).wait_for()
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


def test_a_short_word_stays_whole_where_it_has_a_hyphen(loaded):
    said = "() => modules.elements.unbroken('Talk to a grown-up you trust').map((each) => each.className ?? each)"
    assert loaded.evaluate(said) == ["Talk to a ", "unbroken", " you trust"]
