"""What can be set for the pages."""

import datetime
import time
from collections.abc import Callable
from threading import Lock

import msgspec

MINUTES_OF_IDLING, MINUTES_OF_LASTING = 15, 30
A_DAY = 20 * 60


class Clock:
    """Seconds that also pass while the machine sleeps.

    Between two looks, the larger step counts of the clock on the wall, which can be set back, and of the steady one,
    which stands still in sleep.
    """

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic):
        self._clocks, self._lock = (wall, steady), Lock()
        self._seen, self._passed = [clock() for clock in self._clocks], 0.0

    def __call__(self) -> float:
        with self._lock:
            now = [clock() for clock in self._clocks]
            self._passed += max(0.0, *(new - old for new, old in zip(now, self._seen, strict=True)))
            self._seen = now
            return self._passed


class Settings(msgspec.Struct, frozen=True):
    """`idle` is after how many minutes without a request the pages are hidden, 0 for never; `clock` gives seconds."""

    idle: int = MINUTES_OF_IDLING
    most_visits: int = 1000
    author: bool = False
    today: datetime.date | None = None
    clock: Callable[[], float] = msgspec.field(default_factory=Clock)

    @property
    def lasting(self) -> int:
        """After how many minutes without a request answers are dropped and the server ends.

        Who gives themselves longer, or turns hiding off, is not cut short by this (WCAG 2.2.1 names twenty hours).
        """
        return max(MINUTES_OF_LASTING, 2 * self.idle) if self.idle else A_DAY
