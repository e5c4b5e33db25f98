"""What a knowledge base says about itself: who reviewed it, how it is kept up, and its limits."""

import msgspec

from milepost.engine.model.position import Position


class Review(msgspec.Struct, frozen=True):
    """Somebody who looked at a part of the rules: on what day, and the parts (`scope`) by the names of specialists."""

    name: str
    role: str
    date: str
    scope: tuple[str, ...]
    at: Position


class About(msgspec.Struct, frozen=True):
    """`reviewed_by` is empty until somebody has; `good_for_days` is how long a review counts.

    `for_whom` says to specialists who uses it.
    """

    reviewed_by: tuple[Review, ...] = ()
    good_for_days: int = 365
    upkeep: str = ""
    limits: tuple[str, ...] = ()
    for_whom: str = ""
