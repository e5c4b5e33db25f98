"""Takes the pictures of the pages in this folder anew: `make screens`. Light and dark, on a desk and on a phone."""

import datetime
import sys
from pathlib import Path

from milepost import kb
from milepost.engine.checks.read import read
from milepost.web.knowledge import Knowledge
from milepost.web.settings import Settings
from tests.browser import chromium
from tests.browser.person import Person
from tests.browser.site import Site

# A day that does not move: the pictures change only when the pages do.
TODAY = datetime.date(2026, 1, 15)
IN_DANGER = {"danger_now": "no", "danger_signs": ("choked",), "age": "adult"}
ASKING = "good-meetings-both-lean-that-way"
SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
PAGES = {
    "start": "/",
    "interruption": "/begin",
    "question": "/q/{aim}",
    "check": "/check",
    "result": "/step",
    "map": "/map",
    "help": "/help",
}


def take(folder: Path) -> None:
    """Writes the pictures into a folder."""
    site = Site(Knowledge(read(kb.FOLDER, outcomes=False)))
    site.anew(Settings(today=TODAY))
    asking = site.knowledge.kb.examples[ASKING].answers
    with chromium.started() as browser:
        for name, size in SIZES.items():
            for scheme in ("light", "dark"):
                person = Person(browser.new_context(viewport=size, color_scheme=scheme), site)
                person.comes_in()
                site.told(site.example)
                aim = site.visit.conversation.replay.line.index("aim") + 1
                site.visit.country = "IE"
                for page, path in PAGES.items():
                    person.goes(path.format(aim=aim))
                    person.page.screenshot(path=folder / f"{page}-{name}-{scheme}.png")
                person.goes("/step?open=why")
                person.page.locator("#why").scroll_into_view_if_needed()
                person.page.screenshot(path=folder / f"rows-{name}-{scheme}.png")
                for first, answers in (("asking", asking), ("danger", IN_DANGER)):
                    site.told(answers)
                    person.goes("/step")
                    person.page.screenshot(path=folder / f"{first}-{name}-{scheme}.png")
                person.context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
