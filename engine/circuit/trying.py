"""Trying out, on many sheets at once, whether an answer makes a difference: quick where it does, and never a proof."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import held_atoms, settle
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

    def differ(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Return whether, with these answers put into some example, two answers to `key` differ in some target."""
        found = self._tried(key, answers)
        return any(vectors.count(vectors[0]) < len(vectors) for vectors in found)

    def reached(self, key: str, answers: Mapping[str, Answer]) -> list[set[int]]:
        """Return for each answer to `key`, as `answers_to` lists them, targets that hold for some example with it.

        Its other answers are these, put into the example.
        """
        found = list(zip(self._targets, self._tried(key, answers), strict=True))
        return [{target for target, vectors in found if vectors[place]} for place in range(len(self._states[key]))]

    def _tried(self, key: str, answers: Mapping[str, Answer]) -> Iterator[list[int]]:
        """Yield for each target, and for each answer to `key`, the examples for which it holds, as a bit for each."""
        varied, sheets = self._states[key], len(self._circuit.kb.examples)
        each = (1 << sheets) - 1
        # All examples stand beside each other once for each answer to `key`.
        places = [sheets * number for number in range(len(varied))]
        first_of_each = sum(1 << place for place in places)
        bits = [0] * len(self._circuit.names)
        given = Sheet(answers)
        for question in self._questions:
            if question == key:
                for place, held in zip(places, varied, strict=True):
                    for atom in held:
                        bits[atom] |= each << place
            elif question in answers:
                for atom in held_atoms(self._circuit, given, question):
                    bits[atom] = each * first_of_each
            else:
                for atom in self._circuit.inputs[question]:
                    bits[atom] = self._examples[atom] * first_of_each
        settle(self._gates, bits, each * first_of_each)
        for atom in self._targets:
            yield [bits[atom] >> place & each for place in places]

    @cached_property
    def _states(self) -> dict[str, list[set[int]]]:
        """The input atoms that hold for each answer to each question."""
        kb = self._circuit.kb
        return {
            key: [
                held_atoms(self._circuit, Sheet({key: answer}), key)
                for answer in [*known_answers(kb, question), NOT_SURE]
            ]
            for key, question in kb.questions.items()
        }

    @cached_property
    def _examples(self) -> list[int]:
        """For each input atom the examples in which it holds, as a bit for each."""
        bits = [0] * len(self._circuit.names)
        for place, example in enumerate(self._circuit.kb.examples.values()):
            for key in self._questions:
                for atom in held_atoms(self._circuit, Sheet(example.answers), key):
                    bits[atom] |= 1 << place
        return bits


def answers_to(kb: KnowledgeBase, question: Question) -> list[Answer]:
    """Return the answers that are tried: one for each known state of a question, and not sure."""
    return [*known_answers(kb, question), NOT_SURE]
