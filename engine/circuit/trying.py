"""Trying out, on many sheets at once, whether an answer makes a difference: quick where it does, and never a proof."""

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate, compress, pairwise

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import settle
from milepost.engine.circuit.gates import Row, on_many_sheets
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer
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
        _ = self._on_many_sheets, self._places, self._states  # made before the copy, so that both have them
        fewer = copy(self)
        fewer._take(every)
        return fewer

    def _take(self, every: int) -> None:
        self._examples_tried = list(self._circuit.kb.examples.values())[::every]
        self._sheets = len(self._examples_tried)
        self._all = (1 << self._sheets) - 1
        self._beside: dict[int, tuple[int, ...]] = {}

    def differ(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Return whether, with these answers put into some example, two answers to `key` differ in some target."""
        return bool(self.differing((key,), answers))

    def differing(self, keys: Sequence[str], answers: Mapping[str, Answer]) -> set[str]:
        """Return those of some questions to which two answers differ in some target, each question by itself.

        To try several at once takes little longer than one. Else it is as in `differ`.
        """
        first, found = 0, self._tried(keys, answers)
        differing = set()
        for key in keys:
            most = self._every(len(self._states[key]) - 1) << first  # each answer but the last, beside the one after it
            if any((vector ^ vector >> self._sheets) & most for vector in found):
                differing.add(key)
            first += self._sheets * len(self._states[key])
        return differing

    def reached(self, key: str, answers: Mapping[str, Answer]) -> list[set[int]]:
        """Return for each answer to `key`, as `answers_to` lists them, targets that hold for some example with it.

        Its other answers are these, put into the example.
        """
        found = list(zip(self._targets, self._tried((key,), answers), strict=True))
        places = [self._all << self._sheets * number for number in range(len(self._states[key]))]
        return [{target for target, vector in found if vector & place} for place in places]

    def prepare(self) -> None:
        """Make now what is otherwise made when it is first needed, or when it pays."""
        _ = self._on_many_sheets
        for states in self._states.values():
            self._examples_beside(len(states))

    def _tried(self, keys: Sequence[str], answers: Mapping[str, Answer]) -> Sequence[int]:
        """For each target where it holds, as a bit for each example: all of them once for each answer to each key."""
        many, places = sum(len(self._states[key]) for key in keys), self._places
        whole, bits = self._every(many), list(self._examples_beside(many))
        for question, answer in answers.items():
            if question in places:
                row = self._circuit.answers.of(question, answer)
                bits[places[question]] = [whole if holds else 0 for holds in row]
        first = 0
        for key in keys:
            states = self._states[key]
            each = [self._all << self._sheets * number for number in range(first, first + len(states))]
            first += len(states)
            if key in places:
                elsewhere = whole ^ sum(each)
                columns = zip(bits[places[key]], zip(*states, strict=True), strict=True)
                bits[places[key]] = [vector & elsewhere | sum(compress(each, holding)) for vector, holding in columns]
        if self._circuit.is_worth_compiling():
            return self._on_many_sheets(whole, bits)
        worked_out = [0] * len(self._circuit.names)
        for atom, vector in zip(self._inputs, bits, strict=True):
            worked_out[atom] = vector
        settle(self._gates, worked_out, whole)
        return [worked_out[atom] for atom in self._targets]

    @cached_property
    def _on_many_sheets(self) -> Callable[[int, Sequence[int]], Sequence[int]]:
        return on_many_sheets(self._inputs, self._gates, self._targets)

    @cached_property
    def _inputs(self) -> list[int]:
        """The input atoms, question by question."""
        return [atom for key in self._questions for atom in self._circuit.inputs[key]]

    @cached_property
    def _places(self) -> dict[str, slice]:
        """Where among the input atoms those of each question are."""
        ends = list(accumulate(len(self._circuit.inputs[key]) for key in self._questions))
        return {key: slice(*ends_of) for key, ends_of in zip(self._questions, pairwise([0, *ends]), strict=True)}

    def _every(self, answers: int) -> int:
        """A bit for each example, beside each of so many answers."""
        return (1 << self._sheets * answers) - 1

    def _examples_beside(self, answers: int) -> tuple[int, ...]:
        """For each input atom the examples in which it holds, all of them once for each of so many answers."""
        if answers in self._beside:
            return self._beside[answers]
        firsts = sum(1 << self._sheets * number for number in range(answers))
        beside = tuple([vector * firsts for vector in self._examples])
        if answers <= max(map(len, self._states.values())):  # of several questions, there would be too many to keep
            self._beside[answers] = beside
        return beside

    @cached_property
    def _states(self) -> dict[str, list[Row]]:
        """For each answer to each question, which of its states it is in."""
        kb, rows = self._circuit.kb, self._circuit.answers
        return {key: [rows.of(key, answer) for answer in answers_to(kb, q)] for key, q in kb.questions.items()}

    @cached_property
    def _examples(self) -> tuple[int, ...]:
        """For each input atom the examples in which it holds, as a bit for each."""
        bits = [0] * len(self._inputs)
        for key, places in self._places.items():
            given: dict[Answer, int] = {}
            for place, example in enumerate(self._examples_tried):
                answer = example.answers.get(key, NOT_SURE)
                given[answer] = given.get(answer, 0) | 1 << place
            for answer, examples in given.items():
                for number, holds in enumerate(self._circuit.answers.of(key, answer), places.start):
                    bits[number] |= examples if holds else 0
        return tuple(bits)


def answers_to(kb: KnowledgeBase, question: Question) -> list[Answer]:
    """Return the answers that are tried: one for each known state of a question, and not sure."""
    return [*known_answers(kb, question), NOT_SURE]
