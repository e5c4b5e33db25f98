"""A knowledge base that somebody is writing: read again when one of its files has changed."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.web.knowledge import Knowledge

State = tuple[tuple[str, int, int], ...]


def state(folder: Path) -> State:
    """Every file below a folder with the time of its last change and its size; cheap enough to ask for each page."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            try:
                told = os.stat(path)
            except OSError:  # gone since it was listed
                continue
            found.append((path, told.st_mtime_ns, told.st_size))
    return tuple(sorted(found))


class Living:
    """The knowledge of a folder as its files are at this moment."""

    def __init__(self, folder: Path, read: Callable[[Path], KnowledgeBase]):
        self._folder, self._read = folder, read
        self._lock = Lock()
        self._state: State | None = None
        self._knowledge: Knowledge | None = None
        self._faulty: KnowledgeBaseFaulty | None = None

    def loaded(self) -> Knowledge:
        """The knowledge; whoever asks during a change waits. Raises KnowledgeBaseFaulty while the files have faults."""
        with self._lock:
            # Looked at before the files are read: what changes while they are is seen by the next page.
            now = state(self._folder)
            if now != self._state:
                self._load()
                self._state = now
            if self._faulty is not None:
                raise self._faulty.with_traceback(None)
            assert self._knowledge is not None  # what was read is known, or faulty
            return self._knowledge

    def begin(self, ahead: bool = True) -> None:
        """Nothing is done ahead, as it would be for nothing at the next change."""

    def check(self) -> None:
        """Faults are shown in the browser, so there is nothing to end for."""

    def hold(self) -> None:
        """Lets nobody work anything out from now on, and waits for what is being worked out."""
        if self._knowledge is not None:
            self._knowledge.hold()

    def _load(self) -> None:
        try:
            self._knowledge, self._faulty = Knowledge(self._read(self._folder)), None
        except KnowledgeBaseFaulty as faulty:
            self._knowledge, self._faulty = None, faulty
