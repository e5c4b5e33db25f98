"""Conditions: tests on facts, joined by all and any; and what promises may claim besides."""

from collections.abc import Iterator

import msgspec

from milepost.engine.model.position import Position


class Test(msgspec.Struct, frozen=True, tag=True):
    """One test on one fact.

    `operator` is one of engine/meaning/operators.py; `values` are option keys, finding values, or one number.
    """

    fact: str
    operator: str
    values: tuple[str | int, ...]
    at: Position

    @property
    def content(self) -> "Content":
        """What is tested, wherever it is written: the same for every test of the same."""
        return self.fact, self.operator, self.values


# The fact, operator and values of a test.
Content = tuple[str, str, tuple[str | int, ...]]


class All(msgspec.Struct, frozen=True, tag=True):
    """Holds if every part holds; holds when empty."""

    parts: tuple["Claim", ...]


class Any(msgspec.Struct, frozen=True, tag=True):
    """Holds if some part holds; fails when empty."""

    parts: tuple["Claim", ...]


Condition = Test | All | Any

# What a line's contact may exceed besides a level: that of the step.
ABOVE_STEP = "step"


class Lines(msgspec.Struct, frozen=True, tag=True):
    """Some line of advice is shown that fits everything given here; an empty field fits every line.

    `above` is a contact level that the line's contact exceeds, or `step`: it exceeds the contact of the step; `up_to`
    is one that it does not exceed.
    """

    at: Position
    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    above: str = ""
    up_to: str = ""
    duty: bool | None = None
    safety: bool | None = None


class StepContact(msgspec.Struct, frozen=True, tag=True):
    """The contact of the step exceeds the level `above`, and does not exceed `up_to`; an empty one bounds nothing."""

    at: Position
    above: str = ""
    up_to: str = ""


class NoneOf(msgspec.Struct, frozen=True, tag=True):
    """Holds if no part holds."""

    parts: tuple["Claim", ...]


class Told(msgspec.Struct, frozen=True, tag=True):
    """Wherever `case` holds, a line of advice is shown, or one that replaces it."""

    at: Position
    id: str
    case: "Claim"


# What a promise may claim; conditions hold tests only, and the reader sees to it.
Claim = Condition | Lines | StepContact | Told | NoneOf


def parts_of(condition: All | Any) -> tuple[Condition, ...]:
    """Return the parts of a condition. Raises TypeError if one of them is a claim that only promises make."""
    parts = tuple(part for part in condition.parts if isinstance(part, Condition))
    if len(parts) < len(condition.parts):
        raise TypeError("a condition holds tests only, and this one a claim about lines or contact")
    return parts


def tests(claim: Claim) -> Iterator[Test]:
    """Every test on a fact inside a condition or a claim, in the order written."""
    if isinstance(claim, Test):
        yield claim
    elif isinstance(claim, All | Any | NoneOf):
        for part in claim.parts:
            yield from tests(part)
    elif isinstance(claim, Told):
        yield from tests(claim.case)
