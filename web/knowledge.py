"""All that the pages know, loaded once and used by one request at a time."""

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from milepost.engine.consulting.consult import Consultant, Consultation
from milepost.engine.explaining.explain import Explainer, Explanation
from milepost.engine.explaining.purpose import Purposes
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.web.turn import Turn

if TYPE_CHECKING:
    from milepost.engine.promises.proving import Prover


class Knowledge:
    """One knowledge base with everything that reads it. Whoever uses more than `kb` holds the `lock` meanwhile.

    A proof uses nothing of what is shared, and holds `proving` instead.
    """

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.lock = Turn()
        self.proving = Lock()
        self.interview = Interview(kb)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each source and statement, for its address."""
        return {id: n for n, id in enumerate((*self.kb.sources, *self.kb.statements), start=1)}

    @cached_property
    def purposes(self) -> Purposes:
        return Purposes(self.interview.circuit)

    @cached_property
    def prover(self) -> "Prover":
        # Imported here, as nobody but an author proves anything.
        from milepost.engine.promises.proving import Prover

        return Prover(self.kb)

    @cached_property
    def _consultant(self) -> Consultant:
        return Consultant(self.kb)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.kb)

    def consulted(self, sheet: Sheet) -> Consultation:
        """The consultation for a sheet; nothing of it stays in the working memory of the rules."""
        try:
            return self._consultant.consult(sheet)
        finally:
            self._consultant.forget()

    def explained(self, consultation: Consultation) -> Explanation:
        """The exact reasons of a consultation."""
        return self._explainer.explain(consultation)

    def prepare(self) -> None:
        """Does ahead what takes a while at first; whoever asks for a page meanwhile comes first."""
        self.lock.give_way()
        with self.lock:
            self.consulted(Sheet())

    def hold(self) -> None:
        """Lets nobody work anything out from now on, and waits for what is being worked out."""
        self.proving.acquire()
        self.lock.acquire()

    def forget(self) -> None:
        """Drops what was asked about somebody's answers."""
        for name in ("_consultant", "_explainer", "purposes"):
            self.__dict__.pop(name, None)
