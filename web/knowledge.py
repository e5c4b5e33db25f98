"""All that the pages know, loaded once and used by one request at a time."""

import gc
from contextlib import suppress
from functools import cached_property
from threading import Lock

from markupsafe import Markup

from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.library import Milepost
from milepost.web.turn import Turn


class Knowledge:
    """One knowledge base with everything that reads it. Whoever uses more than `kb` holds the `lock` meanwhile.

    A proof uses `for_proofs` alone, which nobody else does, and holds `proving` instead.
    """

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.lock = Turn()
        self.proving = Lock()
        self.milepost = Milepost.of(kb)
        self.for_proofs = Milepost.of(kb)
        # The fields of each question as a page shows them to whoever has not answered it.
        self.untouched: dict[str, Markup] = {}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each source and statement, for its address."""
        return {id: n for n, id in enumerate((*self.kb.sources, *self.kb.statements), start=1)}

    def consulted(self, sheet: Sheet) -> Consultation:
        """The consultation for a sheet; nothing of it stays in the working memory of the rules."""
        try:
            return self.milepost.consult(sheet)
        finally:
            self.milepost.consultant.forget()

    def build(self) -> None:
        """Builds what most of its objects are, in a tenth of a second: the network of experta, and what asks."""
        self.milepost.consultant.prepare(wait=True)
        _ = self.milepost.interview

    def prepare(self) -> None:
        """Does ahead what takes a while at first; whoever asks for a page meanwhile comes first."""
        self.milepost.prepare()
        self.lock.give_way()
        with self.lock:
            nobody = self.consulted(Sheet())
        self.milepost.prepare(wait=True)
        self.lock.give_way()
        with self.lock:
            self.milepost.explain(nobody)
            for key in self.kb.questions:
                self.milepost.effect(key, nobody.sheet)
                break
        _give_back_memory()

    def hold(self) -> None:
        """Lets nobody work anything out from now on, and waits for what is being worked out."""
        self.proving.acquire()
        self.lock.acquire()

    def forget(self) -> None:
        """Drops what was asked about somebody's answers, and keeps nothing from the collector any more."""
        self.milepost.forget()
        gc.unfreeze()


def _give_back_memory() -> None:
    """Give back to the system what is free, where it is glibc that keeps it: half of what was used to get ready."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
