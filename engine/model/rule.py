"""Rules: each argues for one value of one finding."""

import msgspec

from milepost.engine.model.condition import All, Condition
from milepost.engine.model.position import Position


class Rule(msgspec.Struct, frozen=True):
    """Fires when `when` holds and no item of `unless` does; then argues for `value` of `finding`."""

    id: str
    when: Condition
    finding: str
    value: str
    because: str
    sources: tuple[str, ...]
    reviewed: str
    at: Position
    then_at: Position
    unless: tuple[Condition, ...] = ()


NOTHING = All(())
