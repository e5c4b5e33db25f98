"""How long the one file for a phone takes, with the processor slowed six times: `python -m benchmarks.phone`.

Examples are answered in Chromium from the first question to the step. The times are those of the work a touch starts,
until the page has been changed; what is drawn after that is not in them.
"""

import statistics
import tempfile
from pathlib import Path

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.model.answer_sheet import NOT_SURE
from milepost.web.phone.file import Options, written
from tests.browser import chromium
from tests.phone.walking import asked, chooses

SLOWED, EXAMPLES = 6, 12
TOUCH = """sought => {
    const began = performance.now();
    [...document.querySelectorAll('main button')].find(each => each.innerText === sought).click();
    return performance.now() - began;
}"""
OPEN = """key => new Promise(done => {
    const began = performance.now(), row = document.getElementById(key);
    row.addEventListener('toggle', () => setTimeout(() => done(performance.now() - began)));
    row.open = true;
})"""


def measured(page, kb, answers) -> dict[str, list[float]]:
    """The times of one way through, in milliseconds, by what they are for."""
    opening = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    page.wait_for_selector(".started h1")
    first = page.evaluate(TOUCH, "Begin") + page.evaluate(TOUCH, "Continue")
    following = []
    while (key := asked(page)) is not None:
        chooses(page, kb, answers.get(key, NOT_SURE))
        following.append(page.evaluate(TOUCH, "Continue"))
    result = [page.evaluate(TOUCH, "See your next step")] if page.title() == "Your answers" else []
    reasons = [page.evaluate(OPEN, "why")] if page.locator("#why").count() else []
    memory = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
    return {"opening": [opening], "first question": [opening + first], "next question": following, "result": result,
            "exact reasons": reasons, "memory in MB": [memory]}  # fmt: skip


def main() -> None:
    """Print what was measured."""
    kb, found = read(shipped.FOLDER), {}
    examples = list(kb.examples.values())
    with tempfile.TemporaryDirectory() as place, chromium.started() as browser:
        file = Path(place) / "what-now.html"
        file.write_text(written(kb, Options()), encoding="utf-8", newline="\n")
        for example in examples[:: len(examples) // EXAMPLES][:EXAMPLES]:
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            page.goto(file.as_uri())
            for what, times in measured(page, kb, example.answers).items():
                found.setdefault(what, []).extend(times)
            context.close()
    print(f"{'':16}{'number':>8}{'median':>8}{'99 of 100':>11}{'most':>8}")
    for what, times in found.items():
        most = sorted(times)[max(0, round(len(times) * 0.99) - 1)]
        print(f"{what:16}{len(times):8}{statistics.median(times):8.0f}{most:11.0f}{max(times):8.0f}")


if __name__ == "__main__":
    main()
