"""On paper: the first screen on a page of its own, then all rows, and nothing that hangs on colour; the path on one page."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.tiers import sampled, thorough

DANGER = {"danger_now": "no", "danger_signs": ("choked",), "age": "adult"}
DECIDED_BY_A_GUARD = "together-again-and-the-dread-stays"
# An A4 page with its margins, as the browser lays it out for paper.
WIDTH, HEIGHT = 660, 980


@pytest.fixture
def paper(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/step")
    scripted.page.emulate_media(media="print")
    scripted.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return scripted.page


def test_paper_holds_the_first_screen_alone_on_its_page_and_then_all_rows(paper):
    screen = paper.locator(".screen")
    assert screen.bounding_box()["y"] + screen.bounding_box()["height"] < HEIGHT
    first, *others = printed(paper)
    rows = paper.locator(".rows > details > summary").all_inner_texts()
    assert len(rows) > 4 and not [each for each in rows if each in first.split("\n")]
    assert not [each for each in rows if each not in "\n".join(others).split("\n")]
    assert 1 <= len(others) <= 4


@pytest.mark.parametrize("script", sampled([True, False], 1))
def test_all_that_is_told_is_on_paper_once_but_no_answer_about_safety_and_no_button(meet, script):
    someone = meet(java_script_enabled=script)
    someone.comes_in()
    someone.site.told(someone.site.knowledge.kb.examples[DECIDED_BY_A_GUARD].answers)
    someone.goes("/step")
    told = [plain(each) for each in someone.page.locator("main .say, main .because").all_text_contents()]
    private = [plain(each) for each in someone.page.locator(".private .say").all_text_contents()]
    words = plain(" ".join(printed(someone.page)))
    assert [each for each in told if each not in words and each not in private] == []
    assert private and [each for each in private if each in words] == []
    long = [each for each in told if len(each) > 60]
    assert [each for each in long if words.count(each) > 1] == []
    for each in ("Print", "Save", "Exit this page", "Show its numbers", "See your way to it"):
        assert plain(each) not in words, each


def test_the_first_page_alone_can_be_printed_and_all_is_as_before_after(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/step")
    page = scripted.page
    page.evaluate("window.print = () => { window.classes = document.documentElement.className; }")
    page.get_by_role("button", name="Print the first page only").click()
    assert page.evaluate("window.classes") == "first-only"
    assert len(printed(page)) == 1, "while it is printed"
    assert len(printed(page)) > 1, "and not after"
    assert page.locator(".rows > details[open]").count() == 0


def test_what_ends_the_questions_is_on_paper_as_it_is_in_view(scripted):
    scripted.site.told(DANGER)
    scripted.goes("/step")
    page = scripted.page
    rows = page.locator(".rows > details > summary").all_inner_texts()
    (only,) = printed(page)
    assert rows and not [each for each in rows if each in only]
    page.locator("#people > summary").click()
    open_ = " ".join(printed(page))
    assert [each for each in rows if each in open_] == rows[:1]
    page.evaluate("window.print = () => { window.whole = document.querySelector('.rows').className; }")
    page.get_by_text("Print or save", exact=True).click()
    page.get_by_text("Print or save all of it").click()
    page.get_by_role("button", name="Print all").click()
    assert page.evaluate("window.whole") == "rows whole"
    whole = " ".join(printed(page))
    assert [each for each in rows if each not in whole] == []


def test_without_a_script_it_can_be_saved_and_no_button_does_nothing(meet):
    someone = meet(java_script_enabled=False)
    someone.comes_in()
    someone.site.told(someone.site.example)
    someone.goes("/step")
    assert not someone.page.get_by_role("button", name="Print").is_visible()
    with someone.page.expect_download() as download:
        someone.page.get_by_role("link", name="Save the first page as text").click()
    assert download.value.suggested_filename == "notes.txt"
    assert "Your next step" in Path(download.value.path()).read_text(encoding="utf-8")


def printed(paper) -> list[str]:
    """What stands on each page of paper."""
    document = PdfReader(io.BytesIO(paper.pdf(format="A4", prefer_css_page_size=True)))
    # Fonts have one sign for two letters, as in first.
    return [unicodedata.normalize("NFKC", page.extract_text()) for page in document.pages]


def plain(words: str) -> str:
    """Words without what breaks lines, as paper breaks them elsewhere."""
    return "".join(words.split())


def test_what_cannot_be_used_on_paper_is_not_on_it(paper):
    for name in (".bar", "footer", "form", ".back"):
        for each in paper.locator(name).all():
            assert not each.is_visible(), name


@pytest.mark.parametrize("scheme", sampled(["light", "dark"], 1))
def test_ink_is_dark_and_paper_is_white(paper, scheme):
    paper.emulate_media(media="print", color_scheme=scheme)
    colours = paper.evaluate("""() => [...document.querySelectorAll('main, main *')].filter(each => each.checkVisibility()).map(each => {
        const style = getComputedStyle(each);
        return [style.color, style.backgroundColor];
    })""")
    for ink, ground in colours:
        assert max(map(int, re.findall(r"\d+", ink)[:3])) <= 0x55, ink
        assert ground in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), ground


def test_the_way_fits_one_page_and_is_told_by_more_than_colour(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/map")
    page = scripted.page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    way = page.locator(".way").bounding_box()
    assert way["width"] <= WIDTH and way["height"] <= HEIGHT
    frame = page.locator(".box.yours").evaluate("box => getComputedStyle(box).borderTopColor")
    assert frame == "rgb(0, 0, 0)"
    widths = page.evaluate("""() => ['.box.yours', '.box-rule'].map(which =>
        parseFloat(getComputedStyle(document.querySelector(which)).borderTopWidth))""")
    assert widths[0] > widths[1], "the line around the step is thicker"
    assert page.evaluate("getComputedStyle(document.querySelector('.box-next')).borderTopStyle") == "dotted"


@thorough
def test_the_stages_fit_one_page_and_no_words_lie_over_others(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/map/all")
    page = scripted.page
    assert len(printed(page)) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    boxes = [box.bounding_box() for box in page.locator(".stage h2, .stage .card, .stage .onward").all()]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
