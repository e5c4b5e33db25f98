"""The forms of what is exported: plain records, all fields of which are always written.

A literal is an atom, or minus an atom that must not hold.
"""

import msgspec

from milepost.engine.model.answer_sheet import Answer

Conjunctions = list[list[int]]


class Question(msgspec.Struct, frozen=True):
    """A question. Its states are its options or, from the numbers `starts` on, ranges; then `unknown`.

    The first of them is the atom `atom`. `ways` has a sign for each example: an `@` where it is not asked there;
    else that by which `said` has what is answered there.
    `bounds` are of changes that somebody could want: for another answer the first literal of each has to hold, where
    its others hold now.
    """

    key: str
    topic: str
    ask: str
    why: str
    help: str
    type: str
    options: dict[str, str]
    headings: dict[str, str]
    unit: str
    minimum: int
    maximum: int
    starts: tuple[int, ...]
    open: bool
    guard: bool
    grid: bool
    asked: str
    asked_with: tuple[str, ...]
    changes: str
    bounds: list[list[int]]
    atom: int
    said: dict[str, Answer]
    ways: str


class Finding(msgspec.Struct, frozen=True):
    """A finding: its values, strongest first, with their words and atoms."""

    key: str
    values: dict[str, str]
    atoms: tuple[int, ...]


class Way(msgspec.Struct, frozen=True):
    """A way in which a rule can be met: the facts it looks at, where the literal holds."""

    facts: tuple[str, ...]
    literal: int


class Rule(msgspec.Struct, frozen=True):
    """A rule, which fires where its atom holds; its facts are those of the first way that is met."""

    id: str
    finding: str
    value: str
    because: str
    sources: tuple[str, ...]
    reviewed: str
    ways: tuple[Way, ...]
    atom: int


class Step(msgspec.Struct, frozen=True):
    """A step card. The `gravest` are those of the first stage."""

    key: str
    title: str
    say: str
    come_back: str
    opens_next: str
    contact: str
    how_long: str
    how_long_finding: str
    look_again: dict[str, int]
    days_done: str
    days_done_if: tuple[str, ...]
    ends_interview: bool
    gravest: bool
    sources: tuple[str, ...]
    first: tuple[str, ...]
    atom: int


class Line(msgspec.Struct, frozen=True):
    """A line of advice, shown where its atom holds. `weight` is how much in particular it asks for.

    `step_alone`: it asks for few steps in particular, and nothing else. `particular`: it reads a question marked so.
    """

    id: str
    kind: str
    say: str
    because: str
    sources: tuple[str, ...]
    reviewed: str
    safety: bool
    duty: bool
    lines: tuple[str, ...]
    to: tuple[str, ...]
    to_whom: str
    moment: str
    weight: int
    step_alone: bool
    particular: bool
    atom: int


class OddAnswer(msgspec.Struct, frozen=True):
    """A question whose answer is at odds with another, where a literal holds."""

    question: str
    literal: int


class AtOdds(msgspec.Struct, frozen=True):
    """Answers that do not fit, where the literal `holds` does."""

    id: str
    say: str
    reviewed: str
    holds: int
    answers: tuple[OddAnswer, ...]


class Purpose(msgspec.Struct, frozen=True):
    """What a helpline can be for; `instead` says what helps where a country has none, empty where its others do."""

    key: str
    words: str
    instead: str


class Helpline(msgspec.Struct, frozen=True):
    """One helpline, with the hours as they are said; `others` is the purpose of a line for whom it does not take."""

    purpose: str
    name: str
    checked: str
    checked_how: str
    phone: str
    text: str
    chat: str
    web: str
    hours: str
    languages: str
    who: str
    others: str


class Country(msgspec.Struct, frozen=True):
    """A country's emergency number and its lines."""

    code: str
    name: str
    emergency: str
    silent: str
    text: str
    checked: str
    checked_how: str
    lines: tuple[Helpline, ...]


class Source(msgspec.Struct, frozen=True):
    """A text that was read, and those of its statements that something rests on."""

    key: str
    title: str
    kind: str
    statements: tuple[str, ...]


class Side(msgspec.Struct, frozen=True):
    """One side of a conflict."""

    says: str
    claims: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """A place where sources disagree."""

    id: str
    about: str
    followed: str
    because: str
    sides: tuple[Side, ...]
    touches: tuple[str, ...]


class Research(msgspec.Struct, frozen=True):
    """What studies say about some entries, and in a sentence how far that supports them."""

    id: str
    says: str
    stands: str
    studies: tuple[str, ...]
    about: tuple[str, ...]


class Review(msgspec.Struct, frozen=True):
    """Somebody who looked at a part of the rules."""

    name: str
    role: str
    date: str
    scope: tuple[str, ...]


class About(msgspec.Struct, frozen=True):
    """What a knowledge base says of itself."""

    reviewed_by: tuple[Review, ...]
    good_for_days: int
    upkeep: str
    limits: tuple[str, ...]
