"""What specialists are asked to look at: their part of the knowledge base, and decisions that need one of them."""

import msgspec

from milepost.engine.model.position import Position


class Situation(msgspec.Struct, frozen=True):
    """A title, and the questions and findings of which a line belongs here that looks at one of them."""

    title: str
    reads: tuple[str, ...]


class Specialist(msgspec.Struct, frozen=True):
    """One kind of specialist, `who` in words, and what is theirs.

    Each answer to their `questions` is tried on the example `unalarming`, in which nothing rings an alarm. Their lines
    are those about safety and help that fall under one of the `situations`; `screens` are examples shown as a person
    gets them, and `helplines` the purposes of the numbers they know.
    """

    key: str
    who: str
    unalarming: str
    questions: tuple[str, ...]
    steps: tuple[str, ...]
    situations: tuple[Situation, ...]
    screens: tuple[str, ...]
    helplines: tuple[str, ...]
    at: Position


class Decision(msgspec.Struct, frozen=True):
    """A choice that needs a specialist: what is asked, what is done `now` and why, and examples that show it."""

    id: str
    ask: str
    now: str
    because: str
    examples: tuple[str, ...]
    reviewed: str
    at: Position
