"""Trying out, on many sheets at once, whether an answer makes a difference: quick where it does, and never a proof."""

from collections.abc import Collection, Mapping
from functools import cached_property

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import held_atoms, settle
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import NOT_SURE


class Trials:
    """The examples of a knowledge base, of which each completes any sheet that is begun, and some target atoms.

    Examples are there for every rule, so that they come where random sheets seldom do.
    """

    def __init__(self, circuit: Circuit, targets: Collection[int]):
        self._circuit, self._targets = circuit, targets
        self._gates, self._questions = cone(circuit, targets)

    def differ(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Return whether, with these answers put into some example, two answers to `key` differ in some target."""
        varied, sheets = self._states[key], len(self._circuit.kb.examples)
        each = (1 << sheets) - 1
        # All examples stand beside each other once for each answer to `key`.
        first_of_each = sum(1 << sheets * place for place in range(len(varied)))
        bits = [0] * len(self._circuit.names)
        given = Sheet(answers)
        for question in self._questions:
            if question == key:
                for place, held in enumerate(varied):
                    for atom in held:
                        bits[atom] |= each << sheets * place
            elif question in answers:
                for atom in held_atoms(self._circuit, given, question):
                    bits[atom] = each * first_of_each
            else:
                for atom in self._circuit.inputs[question]:
                    bits[atom] = self._examples[atom] * first_of_each
        settle(self._gates, bits, each * first_of_each)
        return any(bits[atom] != (bits[atom] & each) * first_of_each for atom in self._targets)

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
