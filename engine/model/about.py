"""What a knowledge base says about itself: who reviewed it, how it is kept up, and its limits."""

import msgspec


class About(msgspec.Struct, frozen=True):
    """`reviewed_by` names specialists, and is empty until there is one; `good_for_days` is how long a review counts."""

    reviewed_by: tuple[str, ...] = ()
    good_for_days: int = 365
    upkeep: str = ""
    limits: tuple[str, ...] = ()
