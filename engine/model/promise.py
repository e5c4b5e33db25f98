"""Promises: what must hold for every possible answer sheet."""

from collections.abc import Iterator

import msgspec

from milepost.engine.model.condition import All, Claim, Test, tests
from milepost.engine.model.position import Position
from milepost.engine.model.question import Question

# The classes of questions that a promise about unknown answers may name.
KNOWLEDGE = GUARD, OTHER = ("guard", "other")


class More(msgspec.Struct, frozen=True):
    """Which answers to one question say more than others.

    To a list: with one of `add` ticked, or one of `drop` not. To a choice: one further on in `order`, whose places hold
    one option or several alike. To a number: a greater one, where `rising`.
    """

    question: str
    at: Position
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    rising: bool = False


class Promise(msgspec.Struct, frozen=True):
    """`given` the case, `never` holds nor does `always` fail; or it compares sheets that differ.

    Where `unknown` names a class of questions, an unknown answer to any of them never leads to more contact than a
    known one: than every known answer for guard questions, than the most open known answer for the others. `guards`
    are the guard questions by name, where they are named. Where `more` names questions, an answer that says more never
    leads to a step with less contact, to one of an earlier stage, or from a step of `not_from` to one of `not_to`.
    Where `ends_within` is above 0, the step of everybody in the case is certain after so many questions, in the order
    of asking, and ends the interview.
    """

    id: str
    says: str
    at: Position
    given: Claim = All(())
    never: Claim | None = None
    always: Claim | None = None
    unknown: str = ""
    guards: tuple[str, ...] = ()
    more: tuple[More, ...] = ()
    not_from: tuple[str, ...] = ()
    not_to: tuple[str, ...] = ()
    ends_within: int = 0

    @property
    def compares(self) -> bool:
        """Is it about sheets that differ, and not about each by itself?"""
        return bool(self.unknown or self.more or self.ends_within)

    def asks_of(self, question: Question) -> bool:
        """Is it about an unknown answer to this question?"""
        if self.guards:
            return question.key in self.guards
        return bool(self.unknown) and question.guard == (self.unknown == GUARD)

    def tests(self) -> Iterator[Test]:
        """Every test on a fact inside the promise."""
        for claim in (self.given, self.never, self.always):
            yield from tests(claim) if claim is not None else ()
