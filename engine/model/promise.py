"""Promises: what must hold for every possible answer sheet."""

from collections.abc import Iterator

import msgspec

from milepost.engine.model.condition import All, Any, Condition, Test
from milepost.engine.model.position import Position

# What a promise may select by besides conditions on facts.
KNOWLEDGE = ("guard", "other")
ABOVE_STEP = "step"


class Lines(msgspec.Struct, frozen=True, tag=True):
    """Some line of advice is shown that fits everything given here; an empty field fits every line.

    `above` is a contact level that the line's contact exceeds, or `step`: it exceeds the contact of the step.
    """

    at: Position
    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    above: str = ""
    duty: bool | None = None
    safety: bool | None = None


class StepContact(msgspec.Struct, frozen=True, tag=True):
    """The contact of the step exceeds the level `above`."""

    at: Position
    above: str


Claim = Condition | Lines | StepContact


class Promise(msgspec.Struct, frozen=True):
    """`given` the case, `never` holds nor does `always` fail; or, where `unknown` names a class of questions,

    an unknown answer to any of them never leads to more contact than a known one: than every known answer for guard
    questions, than the most open known answer for the others.
    """

    id: str
    says: str
    at: Position
    given: Claim = All(())
    never: Claim | None = None
    always: Claim | None = None
    unknown: str = ""

    def tests(self) -> Iterator[Test]:
        """Every test on a fact inside the promise."""
        for claim in (self.given, self.never, self.always):
            yield from _tests(claim)


def _tests(claim: Claim | None) -> Iterator[Test]:
    if isinstance(claim, Test):
        yield claim
    elif isinstance(claim, All | Any):
        for part in claim.parts:
            yield from _tests(part)
