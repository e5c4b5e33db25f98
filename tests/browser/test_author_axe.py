"""axe finds nothing against WCAG 2.2 AA on the author's pages either (E21), and they fit a small window."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from milepost.web.settings import Settings
from tests.browser.test_axe import COLOURS, OPTIONS
from tests.tiers import thorough

ADDRESSES = (
    "",
    "/rules/step-ask",
    "/questions/harm_signs",
    "/promises/danger-now-comes-first",
    "/systems",
    "/wiring",
    "/search?q=pause",
)


@pytest.fixture
def author(site, meet):
    site.anew(Settings(author=True))
    someone = meet()
    someone.comes_in()
    yield someone
    # These addresses name entries, for an author to know them by; the pages of everybody else do not.
    site.served.clear()


@thorough
def test_axe_finds_nothing_and_nothing_is_cut_off(author):
    for address in ADDRESSES:
        assert author.goes("/author" + address).status == 200
        if address.startswith("/promises"):
            author.page.get_by_role("button", name="Prove it").click()
            assert "holds" in author.page.locator(".verdict").inner_text()
        author.page.evaluate(AXE_SCRIPT)
        for colours, media in COLOURS.items():
            author.page.emulate_media(**media)
            found = author.page.evaluate(
                f"axe.run(document, {json.dumps(OPTIONS)}).then(results => results.violations)"
            )
            told = [
                f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
                for each in found
                for node in each["nodes"][:3]
            ]
            assert told == [], f"{address} in {colours}"
        author.page.set_viewport_size({"width": 320, "height": 640})
        assert author.page.evaluate("document.documentElement.scrollWidth") <= 320, address
        author.page.set_viewport_size({"width": 1280, "height": 800})
