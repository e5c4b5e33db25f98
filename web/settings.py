"""What can be set for the pages."""

import datetime
import time
from collections.abc import Callable

import msgspec

MINUTES_OF_IDLING, MINUTES_OF_LASTING = 15, 30
A_DAY = 20 * 60


class Settings(msgspec.Struct, frozen=True):
    """`idle` is after how many minutes without a request the pages are hidden, 0 for never; `clock` gives seconds."""

    idle: int = MINUTES_OF_IDLING
    most_visits: int = 1000
    author: bool = False
    today: datetime.date | None = None
    clock: Callable[[], float] = time.monotonic

    @property
    def lasting(self) -> int:
        """After how many minutes without a request answers are dropped and the server ends.

        Who gives themselves longer, or turns hiding off, is not cut short by this (WCAG 2.2.1 names twenty hours).
        """
        return max(MINUTES_OF_LASTING, 2 * self.idle) if self.idle else A_DAY
