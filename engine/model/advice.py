"""Advice: do's, don'ts, notes and help lines."""

import msgspec

from milepost.engine.model.condition import Condition
from milepost.engine.model.position import Position

KINDS = ("do", "dont", "note", "help")


class Advice(msgspec.Struct, frozen=True):
    """One line. `safety` lines are never silenced; the ids in `replaces` are, when this line's condition holds.

    `about` names subjects of the knowledge base, so that promises can speak of all lines on one.
    """

    id: str
    kind: str
    say: str
    when: Condition
    because: str
    sources: tuple[str, ...]
    reviewed: str
    at: Position
    unless: tuple[Condition, ...] = ()
    contact: str = "none"
    duty: bool = False
    safety: bool = False
    replaces: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
