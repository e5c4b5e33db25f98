"""Trying out, on many sheets at once, whether an answer makes a difference: quick where it does, and never a proof."""

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import chain

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import held_atoms, settle
from milepost.engine.circuit.gates import on_many_sheets
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE, Question


class Trials:
    """The examples of a knowledge base, of which each completes any sheet that is begun, and some target atoms.

    Examples are there for every rule, so that they come where random sheets seldom do.
    """

    def __init__(self, circuit: Circuit, targets: Collection[int]):
        self._circuit, self._targets = circuit, targets
        self._gates, self._questions = cone(circuit, targets)
        self._take(1)

    def one_in(self, every: int) -> "Trials":
        """Return trials of so many fewer examples, which take as much less time and seldom find less."""
        _ = self._on_many_sheets, self._states  # made before the copy, so that both have them
        fewer = copy(self)
        fewer._take(every)
        return fewer

    def _take(self, every: int) -> None:
        self._examples_tried = list(self._circuit.kb.examples.values())[::every]
        self._sheets = len(self._examples_tried)
        self._all = (1 << self._sheets) - 1
        self._beside: dict[int, dict[int, int]] = {}

    def differ(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Return whether, with these answers put into some example, two answers to `key` differ in some target."""
        firsts = self._firsts(key)
        return any((vector & self._all) * firsts != vector for vector in self._tried(key, answers))

    def reached(self, key: str, answers: Mapping[str, Answer]) -> list[set[int]]:
        """Return for each answer to `key`, as `answers_to` lists them, targets that hold for some example with it.

        Its other answers are these, put into the example.
        """
        found = list(zip(self._targets, self._tried(key, answers), strict=True))
        places = [self._all << self._sheets * number for number in range(len(self._states[key]))]
        return [{target for target, vector in found if vector & place} for place in places]

    def prepare(self) -> None:
        """Make now what is otherwise made when it is first needed, or when it pays."""
        _ = self._on_many_sheets
        for states in self._states.values():
            self._examples_beside(len(states))

    def _tried(self, key: str, answers: Mapping[str, Answer]) -> Sequence[int]:
        """For each target where it holds, as a bit for each example: all of them once for each answer to `key`."""
        given, whole = Sheet(answers), self._all * self._firsts(key)
        bits = self._examples_beside(len(self._states[key])).copy()
        for question in self._questions:
            inputs = self._circuit.inputs[question]
            if question == key:
                bits.update(dict.fromkeys(inputs, 0))
                for number, held in enumerate(self._states[key]):
                    for atom in held:
                        bits[atom] |= self._all << self._sheets * number
            elif question in answers:
                held = held_atoms(self._circuit, given, question)
                bits.update((atom, whole if atom in held else 0) for atom in inputs)
        if self._circuit.is_worth_compiling():
            return self._on_many_sheets(whole, list(bits.values()))
        worked_out = [bits.get(atom, 0) for atom in range(len(self._circuit.names))]
        settle(self._gates, worked_out, whole)
        return [worked_out[atom] for atom in self._targets]

    @cached_property
    def _on_many_sheets(self) -> Callable[[int, Sequence[int]], Sequence[int]]:
        inputs = [atom for key in self._questions for atom in self._circuit.inputs[key]]
        return on_many_sheets(inputs, self._gates, self._targets)

    def _firsts(self, key: str) -> int:
        """The first example beside each answer to a question, as a bit for each; times a vector, that beside each."""
        return self._firsts_beside(len(self._states[key]))

    def _firsts_beside(self, answers: int) -> int:
        return sum(1 << self._sheets * number for number in range(answers))

    def _examples_beside(self, answers: int) -> dict[int, int]:
        """For each input atom the examples in which it holds, all of them once for each of so many answers."""
        if answers not in self._beside:
            firsts, atoms = self._firsts_beside(answers), (self._circuit.inputs[key] for key in self._questions)
            self._beside[answers] = {atom: self._examples[atom] * firsts for atom in chain.from_iterable(atoms)}
        return self._beside[answers]

    @cached_property
    def _states(self) -> dict[str, list[set[int]]]:
        """The input atoms that hold for each answer to each question."""
        kb = self._circuit.kb
        return {
            key: [held_atoms(self._circuit, Sheet({key: answer}), key) for answer in answers_to(kb, question)]
            for key, question in kb.questions.items()
        }

    @cached_property
    def _examples(self) -> list[int]:
        """For each input atom the examples in which it holds, as a bit for each."""
        bits = [0] * len(self._circuit.names)
        for key in self._questions:
            given: dict[Answer, int] = {}
            for place, example in enumerate(self._examples_tried):
                answer = example.answers.get(key, NOT_SURE)
                given[answer] = given.get(answer, 0) | 1 << place
            for answer, examples in given.items():
                for atom in held_atoms(self._circuit, Sheet({key: answer}), key):
                    bits[atom] |= examples
        return bits


def answers_to(kb: KnowledgeBase, question: Question) -> list[Answer]:
    """Return the answers that are tried: one for each known state of a question, and not sure."""
    return [*known_answers(kb, question), NOT_SURE]
