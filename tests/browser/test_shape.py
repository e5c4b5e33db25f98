"""What axe cannot see: sizes, narrow windows, large text, spacing, motion, and help in its place (E10, E21)."""

import pytest

from tests.browser.states import OURS, STATES
from tests.tiers import sampled

# Letters, words, lines and paragraphs as wide apart as WCAG 1.4.12 lets a reader have them.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
DOUBLED = "html { font-size: 200% !important }"

WITH_STYLE = (
    "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }"
)
# What sticks out of the window or is cut off. What is meant to be hidden is, and the picture has a scroller of its own.
CUT = """() => [...document.querySelectorAll('body *')].filter(each => {
    if (each.closest('.hidden, .skip, svg') || !each.checkVisibility()) return false;
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    const hides = [style.overflowX, style.overflowY].some(how => how !== 'visible') && !each.matches('.picture');
    return box.right > innerWidth + 1 || box.left < -1
        || (hides && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1));
}).map(each => each.outerHTML.slice(0, 100)).concat(
    document.scrollingElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])"""
# A link in the middle of a sentence may be as high as its line (WCAG 2.5.8). In the picture a box is the target, and a line of
# words inside a box is a link in text, which stands in the words below the picture too.
SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')].filter(each => {
    if (each.matches('.skip') || !each.checkVisibility()) return false;
    const box = each.getBoundingClientRect();
    const inText = getComputedStyle(each).display === 'inline' && !(each instanceof SVGElement)
        && each.closest('p, li, dd').innerText.trim() !== each.innerText.trim();
    const lineOfBox = each instanceof SVGElement && !each.querySelector('rect, path, polygon');
    return !inText && !lineOfBox && (box.width < 24 || box.height < 24);
}).map(each => each.outerHTML.slice(0, 100) + JSON.stringify(each.getBoundingClientRect()))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(each => {
    const style = getComputedStyle(each);
    return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto';
}).map(each => each.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("state", sampled(OURS, 4))
def test_the_page_has_its_shape(meet, state):
    person = meet(reduced_motion="reduce")
    page = person.page
    STATES[state](person)

    assert page.evaluate(MOVING) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(CUT) == []
    page.evaluate(WITH_STYLE, DOUBLED)
    assert page.evaluate(CUT) == [], "at twice the size of text"
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        tops = page.locator(".bar a").evaluate_all("links => links.map(each => each.getBoundingClientRect().top)")
        assert max(tops) - min(tops) < 24, f"the bar is one line at twice the size of text at {width} px"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(WITH_STYLE, SPACED)
    assert page.evaluate(CUT) == [], "with text spaced out"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(CUT) == [], "with text spaced out at 320 px"
    page.evaluate(WITH_STYLE, "")
    assert page.evaluate(CUT) == [], "at 320 px"
    assert page.evaluate(SMALL) == [], "at 320 px"

    # Help has the same words in the same place on every page, and so also on its own.
    assert page.locator("main").count() == page.locator("h1").count() == 1
    page.evaluate("scrollTo(0, 0)")
    here, words = page.locator("a.help").bounding_box(), page.locator("a.help").inner_text()
    person.goes("/help")
    assert (page.locator("a.help").bounding_box(), page.locator("a.help").inner_text()) == (here, words)


# What stands first in a line of its own, without room, stands as high as the bullet.
BESIDE = """() => [...document.querySelectorAll('.sources li')].map(each => {
    const probe = document.createElement('span');
    Object.assign(probe.style, { display: 'inline-block', width: 0 });
    probe.textContent = '\\u200b';
    each.prepend(probe);
    const link = each.querySelector('a').getBoundingClientRect();
    return { high: link.height, below: probe.getBoundingClientRect().top - link.top };
})"""


def test_a_bullet_stands_beside_the_first_line_of_a_long_title(meet):
    person = meet()
    person.comes_in()
    person.page.set_viewport_size({"width": 320, "height": 640})
    person.goes("/sources")
    found = person.page.evaluate(BESIDE)
    assert any(each["high"] > 50 for each in found), "some title is too long for one line"
    assert all(abs(each["below"]) < 12 for each in found)


def test_each_sentence_of_a_note_is_a_paragraph_in_the_colour_of_the_text(meet, base):
    person = meet()
    person.comes_in()
    person.begins()
    for key in ("danger_now", "self_harm", "harm_others", "age"):
        person.answers(base.examples["parents-in-the-first-week"].answers[key])
    notes = person.page.locator("fieldset > .hint")
    said = notes.all_inner_texts()
    assert len(said) > 5 and " ".join(said).startswith(base.questions[person.asked].help)
    colours = notes.evaluate_all("all => all.map(each => getComputedStyle(each).color)")
    assert {*colours} == {person.page.locator("h1").evaluate("each => getComputedStyle(each).color")}
