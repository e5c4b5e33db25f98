"""What a question is for at this moment: the steps that are still possible, and what each answer leaves of them."""

from collections.abc import Collection, Iterator
from functools import lru_cache

import msgspec

from engine.circuit.compile import Circuit
from engine.consultation.sheet import Answer, Sheet
from engine.explaining.space import Space
from engine.explaining.unknowns import known_answers
from engine.model.question import NOT_SURE, Question
from engine.model.step import STEP

MOST_REMEMBERED = 1000


class Leaves(msgspec.Struct, frozen=True):
    """What one answer does: the steps it rules out, and those that only this answer leaves possible."""

    answer: Answer
    rules_out: tuple[str, ...]
    keeps_alone: tuple[str, ...]


class Purpose(msgspec.Struct, frozen=True):
    """`possible` are the steps that some completion of the answers so far leads to, in order of precedence.

    `leaves` has an entry for each answer (for `many`, each option alone). For a guard question it is empty, as it would
    tell how to get past the guard.
    """

    possible: tuple[str, ...]
    leaves: tuple[Leaves, ...]


class Purposes:
    """Tells what questions are for. Exact: every step named is reached by a complete sheet, and no other step is.

    What it told last it remembers, by the answers that matter for it.
    """

    def __init__(self, circuit: Circuit):
        self.kb = circuit.kb
        self.space = Space(circuit, [circuit.index[STEP, key] for key in circuit.kb.findings[STEP].values])
        terms = {key: self.space.named(circuit.index[STEP, key]) for key in self.kb.findings[STEP].values}
        self._literals = {key: literal for key, term in terms.items() if (literal := self.space.literal(term)) is not None}
        self._relevant = frozenset(self.space.questions)
        self._remembered = lru_cache(maxsize=MOST_REMEMBERED)(self._of)

    def of(self, question: Question, sheet: Sheet) -> Purpose:
        """What a question is for, whose answer in the sheet, if there is one, is left aside."""
        relevant = frozenset((key, answer) for key, answer in sheet.answers.items() if key in self._relevant and key != question.key)
        return self._remembered(question.key, relevant)

    def _of(self, key: str, relevant: frozenset[tuple[str, Answer]]) -> Purpose:
        question, sheet = self.kb.questions[key], Sheet(dict(relevant))
        possible = self.possible(sheet)
        if question.guard:
            return Purpose(possible, ())
        # An answer only ever rules steps out, so that those ruled out before need no look.
        left = {answer: self.possible(sheet.with_answer(question.key, answer), possible) for answer in self._answers(question)}
        return Purpose(possible, tuple(self._leaves(answer, left, possible) for answer in left))

    def possible(self, sheet: Sheet, among: Collection[str] | None = None) -> tuple[str, ...]:
        """The steps, all or among some, that some completion of a sheet leads to, in order of precedence."""
        given = list(self.space.given(sheet.answers))
        asked = self._literals if among is None else {key: self._literals[key] for key in among}
        return tuple(key for key, literal in asked.items() if self.space.is_possible([*given, literal]))

    def _answers(self, question: Question) -> Iterator[Answer]:
        yield from known_answers(question, self.kb.thresholds.get(question.key, ()))
        yield NOT_SURE

    @staticmethod
    def _leaves(answer: Answer, left: dict[Answer, tuple[str, ...]], possible: tuple[str, ...]) -> Leaves:
        others = {step for other, steps in left.items() if other != answer for step in steps}
        return Leaves(
            answer,
            rules_out=tuple(step for step in possible if step not in left[answer]),
            keeps_alone=tuple(step for step in left[answer] if step not in others),
        )
