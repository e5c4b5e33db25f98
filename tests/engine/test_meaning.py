"""The table of operators against plain readings of what each says, and one form for every answer."""

import datetime
from itertools import chain, combinations

import pytest

from milepost.cli.terminal import typed
from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import read_sheet
from milepost.engine.meaning.holding import some_way_fits, ways
from milepost.engine.meaning.operators import OPERATORS, WRITTEN
from milepost.engine.meaning.states import states_held
from milepost.engine.meaning.words import answer_in_words, choices
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import Test as OneTest
from milepost.engine.model.position import Position
from milepost.web import answering
from tests.engine.language.bad import GOOD

TODAY = datetime.date(2026, 11, 26)
# For each operator: a fact with the values tested, and for which known answers it holds, said anew.
SAID = {
    "is": ("mood", ("cross", "low"), lambda given: given in ("cross", "low")),
    "not": ("mood", ("cross",), lambda given: given in ("calm", "low")),
    "at_least": ("nights", (3,), lambda given: given >= 3),
    "below": ("nights", (3,), lambda given: given < 3),
    "includes": ("signs", ("yawns", "errors"), lambda given: "yawns" in given or "errors" in given),
    "excludes": ("signs", ("yawns",), lambda given: "yawns" not in given and "not_sure" not in given),
    "only": ("signs", ("yawns", "errors"), lambda given: set(given) <= {"yawns", "errors"}),
    "none": ("signs", (), lambda given: given == ("none",)),
    "unknown": ("signs", (), lambda given: "not_sure" in given),
}


@pytest.fixture(scope="module")
def small():
    return read(GOOD)


def known_answers_of(kb, key):
    if kb.questions[key].type == "number":
        return [0, 1, 2, 3, 4, 365]
    options = list(kb.questions[key].options)
    if kb.questions[key].type != "many":
        return options
    items = [*options, "not_sure"]
    return [("none",), *chain(*(combinations(items, n) for n in range(1, len(items) + 1)))]


def test_every_operator_is_said_anew():
    assert set(SAID) == set(OPERATORS)


@pytest.mark.parametrize("name", OPERATORS)
def test_an_operator_holds_where_it_says(small, name):
    fact, values, holds = SAID[name]
    met = ways(small, OneTest(fact, name, values, Position("here")))
    outcomes = set()
    for given in known_answers_of(small, fact):
        held = states_held(small, small.questions[fact], Sheet({fact: given}))
        assert some_way_fits(met, held) == holds(given), given
        outcomes.add(holds(given))
    assert outcomes == {True, False}
    for nothing in ("not_sure", "rather_not_say", None):
        held = states_held(small, small.questions[fact], Sheet({fact: nothing} if nothing else {}))
        assert some_way_fits(met, held) == (name == "unknown")


def test_no_two_operators_are_written_alike():
    assert len(WRITTEN) == sum(len(operator.written) for operator in OPERATORS.values())
    assert not set(WRITTEN) & {name for name, operator in OPERATORS.items() if not operator.takes_value}


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (["not_sure"], "not_sure"),
        (["rather_not_say"], "rather_not_say"),
        (["none"], ("none",)),
        (["yawns"], ("yawns",)),
        (["yawns", "not_sure"], ("yawns", "not_sure")),
    ],
    ids=str,
)
def test_an_answer_to_a_list_has_one_form_from_terminal_page_and_file(small, chosen, kept):
    question = small.questions["signs"]
    numbers = [list(choices(question)).index(option) + 1 for option in chosen]
    given = [
        typed.understood(question, choices(question), " ".join(map(str, numbers)), TODAY),
        answering.understood(question, answering.Sent(tuple(chosen)), TODAY),
        *(
            read_sheet(f"signs: {written}".encode(), "sheet.yaml", small).sheet.answers["signs"]
            for written in (f"[{', '.join(chosen)}]", *(chosen if len(chosen) == 1 else ()))
        ),
    ]
    assert {str(Sheet({"signs": answer}).answers["signs"]) for answer in given} == {str(kept)}
    assert {str(answer) for answer in given} == {str(kept)}


def test_a_number_is_said_with_its_unit_and_one_of_it_stands_alone(base):
    days = next(question for question in base.questions.values() if question.unit == "days")
    assert [answer_in_words(days, number) for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
