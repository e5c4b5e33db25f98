"""Variants of one sheet, which differ from it in one answer each, worked out at once with a bit for each of them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from milepost.engine.circuit.compile import Circuit, compiled
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.gates import Row, on_many_begun_sheets
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question

# A question with the row of the answer that a variant has to it; None leaves it open.
Variant = tuple[str, Row | None]


class Variants:
    """Tells which steps variants of a sheet lead to. What is made here holds nothing that anybody answered."""

    def __init__(self, circuit: Circuit):
        self._circuit, self._targets = circuit, tuple(circuit.steps.values())
        self._gates, questions = cone(circuit, self._targets)
        self.questions = tuple(questions)
        self._inputs = [atom for key in questions for atom in circuit.inputs[key]]
        ends = [0, *accumulate(len(circuit.inputs[key]) for key in questions)]
        self._places = {key: range(*ends_of) for key, ends_of in zip(questions, pairwise(ends), strict=True)}

    def steps(self, sheet: Sheet, variants: Sequence[Variant], begun: bool = False) -> dict[str, int]:
        """Return for each step the variants that lead to it, a bit for each.

        What is open reads as not sure; but if the sheet is only `begun`, it may still be answered in any way, and a
        variant then leads to all steps that can come out, and perhaps to some that cannot.
        """
        whole = (1 << len(variants)) - 1
        answers = self._circuit.answers
        can, can_fail = [0] * len(self._inputs), [0] * len(self._inputs)

        def put(key: str, row: Row | None, ones: int) -> None:
            if row is None:
                for state in self._places[key]:
                    can[state] |= ones
                    can_fail[state] |= ones
                return
            for state, holds in zip(self._places[key], row, strict=True):
                if holds:
                    can[state] |= ones
                else:
                    can_fail[state] |= ones

        varied: dict[str, int] = {}
        for place, (key, row) in enumerate(variants):
            if key in self._places:
                varied[key] = varied.get(key, 0) | 1 << place
                put(key, row, 1 << place)
        for key in self.questions:
            is_open = begun and key not in sheet.answers
            put(key, None if is_open else answers.of(key, sheet.answers.get(key)), whole & ~varied.get(key, 0))
        return dict(zip(self._circuit.steps, self._worked_out(whole, can, can_fail), strict=True))

    def step_of_each(self, sheet: Sheet, variants: Sequence[Variant]) -> list[str]:
        """Return the step of each variant of a sheet, in which no question is left open; "" for no step."""
        found = [""] * len(variants)
        for step, where in self.steps(sheet, variants).items():
            left = where
            while left:
                place = left.bit_length() - 1
                found[place], left = step, left ^ 1 << place
        return found

    def _worked_out(self, whole: int, can: Sequence[int], can_fail: Sequence[int]) -> Sequence[int]:
        """For each step in which variants it can come out."""
        if self._circuit.is_worth_compiling():
            return self._compiled(whole, can, can_fail)
        # At its own index, where a literal can hold: counted from the front where positive, else from the back.
        of = [0] * (2 * len(self._circuit.names) + 1)
        for atom, holds, fails in zip(self._inputs, can, can_fail, strict=True):
            of[atom + 1], of[-atom - 1] = holds, fails
        for gate in self._gates:
            holds, fails = 0, whole
            for way in gate.any_of:
                met, lost = whole, 0
                for literal in way:
                    met &= of[literal]
                    lost |= of[-literal]
                holds |= met
                fails &= lost
            of[gate.atom + 1], of[-gate.atom - 1] = holds, fails
        return [of[atom + 1] for atom in self._targets]

    @cached_property
    def _compiled(self) -> Callable[[int, Sequence[int], Sequence[int]], Sequence[int]]:
        return on_many_begun_sheets(self._inputs, self._gates, self._targets)

    def prepare(self) -> None:
        """Compile now what is otherwise compiled when it pays."""
        _ = self._compiled


def other_rows(question: Question, row: Row) -> Iterator[Row]:
    """Yield rows of other answers to a question: all of them, or of a list those in which one state is otherwise."""
    for state in range(len(row)):
        if question.type == "many":
            other = [holds != (place == state) for place, holds in enumerate(row)]
            if question.is_open:  # it is unknown where no option holds
                other[-1] = not any(other[:-1])
            if tuple(other) != row:
                yield tuple(other)
        elif not row[state]:
            yield row_in(state, len(row))


def row_in(state: int, states: int) -> Row:
    """Return the row of an answer that puts a question in one of its states alone."""
    return tuple([place == state for place in range(states)])


def variants_of(kb: KnowledgeBase) -> Variants:
    """Return what works out variants of sheets. It is made once, and kept with the knowledge base."""
    return kb.kept("variants of sheets", lambda: Variants(compiled(kb)))
