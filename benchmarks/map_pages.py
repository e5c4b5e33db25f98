"""How long the pages of the map take in a browser: `python -m benchmarks.map_pages`. It needs Chromium.

Each page is opened straight after the last answer, so that the consultation is worked out in it. Milliseconds of the
processor, which another load does not change much: of the server, and of the page in the browser until it is painted;
then by the clock, from the request until words are painted. The median of the examples tried, and the slowest.
"""

import statistics
import time

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.web.knowledge import Knowledge
from tests.browser import chromium
from tests.browser.site import Site

EXAMPLES = 12
PAGES = {"the way": "/map", "the stages": "/map/all", "a step": "/map/1"}
PAINTED = """() => new Promise(done => new PerformanceObserver(list => done(
    list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({type: 'paint', buffered: true}))"""


def opened(browser, site: Site, answers: dict, address: str) -> tuple[float, float, float]:
    """Return the milliseconds of the server, of the browser and by the clock that a page takes."""
    site.anew()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.address)
    site.told(answers)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before, start = _worked(session), time.process_time()
    page.goto(page.url.rstrip("/") + address)
    painted = page.evaluate(PAINTED)
    server, browsing = time.process_time() - start, _worked(session) - before
    context.close()
    return server * 1000, browsing * 1000, painted


def _worked(session) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def main() -> None:
    """Print the times of each page."""
    site = Site(Knowledge(read(shipped.FOLDER)))
    examples = list(site.knowledge.kb.examples.values())
    with chromium.started() as browser:
        for name, address in PAGES.items():
            chosen = examples[:: len(examples) // EXAMPLES][:EXAMPLES]
            taken = zip(*(opened(browser, site, dict(example.answers), address) for example in chosen), strict=True)
            server, browsing, clock = (f"{statistics.median(each):.0f}, at most {max(each):.0f} ms" for each in taken)
            print(f"{name}: server {server}; browser {browsing}; by the clock {clock}", flush=True)


if __name__ == "__main__":
    main()
