"""Something that takes a while to make, made once: ahead in a thread of its own, or when it is first wanted."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """Makes one thing. The thread ends with the program, so that Ctrl-C and an early end wait for nothing."""

    def __init__(self, make: Callable[[], Made]):
        self._make = make
        self._lock = threading.Lock()
        self._future: Future[Made] | None = None

    def begin(self) -> None:
        """Start to make it in a thread of its own, unless that has begun; return at once."""
        with self._lock:
            if self._future is not None:
                return
            self._future = Future()
        threading.Thread(target=self._fulfil, args=(self._future,), daemon=True).start()

    def get(self) -> Made:
        """Return it, made here if nobody has begun to, or waited for. Raises whatever was raised while it was made."""
        with self._lock:
            mine = self._future is None
            future = self._future = self._future or Future()
        if mine:
            self._fulfil(future)
        return future.result()

    def _fulfil(self, future: Future[Made]) -> None:
        try:
            future.set_result(self._make())
        except BaseException as error:
            future.set_exception(error)
            with self._lock:
                self._future = None  # whoever asks next tries again
