"""The one file in the two other kinds of browser that phones have: what is asked and told there, and how it is left."""

import contextlib
import time
from pathlib import Path

import pytest

from milepost.engine.model.answer_sheet import Sheet
from milepost.web.phone.file import ENGINE, digest, named_digest, without_kept
from tests.phone import drivers
from tests.phone.cases import data_of, random_sheets
from tests.phone.drivers import ENTER, SHIFT, SPACE, TAB
from tests.phone.modules import as_modules
from tests.phone.serving import serving
from tests.phone.walking import EXAMPLE, as_python, on_screen
from tests.tiers import thorough

pytestmark = thorough

HERE = Path(__file__).parent
WALK, COMPARE = ((HERE / name).read_text().split("\n", 1)[1] for name in ("walk.js", "driver.js"))
SHOWN = "() => ({ address: location.href, title: document.title, words: document.body.innerText })"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def driven(request):
    """A window of the browser; skipped where there is none, which CI tells."""
    if not drivers.found(request.param):
        pytest.skip(f"{request.param} is not here (on Debian: apt-get install firefox-esr webkit2gtk-driver xvfb)")
    with contextlib.ExitStack() as open_ones:
        try:
            browser = open_ones.enter_context(drivers.started(request.param))
        except (AssertionError, OSError) as problem:
            pytest.skip(f"{request.param} does not start here: {problem}")
        yield browser


def opens(driven, address):
    driven.goes_to(address)
    until(driven, "() => document.documentElement.className === 'js started'")


def until(driven, condition):
    end = time.monotonic() + drivers.WAIT
    while not driven.runs(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.05)


@pytest.mark.parametrize("where", ["file", "server"])
def test_a_whole_consultation(driven, base, file, where):
    """What is asked, in what order, and what is told are the same as Python says."""
    answers = dict(base.examples[EXAMPLE].answers)
    line, telling = as_python(base, answers)
    with serving(file.parent) as (address, _):
        opens(driven, file.as_uri() if where == "file" else f"{address}/{file.name}")
        met = driven.runs(WALK, answers)
    first = [question.key for question in base.questions.values() if question.asked == "first"]
    assert [*first, *met["walked"]] == line
    assert met["step"] == telling.section("step").lead
    assert met["lines"] == on_screen(base, telling)
    for row in telling.rows:
        said = [item.say for section in row.sections for item in section.items if not item.links]
        assert [say for say in said if say not in met["rows"][row.key]] == [], row.key


@pytest.fixture(scope="module")
def cases(base, expected):
    """A sample of sheets, with what Python says of them."""
    examples = [Sheet(example.answers) for example in base.examples.values()][::120]
    return expected.cases([*examples, *random_sheets(base, 3, seed=16)])


def test_the_same_records(driven, base, cases, tmp_path):
    """To the byte, for a sample."""
    page = tmp_path / "engine.html"
    page.write_text(f"<meta charset='utf-8'><script>{as_modules(ENGINE)}</script>")
    driven.goes_to(page.as_uri())
    until(driven, "() => Boolean(globalThis.modules?.effects)")
    assert driven.runs(COMPARE, data_of(base), cases) == []
    other = {**cases[0], "record": cases[0]["record"].replace('"step"', '"stop"', 1)}
    assert [difference[:2] for difference in driven.runs(COMPARE, data_of(base), [other])] == [[0, "record"]]


def test_by_keys_to_the_first_question_and_out(driven, base, file):
    """Nothing is left where somebody pressed Shift three times, and Back shows nothing."""
    first = sum(question.asked == "first" for question in base.questions.values())
    opens(driven, file.as_uri())
    for words, then in (("Begin", "Before you begin"), ("Continue", f"Question {first + 1}")):
        for _ in range(60):
            driven.presses(TAB)
            if driven.runs("() => document.activeElement.textContent") == words:
                break
        driven.presses(ENTER)
        until(driven, f"() => document.title === '{then}'")
    while driven.runs("() => document.activeElement.type ?? ''") != "radio":
        driven.presses(TAB)
    driven.presses(SPACE)
    assert driven.runs("() => document.querySelectorAll('input:checked').length") == 1
    driven.presses(SHIFT, SHIFT, SHIFT)
    until(driven, "() => location.href === 'about:blank'")
    assert driven.runs(SHOWN) == {"address": "about:blank", "title": "", "words": ""}


def test_a_changed_file_says_so(driven, text, tmp_path):
    changed = tmp_path / "changed.html"
    changed.write_text(text.replace(".isPossible(", ".isPossible (", 1), encoding="utf-8", newline="\n")
    driven.goes_to(changed.as_uri())
    until(driven, "() => document.readyState === 'complete' && document.documentElement.className === ''")
    shown = driven.runs(SHOWN)["words"]
    assert "This copy is not whole" in shown and "Ireland: 112" in shown and "Begin" not in shown.split("\n")


WORDS = "seven quiet yellow boats"
# Keeps the answers in a copy; returns its text and the answers in view.
KEEP = """async (words) => {
    const press = (said) => [...document.querySelectorAll("main button")].find((each) => each.textContent === said).click();
    let copy;
    URL.createObjectURL = (blob) => { copy = blob; return ""; };
    HTMLAnchorElement.prototype.click = () => {};
    press("Look at your answers again");
    const answers = document.querySelector("dl.answers").textContent;
    press("Keep these answers in a file");
    document.getElementById("words").value = words;
    press("Make the copy");
    while (!copy) await new Promise((done) => setTimeout(done, 20));
    return { answers, copy: await copy.text() };
}"""
OPEN = """(words) => {
    document.getElementById("words").value = words;
    [...document.querySelectorAll("main button")].find((each) => each.textContent === "Open them").click();
}"""


def test_answers_are_kept_in_a_copy(driven, base, file, text, tmp_path):
    """It is the same file with what is locked in it, and opens with these words alone."""
    opens(driven, file.as_uri())
    driven.runs(WALK, dict(base.examples[EXAMPLE].answers))
    kept = driven.runs(KEEP, WORDS)
    copy = tmp_path / "copy.html"
    copy.write_text(kept["copy"], encoding="utf-8", newline="\n")
    assert kept["copy"] != text and without_kept(kept["copy"]) == text
    assert digest(kept["copy"]) == named_digest(text)
    opens(driven, copy.as_uri())
    driven.runs(OPEN, WORDS + "s")
    until(driven, "() => document.getElementById('fault').textContent.startsWith('These are not the words')")
    driven.runs(OPEN, f" {WORDS}")
    until(driven, "() => document.title === 'Your answers'")
    assert driven.runs("() => document.querySelector('dl.answers').textContent") == kept["answers"]
