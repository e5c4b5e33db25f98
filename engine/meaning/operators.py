"""The operators: one row for each test that a condition may make of a fact. Every reading of the rules asks this table.

A row says how the test is written, what it fits, in which states of the fact it holds, and its words. A new operator is
a new row, and nothing else (docs/adr/012-one-meaning.md).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from milepost.engine.model.question import UNKNOWN

# One way for a test to hold: states that must be held (True) or must not (False).
Way = tuple[tuple[str, bool], ...]
# Words, or for a number one whole number.
Values = tuple[Any, ...]
# The known states of a fact, each with its bounds where it is a range of numbers (both included), else None.
Known = Mapping[str, Any]

# What stands behind a test: nothing, a value, one value or a list of them, a whole number.
NOTHING, VALUE, VALUES, NUMBER = "nothing", "value", "values", "number"
# What a test may fit beside the types of questions.
FINDING = "finding"


class Operator(msgspec.Struct, frozen=True):
    """One operator.

    `written` maps each key under which it is written behind a fact, as in `{not: value}`, to what stands behind that
    key; a test without keys is the bare value, or where it takes no value, its own name. `fits` are types of questions,
    and `finding`. `ways` returns the ways in which it holds; `cuts` the numbers from which on it holds otherwise than
    below them. `words` are what it asks, with `{values}` and `{unit}` in their places. `in_unless`: whether it may
    block; only what is known does.
    """

    name: str
    fits: tuple[str, ...]
    ways: Callable[[Values, Known], tuple[Way, ...]]
    words: str
    written: dict[str, str] = {}
    takes_value: bool = True
    in_unless: bool = True
    cuts: Callable[[Values], Values] = lambda values: ()


def _one_of(states: Iterable[str]) -> tuple[Way, ...]:
    return tuple(((state, True),) for state in states)


TABLE = (
    Operator(
        "is",
        fits=("choice", "yes_no", FINDING),
        ways=lambda values, known: _one_of(values),
        words="{values}",
    ),
    Operator(
        "not",
        fits=("choice", "yes_no", FINDING),
        ways=lambda values, known: _one_of(state for state in known if state not in values),
        words="known, and not: {values}",
        written={"not": VALUES},
        in_unless=False,
    ),
    Operator(
        "at_least",
        fits=("number",),
        ways=lambda values, known: _one_of(state for state, (low, _) in known.items() if low >= values[0]),
        words="{values} {unit} or more",
        written={"at_least": NUMBER},
        cuts=lambda values: values,
    ),
    Operator(
        "below",
        fits=("number",),
        ways=lambda values, known: _one_of(state for state, (_, high) in known.items() if high < values[0]),
        words="fewer than {values} {unit}",
        written={"below": NUMBER},
        cuts=lambda values: values,
    ),
    Operator(
        "includes",
        fits=("many",),
        ways=lambda values, known: _one_of(values),
        words="{values}",
        written={"includes": VALUE, "includes_any": VALUES},
    ),
    Operator(
        "excludes",
        fits=("many",),
        ways=lambda values, known: ((*((state, False) for state in values), (UNKNOWN, False)),),
        words="not: {values}",
        written={"excludes": VALUE, "excludes_all": VALUES},
        in_unless=False,
    ),
    Operator(
        "only",
        fits=("many",),
        ways=lambda values, known: tuple(
            ((value, True), *((state, False) for state in (*known, UNKNOWN) if state not in values)) for value in values
        ),
        words="nothing but {values}",
        written={"only": VALUES},
        in_unless=False,
    ),
    Operator(
        "none",
        fits=("many",),
        ways=lambda values, known: (tuple((state, False) for state in (*known, UNKNOWN)),),
        words="None of these",
        takes_value=False,
    ),
    Operator(
        UNKNOWN,
        fits=("choice", "yes_no", "many", "number"),
        ways=lambda values, known: _one_of([UNKNOWN]),
        words="not known",
        takes_value=False,
        in_unless=False,
    ),
)
OPERATORS = {operator.name: operator for operator in TABLE}
# How each is written: the keys behind a fact, and the words that stand there alone.
WRITTEN = {key: operator for operator in TABLE for key in operator.written}
VALUE_ALONE = next(operator for operator in TABLE if operator.takes_value and not operator.written)
BARE = {operator.name: operator for operator in TABLE if not operator.takes_value}


def fitting(kind: str) -> tuple[Operator, ...]:
    """Return the operators that fit a type of question or a `finding`."""
    return tuple(operator for operator in TABLE if kind in operator.fits)


def form(fact: str, operator: Operator) -> str:
    """Return how a test on a fact is written, with an example in the place of its value."""
    if operator.name in BARE:
        return f"{fact}: {operator.name}"
    if not operator.written:
        return f"{fact}: value"
    key, operand = next(iter(operator.written.items()))
    return f"{fact}: {{{key}: {'30' if operand == NUMBER else 'value'}}}"
