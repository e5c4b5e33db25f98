"""Work in slices: it goes on by itself while somebody reads, and at once as far as somebody waits for it."""

import pytest

from tests.phone.modules import page_with

WORK = """() => {
    window.done = 0;
    window.on = modules.slices.inSlices((function* () { while (done < 5000) { done++; yield; } })());
}"""


@pytest.fixture
def working(browser):
    with page_with(browser, ["slices"]) as page:
        yield page


def test_it_goes_on_by_itself_after_what_is_there_is_shown(working):
    assert working.evaluate(f"({WORK})() ?? done") == 0
    working.wait_for_function("done === 5000")


def test_it_goes_on_at_once_until_there_is_enough(working):
    assert working.evaluate(f"({WORK})() ?? (on(() => done >= 40), done)") == 40
    assert working.evaluate("(on(() => false), done)") == 5000
    assert working.evaluate("(on(() => false), done)") == 5000, "there is no more"
