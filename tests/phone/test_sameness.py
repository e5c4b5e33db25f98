"""The phone holds the same consultation as Python: the same questions in the same order, and the same record, to the byte."""

import copy
import json
import os
from pathlib import Path

import msgspec
import pytest

from milepost.engine.exporting.exported import exported
from milepost.engine.model.answer_sheet import Sheet
from milepost.web.answering import Sent, understood
from milepost.web.phone.packing import numbered, numbers, renamed
from tests.conftest import SMALL
from tests.phone.cases import DAY, Expected, data_of, random_sheets
from tests.sheets import every_sheet, spread
from tests.tiers import sampled, thorough

DRIVER = (Path(__file__).parent / "driver.js").read_text()
# How many random sheets; 2000, with every example, where that is asked for (`make sameness`), else fewer of both.
WHOLE = os.environ.get("MILEPOST_SAMENESS") == "whole"
# Many small shares, each with a verdict of its own.
SHARES = 40 if WHOLE else 4
RANDOM, EVERY = (2000 // SHARES, 1) if WHOLE else (10, 12)


@pytest.fixture
def differing(loaded):
    """What differs between this engine and that of the phone."""

    def found(data: dict, cases: list[dict]) -> list:
        _comment, function = DRIVER.split("\n", 1)
        return loaded.evaluate(f"(both) => ({function})(...JSON.parse(both))", json.dumps([data, cases]))

    return found


@pytest.mark.parametrize("share", sampled(range(SHARES), SHARES if WHOLE else 1))
def test_the_same_consultation(base, expected, differing, share):
    examples = [Sheet(example.answers) for example in base.examples.values()][share * EVERY :: SHARES * EVERY]
    sheets = [*examples, *random_sheets(base, RANDOM, seed=share)]
    cases = expected.cases(sheets)
    assert base.ways
    assert len({json.loads(case["record"])["step"]["id"] for case in cases}) > 10
    assert differing(data_of(base), cases) == []


@thorough
def test_numbers_for_ids_change_nothing_else(base, expected, differing):
    """The one file has no ids: the same consultation comes out of it, but for their numbers."""
    data = data_of(base)
    cases = expected.cases(list(random_sheets(base, 12, seed=23)))
    for case in cases:
        for part in ("record", "way"):
            named = renamed(json.loads(case[part]), numbers(data))
            case[part] = json.dumps(named, ensure_ascii=False, separators=(",", ":"))
    assert differing({**numbered(data), "knowledge_base": data["knowledge_base"]}, cases) == []


@pytest.mark.parametrize("small", sampled(SMALL, 1), ids=lambda p: p.name, indirect=True)
def test_on_every_sheet_of_small_knowledge_bases(small, differing):
    """On 400 at most, as each is a whole consultation."""
    sheets = spread(every_sheet(small), 400)
    assert len(sheets) >= 36
    assert differing(exported(small), Expected(small).cases(sheets)) == []


@pytest.mark.parametrize(
    "typed, length, date, said",
    [
        ("12", "days", "", "12"),
        ("\uff13", "weeks", "", "3 weeks"),
        ("2,5", "months", "", "2,5 months"),
        ("1.5", "years", "", "1.5 years"),
        ("", "days", "2026-11-02", "2 Nov 2026"),
        ("2 weeks", "days", "", "2 weeks"),
        ("Two  Weeks", "days", "", "two weeks"),
        ("a month", "days", "", "a month"),
        ("3 weeks", "months", "", "3 weeks"),
        ("1 day", "days", "", "1 day"),
        ("40 days", "days", "", "40 days"),
    ],
)
def test_lengths_of_time_are_counted_alike(base, loaded, typed, length, date, said):
    question = next(question for question in base.questions.values() if question.unit == "days")
    sent = {"number": typed, "length": length, "date": date}
    got = loaded.evaluate(
        """([question, sent, today]) => {
            const data = new FormData();
            Object.entries(sent).forEach(([name, value]) => data.set(name, value));
            return modules.asking.understood({ manner: { sentences: {} } }, question, data, today);
        }""",
        [{**msgspec.to_builtins(question), "open": False, "grid": False}, sent, str(DAY)],
    )
    assert got == {"answer": understood(question, Sent(typed=said), DAY)}


def test_a_difference_in_the_exported_circuit_is_noticed(base, expected, differing):
    """Each planted alone: a literal of a rule turned round, a step without its gate, a line shown for another."""
    data = data_of(base)
    cases = expected.cases([Sheet(base.examples["parents-in-the-first-week"].answers)])
    record = json.loads(cases[0]["record"])
    shown = {section["key"]: section["items"][0]["id"] for section in record["screen"]}
    turned, empty, swapped = (copy.deepcopy(data) for _ in range(3))
    rule = next(rule for rule in data["rules"] if rule["id"] == shown["why"])
    first = data["inputs"] + 1
    for way in turned["gates"][rule["atom"] - first]:
        way[0] = -way[0]
    step = next(step for step in data["steps"] if step["key"] == shown["step"])
    empty["gates"][step["atom"] - first].clear()
    told = next(line for line in data["advice"] if line["id"] == shown["do"])
    other = next(line for line in data["advice"] if line["id"] not in cases[0]["record"])
    places = [line["atom"] - first for line in (told, other)]
    swapped["gates"][places[0]], swapped["gates"][places[1]] = (data["gates"][place] for place in places[::-1])
    assert differing(data, cases) == []
    assert [bool(differing(planted, cases)) for planted in (turned, empty, swapped)] == [True] * 3
