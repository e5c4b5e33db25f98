"""The map in a browser: the way and the stages fit a small phone, are read by keys, and need no script."""

from itertools import pairwise

import pytest

from milepost.diagrams import looks
from milepost.diagrams.linked import linked
from tests.browser.states import STATES
from tests.tiers import sampled, thorough

WIDE = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("state", sampled(["map", "map-whole", "map-without-answers"], 1))
def test_it_fits_a_small_phone_without_panning(meet, state):
    person = meet(viewport={"width": 320, "height": 640})
    STATES[state](person)
    assert person.page.evaluate(WIDE) <= 320
    boxes = [box.bounding_box() for box in person.page.locator("main [data-id]").all()]
    assert boxes and all(box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)


def test_the_way_is_one_column_from_top_to_bottom(meet):
    person = meet(viewport={"width": 1280, "height": 900})
    STATES["map"](person)
    boxes = [box.bounding_box() for box in person.page.locator(".way [data-id]").all()]
    # What leads to a box stands before it, and further right.
    assert len({round(box["x"] + box["width"]) for box in boxes}) == 1
    assert boxes[0]["x"] > boxes[-1]["x"] and all(boxes[0]["x"] - box["x"] < 100 for box in boxes)
    assert all(one["y"] + one["height"] <= other["y"] + 1 for one, other in pairwise(boxes))


def test_what_was_checked_is_one_quiet_line_that_opens(meet):
    person = meet(java_script_enabled=False)
    STATES["map"](person)
    inside = person.page.locator(".checked li").first
    assert inside.is_hidden()
    person.page.locator(".checked summary").click()
    assert inside.is_visible()


def test_the_way_leads_to_the_stages_and_back_without_a_script(meet):
    person = meet(java_script_enabled=False)
    STATES["map"](person)
    person.follows(person.page.get_by_role("link", name="All stages and steps"))
    assert person.page.title() == "Whole map" and person.page.locator(".card.yours").count() == 1
    person.follows(person.page.get_by_role("link", name="Your way to your step"))
    assert person.page.title() == "Map"


@pytest.mark.parametrize("scheme", sampled(["light", "dark"], 1))
def test_in_forced_colours_all_words_of_a_picture_have_the_colour_of_text(meet, scheme):
    person = meet(color_scheme=scheme, forced_colors="active")
    STATES["map"](person)
    for address in ("/map/picture", "/map/all/picture"):
        person.goes(address)
        inks = person.page.evaluate("""() => { document.documentElement.style.color = 'CanvasText';
            const text = getComputedStyle(document.documentElement).color;
            return [...document.querySelectorAll('text')].filter(each => getComputedStyle(each).fill !== text).length }""")
        assert inks == 0


def test_a_picture_by_itself_fits_a_small_phone(meet):
    person = meet(viewport={"width": 320, "height": 640})
    STATES["map"](person)
    for address in ("/map/picture", "/map/all/picture"):
        person.goes(address)
        assert person.page.evaluate(WIDE) <= 320


@pytest.mark.parametrize("scheme", sampled(["light", "dark"], 1))
def test_the_pictures_are_drawn_by_the_browser_in_the_colours_of_the_screen(meet, scheme):
    person = meet(color_scheme=scheme)
    STATES["map"](person)
    ground = looks.COLOURS[looks.GROUND][scheme == "dark"].lstrip("#")
    for address in ("/map/picture", "/map/all/picture"):
        person.goes(address)
        assert person.page.locator("svg").evaluate("svg => svg.getBoundingClientRect().width") > 300
        painted = person.page.locator("rect").first.evaluate("rect => getComputedStyle(rect).fill")
        assert painted == "rgb({}, {}, {})".format(*bytes.fromhex(ground))


@thorough
def test_files_of_a_folder_are_walked_from_the_stages_to_a_step_and_on(browser, opened, tmp_path):
    for name, drawn in linked(opened.kb, opened.stages()).items():
        (tmp_path / name).write_bytes(drawn)
    page = browser.new_page()
    page.goto((tmp_path / "stages.svg").as_uri())
    page.locator('a[href="step-pause.svg"]').click()
    page.wait_for_url("**/step-pause.svg")
    on = page.locator('a[href^="finding-"]').first
    file = on.get_attribute("href")
    on.click()
    page.wait_for_url(f"**/{file}")
    title = opened.around(f"finding:{file.removeprefix('finding-').removesuffix('.svg')}").title
    assert page.title() == title
    page.close()
