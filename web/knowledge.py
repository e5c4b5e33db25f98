"""All that the pages know, loaded once and used by one request at a time."""

from functools import cached_property
from threading import RLock

from engine.consultation.consult import Consultant, Consultation
from engine.consultation.interview import Interview
from engine.consultation.sheet import Sheet
from engine.explaining.explain import Explainer, Explanation
from engine.explaining.purpose import Purposes
from engine.model.knowledge_base import KnowledgeBase


class Knowledge:
    """One knowledge base with everything that reads it. Whoever uses more than `kb` holds the `lock` meanwhile."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.lock = RLock()
        self.interview = Interview(kb)

    @cached_property
    def purposes(self) -> Purposes:
        return Purposes(self.interview.circuit)

    @cached_property
    def _consultant(self) -> Consultant:
        return Consultant(self.kb)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.kb)

    def consulted(self, sheet: Sheet) -> Consultation:
        """The consultation for a sheet."""
        return self._consultant.consult(sheet)

    def explained(self, consultation: Consultation) -> Explanation:
        """The exact reasons of a consultation."""
        return self._explainer.explain(consultation)

    def prepare(self) -> None:
        """Does ahead what takes a while at first; requests come in between."""
        steps = self.interview.prepared()
        while True:
            with self.lock:
                if next(steps, self) is self:
                    break
        with self.lock:
            self.consulted(Sheet())

    def forget(self) -> None:
        """Drops what still has the last person's answers in its working memory."""
        for name in ("_consultant", "_explainer", "purposes"):
            self.__dict__.pop(name, None)
