"""Reading the knowledge base while the server already takes requests."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from milepost.engine.model.knowledge_base import KnowledgeBase


class Once:
    """A knowledge base that is read once, at the start; whoever asks earlier waits."""

    def __init__(self, read: Callable[[], KnowledgeBase], built: Callable[[], None] = lambda: None):
        self._read, self._built = read, built
        self._future: Future = Future()
        self._got_ready = threading.Lock()

    def begin(self, ahead: bool = True) -> None:
        """Starts to read in a thread of its own.

        With `ahead`, what is quick to build is built too, and `built` runs before anybody gets it; what takes a while
        is done when the first one comes.
        """
        if not ahead:
            self._got_ready.acquire()
        threading.Thread(target=self._load, args=(ahead,), daemon=True).start()

    def loaded(self):
        """The knowledge. Raises what was raised while it was read."""
        knowledge = self._future.result()
        if self._got_ready.acquire(blocking=False):
            # Somebody is there, and reads two pages before the first question; while nobody is, nothing is got ready.
            threading.Thread(target=knowledge.prepare, daemon=True).start()
        return knowledge

    def check(self) -> None:
        """Returns when all is read. Raises what was raised."""
        self._future.result()

    def hold(self) -> None:
        """Lets nobody work anything out from now on, and waits for what is being worked out."""
        if self._future.done() and self._future.exception() is None:
            self._future.result().hold()

    def _load(self, ahead: bool) -> None:
        from milepost.web.knowledge import Knowledge

        try:
            knowledge = Knowledge(self._read())
            if ahead:
                knowledge.build()
                self._built()
        except BaseException as error:
            self._future.set_exception(error)
            return
        self._future.set_result(knowledge)
