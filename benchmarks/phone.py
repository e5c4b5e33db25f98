"""How long the one file for a phone takes, with the processor slowed six times: `python -m benchmarks.phone`.

Examples are answered in Chromium from the first question to the step. The times are those that the page's thread works
from a touch until the new view is drawn, in the processor's time. The browser slows by the clock, so what others do
on the machine is in them. `python -m benchmarks.phone 1` does not slow, and says six times what was measured. Of all of
them some is the measuring itself: it stands in the first row.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.web.phone.file import Options, written
from tests.browser import chromium
from tests.phone.walking import asked, chooses

SLOWED, EXAMPLES = 6, 6
TOUCH = "sought => [...document.querySelectorAll('main button')].find(each => each.innerText === sought).click()"
OPEN = "key => { document.getElementById(key).open = true; }"
# How long somebody reads a view, and how long after the choice they touch "Continue", at least.
READING, RESTING = 1500, 600
DRAWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


class Slowed:
    """A page on a processor that is slowed so many times; the times are those of one that is slowed six times."""

    def __init__(self, context, rate: int):
        self.page, self._factor = context.new_page(), SLOWED / rate
        self._session = context.new_cdp_session(self.page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._session.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def spends(self, act, *given) -> float:
        """Do something; return how many milliseconds the page's thread worked until that was drawn."""
        before = self._worked()
        act(*given)
        self.page.evaluate(DRAWN)
        return (self._worked() - before) * self._factor

    def waits(self, milliseconds: int) -> None:
        """Let a person read, or rest."""
        self.page.wait_for_timeout(milliseconds)

    def _worked(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(each["value"] for each in metrics if each["name"] == "TaskDuration") * 1000


def begun(slowed, address, reads: bool) -> tuple[float, float]:
    """The times to the start and from there to the first question, for somebody who reads the start or who does not."""
    page = slowed.page

    def begins() -> None:
        page.evaluate(TOUCH, "Begin")
        page.evaluate(TOUCH, "Continue")

    opening = slowed.spends(page.goto, address)  # which is done when its script has run
    if reads:
        slowed.waits(READING)
    first = slowed.spends(begins)
    assert asked(page)
    return opening, first


def measured(context, address, kb, answers, rate) -> dict[str, list[float]]:
    """The times of one way through, in milliseconds, by what they are for."""
    at_once = sum(begun(Slowed(context, rate), address, reads=False))
    slowed = Slowed(context, rate)
    opening, first = begun(slowed, address, reads=True)
    page = slowed.page
    found = {"nothing": [slowed.spends(page.evaluate, "0")], "start": [opening], "first question": [at_once],
             "begin, start read": [first], "next question": [], "all answers": [], "result": []}  # fmt: skip
    while (key := asked(page)) is not None:
        slowed.waits(READING - RESTING)
        chooses(page, kb, answers.get(key, NOT_SURE))
        slowed.waits(RESTING)
        took = slowed.spends(page.evaluate, TOUCH, "Continue")
        found[{"Your answers": "all answers", "Next step": "result"}.get(page.title(), "next question")].append(took)
    if page.title() == "Your answers":
        slowed.waits(READING)
        found["result"].append(slowed.spends(page.evaluate, TOUCH, "See your next step"))
    reasons = [slowed.spends(page.evaluate, OPEN, "why")] if page.locator("#why").count() else []
    memory = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
    return {**found, "exact reasons": reasons, "memory in MB": [memory]}


def main() -> None:
    """Print what was measured."""
    rate = int(sys.argv[1]) if len(sys.argv) > 1 else SLOWED
    kb, found = read(shipped.FOLDER, outcomes=False), {}
    examples = list(kb.examples.values())
    with tempfile.TemporaryDirectory() as place, chromium.started() as browser:
        file = Path(place) / "what-now.html"
        file.write_text(written(kb, Options()), encoding="utf-8", newline="\n")
        for example in examples[:: len(examples) // EXAMPLES][:EXAMPLES]:
            context = browser.new_context(viewport={"width": 390, "height": 844})
            for what, times in measured(context, file.as_uri(), kb, example.answers, rate).items():
                found.setdefault(what, []).extend(times)
            context.close()
    print(f"{'':18}{'number':>8}{'median':>8}{'99 of 100':>11}{'most':>8}")
    for what, times in found.items():
        if not times:
            continue
        most = sorted(times)[max(0, round(len(times) * 0.99) - 1)]
        print(f"{what:18}{len(times):8}{statistics.median(times):8.0f}{most:11.0f}{max(times):8.0f}")


if __name__ == "__main__":
    main()
