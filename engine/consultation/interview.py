"""The interview: which question comes next, and which answers still apply.

A question is deciding while two completions of the sheet that differ only in it differ in the step or in a safety line,
and refining while they differ only in other advice. Deciding questions come first, in the written order. What cannot
matter is found quickly by three-valued logic; what that leaves is settled exactly. A step whose card says
`ends_interview` is given at once.
"""

from collections.abc import Iterator

import msgspec

from engine.circuit.compile import compiled
from engine.circuit.planes import depends_on, planes
from engine.consultation.sheet import Sheet
from engine.explaining.relevance import Relevance, deciding_targets, refining_targets
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
        self._deciding = Relevance(self.circuit, deciding_targets(self.circuit))
        self._refining = Relevance(self.circuit, refining_targets(self.circuit))

    def step(self, sheet: Sheet) -> str | None:
        """The step that is certain whatever else is answered, or None."""
        return planes(self.circuit, sheet).certain(STEP, self.kb.findings[STEP].values)

    def deciding(self, sheet: Sheet) -> list[Question]:
        """The open questions that can change the step or a safety line, in the order of asking."""
        return list(self._open(sheet, self._deciding))

    def refining(self, sheet: Sheet) -> list[Question]:
        """The open questions that can change other advice but neither the step nor a safety line, in the order of asking."""
        deciding = {question.key for question in self.deciding(sheet)}
        return [question for question in self._open(sheet, self._refining) if question.key not in deciding]

    def following(self, sheet: Sheet, with_refining: bool = False) -> Question | None:
        """The next question: the first deciding one or, where wanted and none is left, the first refining one."""
        first = next(self._open(sheet, self._deciding), None)
        return first or (next(self._open(sheet, self._refining), None) if with_refining else None)

    def replay(self, sheet: Sheet, with_refining: bool = False) -> Replay:
        """The interview that these answers give, from the first question on."""
        kept, asked = Sheet(), []
        while True:
            following = self.following(kept, with_refining)
            if following is None or following.key not in sheet.answers:
                dropped = tuple(key for key in sheet.answers if key not in kept.answers)
                return Replay(tuple(asked), kept, dropped, following)
            asked.append(following.key)
            kept = kept.with_answer(following.key, sheet.answers[following.key])

    def _open(self, sheet: Sheet, relevance: Relevance) -> Iterator[Question]:
        found = planes(self.circuit, sheet)
        step = found.certain(STEP, self.kb.findings[STEP].values)
        if step is not None and self.kb.steps[step].ends_interview:
            return
        perhaps = depends_on(found, relevance.targets)
        for question in self.kb.questions.values():
            if question.key in perhaps and question.key not in sheet.answers and relevance.matters(question.key, sheet.answers):
                yield question
