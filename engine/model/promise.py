"""Promises: what must hold for every possible answer sheet."""

from collections.abc import Iterator

import msgspec

from milepost.engine.model.condition import All, Claim, Test, tests
from milepost.engine.model.position import Position

# The classes of questions that a promise about unknown answers may name.
KNOWLEDGE = ("guard", "other")


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
            yield from tests(claim) if claim is not None else ()
