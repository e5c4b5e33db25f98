"""The map by keys, by buttons and by a mouse, and without a script."""

import pytest

from tests.browser.states import STATES

SIZES = "node => { const r = node.getBoundingClientRect(); return [r.width, r.height] }"
IN_VIEW = """node => { const a = node.getBoundingClientRect(), b = document.getElementById("map").getBoundingClientRect();
    return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top }"""
NEIGHBOURS = """id => [...document.querySelectorAll("#picture .edge")].flatMap(
    edge => edge.dataset.tail === id ? [edge.dataset.head] : edge.dataset.head === id ? [edge.dataset.tail] : [])"""


@pytest.fixture
def at_map(scripted):
    STATES["map"](scripted)
    return scripted


@pytest.fixture
def at_whole_map(scripted):
    STATES["map-whole"](scripted)
    return scripted


def focused(person):
    """The id of the node with the focus; nothing where the focus is outside of the map."""
    return person.page.evaluate("(document.activeElement.closest('#picture a')?.firstElementChild.dataset.id) ?? ''")


def name(person):
    return person.page.evaluate("document.activeElement.getAttribute('aria-label')")


def place(person):
    return int(person.page.evaluate("document.activeElement.firstElementChild.dataset.place ?? 0"))


def enter(person):
    """Into the map by the Tab key, from the link before it."""
    person.page.get_by_role("link", name="Skip the picture").focus()
    person.page.keyboard.press("Tab")


def press(person, key):
    person.page.keyboard.press(key)
    return focused(person)


@pytest.mark.parametrize("state", ["map", "map-whole"])
def test_one_stop_of_tab(scripted, state):
    STATES[state](scripted)
    enter(scripted)
    assert place(scripted) == 1
    press(scripted, "Tab")
    assert focused(scripted) == ""


def test_each_node_has_a_name_that_tells_all(at_map):
    enter(at_map)
    names = []
    while True:
        names.append(name(at_map))
        if place(at_map) == len(names) and "your next step" in names[-1]:
            break
        press(at_map, "ArrowDown")
    assert any(" 1 of your path: " in said and said.endswith("Leads to 1 place.") for said in names[:1])
    questions = [said for said in names if said.startswith("Question ")]
    assert all("Your answer: " in said and "Leads to " in said for said in questions)


@pytest.mark.parametrize("state", ["map", "map-whole"])
def test_right_and_left_follow_lines_and_the_path_comes_first(scripted, state):
    STATES[state](scripted)
    enter(scripted)
    passed = [focused(scripted)]
    while "your next step" not in name(scripted):
        following = press(scripted, "ArrowRight")
        assert following in scripted.page.evaluate(NEIGHBOURS, passed[-1]) and place(scripted)
        passed.append(following)
    assert press(scripted, "ArrowRight") == passed[-1], "nothing comes after the step"
    before = press(scripted, "ArrowLeft")
    assert before in scripted.page.evaluate(NEIGHBOURS, passed[-1]) and place(scripted)


def test_down_and_up_go_to_what_else_a_line_leads_to(at_whole_map):
    person = at_whole_map
    enter(person)
    press(person, "End")
    gate = press(person, "ArrowLeft")
    steps = {press(person, "ArrowRight")}
    while (following := press(person, "ArrowDown")) in person.page.evaluate(NEIGHBOURS, gate):
        steps.add(following)
    press(person, "ArrowUp")
    while (following := press(person, "ArrowUp")) in person.page.evaluate(NEIGHBOURS, gate) and following not in steps:
        steps.add(following)
    assert len(steps) > 1


def test_every_node_can_be_reached_by_keys(at_map):
    enter(at_map)
    seen = {focused(at_map)}
    for _ in range(at_map.page.locator("#picture .node").count()):
        seen.add(press(at_map, "ArrowDown"))
    assert len(seen) == at_map.page.locator("#picture .node").count()


def test_what_has_the_focus_is_in_view_and_marked(at_whole_map):
    enter(at_whole_map)
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "End", "Home"):
        press(at_whole_map, key)
        here = at_whole_map.page.locator("#picture a:focus")
        assert here.evaluate(IN_VIEW)
        assert (
            here.evaluate("node => getComputedStyle(node).outlineStyle + getComputedStyle(node).outlineWidth")
            == "solid3px"
        )
        # Against white this colour has a contrast of 5 to 1.
        assert here.evaluate("node => getComputedStyle(node.querySelector('title + *')).stroke") == "rgb(180, 83, 9)"


def test_enter_tells_more_and_escape_closes_then_leaves(at_map):
    enter(at_map)
    details = at_map.page.locator("#details")
    assert details.is_hidden()
    at = press(at_map, "Enter")
    assert "your answer: " in details.inner_text().lower() or "leads to" in details.inner_text()
    said, now = details.inner_text(), press(at_map, "ArrowDown")
    assert now != at and details.inner_text() != said, "the details follow"
    assert press(at_map, "Escape") == now and details.is_hidden()
    assert press(at_map, "Escape") == ""


def test_the_details_hold_the_words_of_the_node(at_map):
    enter(at_map)
    press(at_map, "End")
    press(at_map, "Enter")
    label = at_map.page.evaluate("document.querySelector('#picture [data-state=recommended] title').textContent")
    for said in ("your next step", at_map.page.locator("#details a").first.inner_text().removeprefix("Step: ")):
        assert said in label and said in at_map.page.locator("#details").inner_text()


def test_buttons_zoom_and_nothing_is_too_small_to_hit(at_map):
    page = at_map.page
    width = lambda: page.locator("#picture").bounding_box()["width"]  # noqa: E731
    first = width()
    page.get_by_role("button", name="Zoom in").click()
    assert width() > first
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Zoom out").click()
    assert width() < first
    page.get_by_role("button", name="Fit").click()
    box, picture = page.locator("#map").bounding_box(), page.locator("#picture").bounding_box()
    assert picture["width"] <= box["width"] and picture["height"] <= box["height"]
    for tool in page.locator(".tools button, .tools a").all():
        assert min(tool.evaluate(SIZES)) >= 24
    page.get_by_role("link", name="My path").click()
    assert place(at_map) == 1
    at_map.follows(page.get_by_role("link", name="Whole map"))
    assert page.title() == "Whole map"
    at_map.follows(page.get_by_role("link", name="Only my path"))
    assert page.title() == "Map"


def test_the_whole_map_opens_at_the_path(at_whole_map):
    first = at_whole_map.page.locator("#picture a:has([data-place='1'])")
    assert first.evaluate(IN_VIEW)


def test_a_mouse_drags_and_a_click_tells_more(at_whole_map):
    page = at_whole_map.page
    box = page.locator("#map")
    box.scroll_into_view_if_needed()
    before, at = box.evaluate("box => [box.scrollLeft, box.scrollTop]"), box.bounding_box()
    page.mouse.move(at["x"] + 300, at["y"] + 200)
    page.mouse.down()
    page.mouse.move(at["x"] + 200, at["y"] + 150, steps=4)
    page.mouse.up()
    assert box.evaluate("box => [box.scrollLeft, box.scrollTop]") == [before[0] + 100, before[1] + 50]
    assert page.locator("#details").is_hidden()
    page.locator("#picture a:has([data-place='1'])").click()
    assert page.locator("#details").is_visible()


def test_a_link_of_the_words_leads_into_the_picture(at_map):
    at_map.page.locator("#part-2 > a").click()
    assert place(at_map) == 2 and at_map.page.locator("#picture a:focus").evaluate(IN_VIEW)


def test_nothing_moves_by_itself(meet):
    person = meet(reduced_motion="reduce")
    STATES["map"](person)
    assert person.page.evaluate("document.getAnimations().length") == 0


def test_without_a_script_there_are_the_picture_its_words_and_the_way_between(meet):
    person = meet(java_script_enabled=False)
    STATES["map"](person)
    page = person.page
    assert page.get_by_role("button", name="Zoom in").count() == 0
    person.follows(page.get_by_role("link", name="Whole map"))
    assert page.title() == "Whole map"
    page.locator("#part-1 > a").click()
    assert person.path == "/map/all#box-1"
    page.locator("#box-1 text").first.click()
    assert person.path == "/map/all#part-1"


def test_printed_there_is_the_path_and_nothing_to_press(at_map):
    at_map.page.emulate_media(media="print")
    assert at_map.page.locator(".tools").is_hidden() and at_map.page.locator("#keys").is_hidden()
    at_map.page.set_viewport_size({"width": 650, "height": 950})  # A4 between its margins
    picture = at_map.page.locator("#picture").bounding_box()
    assert picture["width"] <= 650 and picture["height"] <= 950
