"""Systems: the named methods that the articles describe, and what became of each."""

import msgspec

from milepost.engine.model.position import Position


class Part(msgspec.Struct, frozen=True):
    """One part of a system, told in our words; `carried_by` are the steps, rules, questions and lines for it."""

    name: str
    says: str
    carried_by: tuple[str, ...]
    at: Position


class System(msgspec.Struct, frozen=True):
    """A method with its parts in order; `changed` says what was changed or declined, and why."""

    key: str
    name: str
    sources: tuple[str, ...]
    section: str
    lets_you: str
    parts: tuple[Part, ...]
    changed: tuple[str, ...]
    examples: tuple[str, ...]
    at: Position
