"""Counts what a page with a step has in view on a phone, over one example of each step, for docs/screens.md."""

import datetime
import re
import statistics
from pathlib import Path

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.web.knowledge import Knowledge
from milepost.web.settings import Settings
from tests.browser import chromium
from tests.browser.person import Person
from tests.browser.site import Site

PAGE = Path(__file__).parent.parent / "screens.md"
SAID = "Now half of the pages hold {:.0f} words at most before a row is opened, on {:.1f} screens."
FIGURES = re.compile(r"Now half of the pages hold \d+ words.*?screens\.")
TODAY = datetime.date(2026, 1, 15)
SIZE = {"width": 390, "height": 844}


def measured() -> tuple[float, float]:
    """Return the medians of the words in view and of the screens that a page takes, with its bar and its foot."""
    kb = read(shipped.FOLDER, outcomes=False)
    site, found = Site(Knowledge(kb)), []
    site.anew(Settings(today=TODAY))
    with chromium.started() as browser:
        person = Person(browser.new_context(viewport=SIZE), site)
        person.comes_in()
        for key in kb.steps:
            site.told(next(each for each in kb.examples.values() if each.step == key).answers)
            person.goes("/step")
            text = person.page.locator("body").inner_text()
            found.append((len(text.split()), person.page.evaluate("document.body.scrollHeight") / SIZE["height"]))
    words, screens = zip(*found, strict=True)
    return statistics.median(words), statistics.median(screens)


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(FIGURES.sub(SAID.format(*measured()), page), encoding="utf-8")
