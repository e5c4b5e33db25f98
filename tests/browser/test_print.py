"""On paper: the first screen on one page with the rows that are open below it, the path on another, and nothing that hangs on colour."""

import re
from pathlib import Path

import pytest

from tests.tiers import sampled, thorough

PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
# An A4 page with its margins, as the browser lays it out for paper.
WIDTH, HEIGHT = 660, 980


@pytest.fixture
def paper(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/step")
    scripted.page.emulate_media(media="print")
    scripted.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return scripted.page


def test_the_first_screen_is_on_the_first_page_and_open_rows_are_below(paper):
    screen = paper.locator(".screen")
    assert screen.bounding_box()["y"] + screen.bounding_box()["height"] < HEIGHT
    assert not any(each.is_visible() for each in paper.locator(".rows summary").all()), (
        "no heading with nothing below it"
    )
    assert printed(paper) == 1
    paper.evaluate("document.querySelectorAll('.rows details').forEach(each => each.open = true)")
    assert all(each.is_visible() for each in paper.locator(".rows section li").all())
    assert printed(paper) > 1


def test_print_prints_what_is_in_view_and_print_all_opens_the_rows_for_as_long_as_it_takes(scripted):
    scripted.site.told(scripted.site.example)
    scripted.goes("/step")
    page = scripted.page
    page.evaluate(
        "window.print = () => { window.open_rows = document.querySelectorAll('.rows > details[open]').length; }"
    )
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.open_rows") == 0
    page.get_by_text("Print or save all of it").click()
    page.get_by_role("button", name="Print all").click()
    assert page.evaluate("window.open_rows") == page.locator(".rows > details").count() > 4
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".rows > details[open]").count() == 0


def test_without_a_script_it_can_be_saved_and_no_button_does_nothing(meet):
    someone = meet(java_script_enabled=False)
    someone.comes_in()
    someone.site.told(someone.site.example)
    someone.goes("/step")
    assert not someone.page.get_by_role("button", name="Print").is_visible()
    with someone.page.expect_download() as download:
        someone.page.get_by_role("link", name="Save as text").click()
    assert download.value.suggested_filename == "notes.txt"
    assert "Your next step" in Path(download.value.path()).read_text(encoding="utf-8")


def printed(paper) -> int:
    """How many pages it is on paper; Chromium's documents list each in the clear."""
    return len(PAGE.findall(paper.pdf(format="A4", prefer_css_page_size=True)))


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
    assert printed(page) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    boxes = [box.bounding_box() for box in page.locator(".stage h2, .stage .card, .stage .onward").all()]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
