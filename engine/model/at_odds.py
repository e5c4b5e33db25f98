"""Answers that do not fit each other, as far as anybody could tell."""

import msgspec

from milepost.engine.model.condition import Condition
from milepost.engine.model.position import Position


class AtOdds(msgspec.Struct, frozen=True):
    """Answers are at odds where `when` holds, which looks at answers only. `say` names them, and what was made of them.

    It is told beside the recommendation, and changes nothing in it.
    """

    id: str
    when: Condition
    say: str
    reviewed: str
    at: Position
