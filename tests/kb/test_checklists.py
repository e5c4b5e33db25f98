"""Each item of the published checklists can be told, and leads nowhere less careful than its row says, or is declined."""

import re
from pathlib import Path

import pytest
import yaml

PAGE = Path(__file__).parents[2] / "docs" / "checklists.md"
ROW = re.compile(r"^\| ((?:DA|DASH|C)-\d+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
ROWS = {found[1]: found.groups()[1:] for found in ROW.finditer(PAGE.read_text())}
ITEMS = {"DA": 20, "DASH": 27, "C": 6}
# The sheet in which nothing else is alarming.
CALM = "every-stage-done"


def test_every_item_has_its_row():
    assert list(ROWS) == [f"{name}-{n}" for name, count in ITEMS.items() for n in range(1, count + 1)]


def test_what_is_declined_has_a_reason():
    declined = {id: reason for id, (_, told, reason) in ROWS.items() if told == "declined"}
    assert declined and all(reason.endswith(".") and len(reason.split()) >= 12 for reason in declined.values())
    assert len(declined) <= 7


@pytest.mark.parametrize("id", [id for id, (_, told, _) in ROWS.items() if told != "declined"])
def test_it_leads_nowhere_less_careful(base, milepost_base, id):
    _, told, least = ROWS[id]
    answers = {}
    for part in re.findall(r"`(.+?)`", told):
        ((question, answer),) = yaml.safe_load(part).items()
        answers[question] = tuple(answer) if isinstance(answer, list) else answer
    found = milepost_base.consult({**base.examples[CALM].answers, **answers})
    order = list(base.steps)
    assert order.index(found.step.key) <= order.index(least.strip("`")), found.step.key
    assert found.step.contact == "none"


def test_without_any_of_it_the_step_is_less_careful(base, milepost_base):
    """The calm sheet itself leads further than any row, so that each row shows what it tells."""
    found = milepost_base.consult(base.examples[CALM].answers)
    order = list(base.steps)
    least = [row[2].strip("`") for row in ROWS.values() if row[1] != "declined"]
    assert all(order.index(found.step.key) > order.index(step) for step in least) and found.step.contact != "none"


@pytest.fixture(scope="module")
def milepost_base(base):
    from milepost.library import Milepost

    return Milepost.of(base)
