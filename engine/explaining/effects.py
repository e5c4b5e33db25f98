"""What a question is for at this moment: the steps that are still possible, and what each answer leaves of them."""

from collections.abc import Collection, Iterable
from functools import lru_cache

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.trying import Trials, answers_to
from milepost.engine.circuit.variants import variants_of
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import NONE, UNKNOWN, Question
from milepost.engine.solver.space import Space

MOST_REMEMBERED = 1000


class Leaves(msgspec.Struct, frozen=True):
    """What one answer does: the steps it rules out, and those that only this answer leaves possible.

    For an option of `many`, that is: no answer without it does, whatever else is ticked.
    """

    answer: Answer
    rules_out: tuple[str, ...]
    keeps_alone: tuple[str, ...]


class Effect(msgspec.Struct, frozen=True):
    """`possible` are the steps that some completion of the answers so far leads to, in order of precedence.

    `leaves` has an entry for each answer (for `many`, each option alone). For a guard question it is empty, as it would
    tell how to get past the guard.
    """

    possible: tuple[str, ...]
    leaves: tuple[Leaves, ...]


class Effects:
    """Tells what questions are for. Exact: every step named is reached by a complete sheet, and no other step is.

    What it told last it remembers, by the answers that matter for it.
    """

    def __init__(self, circuit: Circuit):
        self.kb = circuit.kb
        self.space = Space(circuit, circuit.steps.values())
        self._literals = {key: self.space.literals[atom] for key, atom in circuit.steps.items()}
        self._steps = {atom: key for key, atom in circuit.steps.items()}
        self._trials, self._variants = Trials(circuit, self._steps), variants_of(circuit.kb)
        self._relevant = frozenset(self.space.questions)
        self._remembered = lru_cache(maxsize=MOST_REMEMBERED)(self._of)

    def of(self, question: Question, sheet: Sheet) -> Effect:
        """What a question is for, whose answer in the sheet, if there is one, is left aside."""
        relevant = frozenset(
            (key, answer) for key, answer in sheet.answers.items() if key in self._relevant and key != question.key
        )
        return self._remembered(question.key, relevant)

    def _of(self, key: str, relevant: frozenset[tuple[str, Answer]]) -> Effect:
        question, sheet = self.kb.questions[key], Sheet(dict(relevant))
        given = list(self.space.given(sheet.answers))
        # Three-valued logic rules out most steps, and most that are possible some example leads to: the solver is asked
        # about the others.
        answers, read = answers_to(self.kb, question), self.space.circuit.answers
        tried = [{self._steps[atom] for atom in met} for met in self._trials.reached(key, sheet.answers)]
        variants = [(key, None), *((key, read.of(key, answer)) for answer in answers)]
        can = self._variants.steps(sheet, variants, begun=True)
        possible = self._possible(given, [step for step, where in can.items() if where & 1], set().union(*tried))
        if question.guard:
            return Effect(possible, ())
        # An answer only ever rules steps out, so that those ruled out before need no look.
        left = {
            answer: self._possible(
                [*given, *self.space.given({key: answer})], [step for step in possible if can[step] >> n & 1], met
            )
            for n, (answer, met) in enumerate(zip(answers, tried, strict=True), start=1)
        }
        leaves = []
        for answer, steps in left.items():
            others = {s for o in left if o != answer for s in left[o]}
            if question.type == "many":
                others |= self._without(question, answer, sheet, [s for s in possible if s not in others])
            leaves.append(
                Leaves(answer, tuple(s for s in possible if s not in steps), tuple(s for s in steps if s not in others))
            )
        return Effect(possible, tuple(leaves))

    def possible(self, sheet: Sheet, among: Collection[str] | None = None) -> tuple[str, ...]:
        """The steps, all or among some, that some completion of a sheet leads to, in order of precedence."""
        return self._possible(list(self.space.given(sheet.answers)), self._literals if among is None else among)

    def _possible(self, given: list[int], among: Iterable[str], met: Collection[str] = ()) -> tuple[str, ...]:
        """Those steps of some that are possible; the `met` ones are known to be."""
        return tuple(key for key in among if key in met or self.space.is_possible([*given, self._literals[key]]))

    def _without(self, question: Question, answer: Answer, sheet: Sheet, possible: list[str]) -> set[str]:
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
