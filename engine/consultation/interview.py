"""The interview: which question comes next, and which answers still apply.

A question is deciding while the step or a safety line may still depend on it, and refining while only other advice may.
Deciding questions come first, in the written order. A step whose card says `ends_interview` is given at once.
"""

import msgspec

from engine.circuit.compile import SHOWN, compiled
from engine.circuit.planes import Planes, depends_on, planes
from engine.consultation.sheet import Sheet
from engine.model.knowledge_base import KnowledgeBase
from engine.model.question import Question
from engine.model.step import STEP


class Replay(msgspec.Struct, frozen=True):
    """An interview run again over answers already given.

    `asked` are the questions put, in order, each answered but perhaps the last; `sheet` holds the answers that still
    apply, `dropped` the questions whose answers do not; `following` is the next question, None when it is over.
    """

    asked: tuple[str, ...]
    sheet: Sheet
    dropped: tuple[str, ...]
    following: Question | None


class Interview:
    """Interviews over one knowledge base. Holds no answers: every method takes the sheet so far."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.circuit = compiled(kb)
        self._steps = [self.circuit.index[STEP, value] for value in kb.findings[STEP].values]
        self._safety = [self.circuit.index[SHOWN, a.id] for a in kb.advice.values() if a.safety]
        self._other = [self.circuit.index[SHOWN, a.id] for a in kb.advice.values() if not a.safety]

    def step(self, sheet: Sheet) -> str | None:
        """The step that is certain whatever else is answered, or None."""
        return planes(self.circuit, sheet).certain(STEP, self.kb.findings[STEP].values)

    def deciding(self, sheet: Sheet) -> list[Question]:
        """The open questions that the step or a safety line may depend on, in the order of asking."""
        found = planes(self.circuit, sheet)
        if self._ended(found):
            return []
        return self._open(found, sheet, self._steps + self._safety)

    def refining(self, sheet: Sheet) -> list[Question]:
        """The open questions that only other advice may depend on, in the order of asking."""
        found = planes(self.circuit, sheet)
        if self._ended(found):
            return []
        deciding = {q.key for q in self._open(found, sheet, self._steps + self._safety)}
        return [q for q in self._open(found, sheet, self._other) if q.key not in deciding]

    def replay(self, sheet: Sheet, with_refining: bool = False) -> Replay:
        """The interview that these answers give, from the first question on."""
        kept, asked = Sheet(), []
        while True:
            waiting = self.deciding(kept) or (self.refining(kept) if with_refining else [])
            following = waiting[0] if waiting else None
            if following is None or following.key not in sheet.answers:
                dropped = tuple(key for key in sheet.answers if key not in kept.answers)
                return Replay(tuple(asked), kept, dropped, following)
            asked.append(following.key)
            kept = kept.with_answer(following.key, sheet.answers[following.key])

    def _ended(self, found: Planes) -> bool:
        step = found.certain(STEP, self.kb.findings[STEP].values)
        return step is not None and self.kb.steps[step].ends_interview

    def _open(self, found: Planes, sheet: Sheet, targets: list[int]) -> list[Question]:
        keys = depends_on(found, targets)
        return [q for q in self.kb.questions.values() if q.key in keys and q.key not in sheet.answers]
