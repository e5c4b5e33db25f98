"""Whose turn it is to use what only one can use at a time."""

from threading import Condition, RLock


class Turn:
    """A lock under which people come first: work in the background waits for as long as anybody is waiting."""

    def __init__(self):
        self._lock, self._changed, self._waiting = RLock(), Condition(), 0

    def __enter__(self) -> "Turn":
        self.acquire()
        return self

    def __exit__(self, *_) -> None:
        self.release()

    def acquire(self) -> None:
        """Waits for one's turn."""
        with self._changed:
            self._waiting += 1
        self._lock.acquire()
        with self._changed:
            self._waiting -= 1
            self._changed.notify_all()

    def release(self) -> None:
        """Ends one's turn."""
        self._lock.release()

    def give_way(self) -> None:
        """Returns when nobody is waiting."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting)
