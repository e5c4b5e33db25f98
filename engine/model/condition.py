"""Conditions: tests on facts, joined by all and any."""

from collections.abc import Iterator

import msgspec

from milepost.engine.model.position import Position

# What a test may say about a fact. `includes` with several values means: at least one of them.
OPERATORS = ("is", "not", "at_least", "below", "includes", "excludes", "none", "unknown")


class Test(msgspec.Struct, frozen=True, tag=True):
    """One test on one fact; `values` are option keys, finding values, or one number for a threshold."""

    fact: str
    operator: str
    values: tuple[str | int, ...]
    at: Position


class All(msgspec.Struct, frozen=True, tag=True):
    """Holds if every part holds; holds when empty."""

    parts: tuple["Condition", ...]


class Any(msgspec.Struct, frozen=True, tag=True):
    """Holds if some part holds; fails when empty."""

    parts: tuple["Condition", ...]


Condition = Test | All | Any


def tests(condition: Condition) -> Iterator[Test]:
    """Every test inside a condition, in the order written."""
    if isinstance(condition, Test):
        yield condition
    else:
        for part in condition.parts:
            yield from tests(part)
