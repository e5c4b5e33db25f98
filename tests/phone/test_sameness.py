"""The phone holds the same consultation as Python: the same questions in the same order, and the same record, to the byte."""

import copy
import json
import os
from pathlib import Path

import pytest

from milepost.engine.exporting.exported import exported
from milepost.engine.model.answer_sheet import Sheet
from milepost.web.phone.file import ENGINE, script
from tests.phone.cases import Expected, random_sheets
from tests.sheets import every_sheet

DRIVER = (Path(__file__).parent / "driver.js").read_text()
# How many random sheets; 2000, with every example, where that is asked for (`make sameness`), else fewer of both.
WHOLE = os.environ.get("MILEPOST_SAMENESS") == "whole"
SHARES = 2
RANDOM, EVERY = (2000 // SHARES, 1) if WHOLE else (24, 8)


@pytest.fixture
def differing(browser, tmp_path):
    """What differs between this engine and that of the phone, run in one page of a browser."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=script(ENGINE).replace("const modules", "var modules", 1))

    def found(data: dict, cases: list[dict]) -> list:
        _comment, function = DRIVER.split("\n", 1)
        return page.evaluate(f"(both) => ({function})(...JSON.parse(both))", json.dumps([data, cases]))

    yield found
    context.close()


@pytest.mark.parametrize("share", range(SHARES))
def test_the_same_consultation(base, differing, share):
    examples = [Sheet(example.answers) for example in base.examples.values()][share :: SHARES * EVERY]
    sheets = [*examples, *random_sheets(base, RANDOM, seed=share)]
    cases = Expected(base).cases(sheets)
    assert len({json.loads(case["record"])["step"]["id"] for case in cases}) > 10
    assert differing(exported(base), cases) == []


def test_on_every_sheet_of_small_knowledge_bases(small, differing):
    sheets = list(every_sheet(small))
    assert len(sheets) >= 36
    assert differing(exported(small), Expected(small).cases(sheets)) == []


def test_a_difference_in_the_exported_circuit_is_noticed(base, differing):
    """Each planted alone: a literal of a rule turned round, a step without its gate, a line shown for another."""
    data = exported(base)
    cases = Expected(base).cases([Sheet(base.examples["parents-in-the-first-week"].answers)])
    record = json.loads(cases[0]["record"])
    shown = {section["key"]: section["items"][0]["id"] for section in record["screen"]}
    turned, empty, swapped = (copy.deepcopy(data) for _ in range(3))
    rule = next(rule for rule in data["rules"] if rule["id"] == shown["why"])
    for way in turned["gates"][rule["atom"] - data["inputs"]]:
        way[0] = -way[0]
    step = next(step for step in data["steps"] if step["key"] == shown["step"])
    empty["gates"][step["atom"] - data["inputs"]].clear()
    told = next(place for place, line in enumerate(data["advice"]) if line["id"] == shown["do"])
    other = next(place for place, line in enumerate(data["advice"]) if line["id"] not in cases[0]["record"])
    places = [data["shown"] - data["inputs"] + line for line in (told, other)]
    swapped["gates"][places[0]], swapped["gates"][places[1]] = (data["gates"][place] for place in places[::-1])
    assert differing(data, cases) == []
    assert [bool(differing(planted, cases)) for planted in (turned, empty, swapped)] == [True] * 3
