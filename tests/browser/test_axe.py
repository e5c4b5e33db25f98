"""axe finds nothing against WCAG 2.2 AA on any page, in light, dark and forced colours (E21)."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.states import STATES
from tests.tiers import sampled

# Without tags, axe leaves out what is new in WCAG 2.2.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
COLOURS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}


@pytest.mark.parametrize("state", sampled(STATES, 4))
def test_axe_finds_nothing(meet, state):
    person = meet()
    STATES[state](person)
    person.page.evaluate(AXE_SCRIPT)
    for colours, media in COLOURS.items():
        person.page.emulate_media(**media)
        found = person.page.evaluate(f"axe.run(document, {json.dumps(OPTIONS)}).then(results => results.violations)")
        told = [
            f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
            for each in found
            for node in each["nodes"][:3]
        ]
        assert told == [], f"{state} in {colours}"
