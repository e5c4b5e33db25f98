"""Takes the pictures of the one file for a phone anew, light and dark: a part of `make screens`."""

import datetime
import sys
import tempfile
from pathlib import Path

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.web.phone.file import Options, written
from tests.browser import chromium
from tests.phone.walking import EXAMPLE, begins, walks

# A day that does not move: the pictures change only when the pages do.
TODAY = datetime.datetime(2026, 1, 15, 12)
SIZE = {"width": 390, "height": 844}


def take(folder: Path) -> None:
    """Write six views into a folder, each light and dark."""
    folder.mkdir(exist_ok=True)
    kb = read(shipped.FOLDER, outcomes=False)
    with tempfile.TemporaryDirectory() as place, chromium.started() as browser:
        file = Path(place) / "what-now.html"
        file.write_text(written(kb, Options(country="IE")), encoding="utf-8", newline="\n")
        for scheme in ("light", "dark"):
            page = browser.new_context(viewport=SIZE, color_scheme=scheme).new_page()
            page.clock.set_fixed_time(TODAY)
            page.goto(file.as_uri())

            def shoot(view: str, page=page, scheme=scheme) -> None:
                page.screenshot(path=folder / f"{view}-{scheme}.png")

            shoot("start")
            begins(page)
            shoot("question")
            walks(page, kb, kb.examples[EXAMPLE].answers)
            page.locator("section.offer").wait_for()
            shoot("answers")
            page.get_by_role("button", name="See your next step").first.click()
            shoot("step")
            page.get_by_role("link", name="Get help now").click()
            shoot("help")
            page.get_by_role("link", name="Start").click()
            page.get_by_role("button", name="Start over").click()
            page.get_by_role("button", name="Continue").click()
            page.get_by_label("Yes", exact=True).check()
            page.get_by_role("button", name="Continue").click()
            shoot("danger")
            page.context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "phone")
