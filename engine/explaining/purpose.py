"""What a question is for at this moment: the steps that are still possible, and what each answer leaves of them."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import NONE, NOT_SURE, UNKNOWN, Question
from milepost.engine.solver.space import Space

MOST_REMEMBERED = 1000


class Leaves(msgspec.Struct, frozen=True):
    """What one answer does: the steps it rules out, and those that only this answer leaves possible.

    For an option of `many`, that is: no answer without it does, whatever else is ticked.
    """

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
        self.space = Space(circuit, circuit.steps.values())
        self._literals = {key: self.space.literals[atom] for key, atom in circuit.steps.items()}
        self._relevant = frozenset(self.space.questions)
        self._remembered = lru_cache(maxsize=MOST_REMEMBERED)(self._of)

    def of(self, question: Question, sheet: Sheet) -> Purpose:
        """What a question is for, whose answer in the sheet, if there is one, is left aside."""
        relevant = frozenset(
            (key, answer) for key, answer in sheet.answers.items() if key in self._relevant and key != question.key
        )
        return self._remembered(question.key, relevant)

    def _of(self, key: str, relevant: frozenset[tuple[str, Answer]]) -> Purpose:
        question, sheet = self.kb.questions[key], Sheet(dict(relevant))
        possible = self.possible(sheet)
        if question.guard:
            return Purpose(possible, ())
        # An answer only ever rules steps out, so that those ruled out before need no look.
        left = {
            answer: self.possible(sheet.with_answer(question.key, answer), possible)
            for answer in self._answers(question)
        }
        leaves = []
        for answer, steps in left.items():
            others = (
                self._without(question, answer, sheet, possible)
                if question.type == "many"
                else {s for o in left if o != answer for s in left[o]}
            )
            leaves.append(
                Leaves(answer, tuple(s for s in possible if s not in steps), tuple(s for s in steps if s not in others))
            )
        return Purpose(possible, tuple(leaves))

    def possible(self, sheet: Sheet, among: Collection[str] | None = None) -> tuple[str, ...]:
        """The steps, all or among some, that some completion of a sheet leads to, in order of precedence."""
        return self._possible(list(self.space.given(sheet.answers)), self._literals if among is None else among)

    def _possible(self, given: list[int], among: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in among if self.space.is_possible([*given, self._literals[key]]))

    def _without(self, question: Question, answer: Answer, sheet: Sheet, possible: tuple[str, ...]) -> set[str]:
        """The steps possible for an answer to `many` without this option, this "not sure", or this "none"."""
        given = list(self.space.given(sheet.answers))
        if question.key not in self._relevant:
            return set(possible)  # no step looks at this question
        literals = {
            state: self.space.literals[self.space.circuit.index[question.key, state]]
            for state in (*question.options, UNKNOWN)
        }
        if answer == (NONE,):
            return {step for literal in literals.values() for step in self._possible([*given, literal], possible)}
        state = answer[0] if isinstance(answer, tuple) else UNKNOWN
        return set(self._possible([*given, -literals[state]], possible))

    def _answers(self, question: Question) -> Iterator[Answer]:
        yield from known_answers(self.kb, question)
        yield NOT_SURE
