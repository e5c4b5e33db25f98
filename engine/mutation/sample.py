"""Sheets on which a mutant is tried before it is proved: the examples, and some that differ from one in a few answers.

What differs on one of them needs no solver. All are worked out at once, with a bit for each sheet.
"""

import random
from functools import cached_property

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import ways_to_answer
from milepost.engine.circuit.evaluate import evaluate, input_atoms, settle
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.mutation.changed import Changed
from milepost.engine.mutation.harm import Way
from milepost.engine.promises.exhaustive import atoms_of_way

SHEETS, SEED, MOST_CHANGED = 4096, 1, 4


class Sample:
    """Sheets as bit vectors of the input atoms; the first `examples` of them are the examples, in order."""

    def __init__(self, circuit: Circuit):
        self.circuit = circuit
        held = [input_atoms(circuit, Sheet(example.answers)) for example in circuit.kb.examples.values()]
        self.examples = len(held)
        chosen = random.Random(SEED)
        questions = list(circuit.kb.questions.values())
        while len(held) < SHEETS:
            atoms = set(held[chosen.randrange(self.examples)] if self.examples else input_atoms(circuit, Sheet()))
            for question in chosen.sample(questions, min(len(questions), chosen.randint(1, MOST_CHANGED))):
                atoms.difference_update(circuit.inputs[question.key])
                way = chosen.randrange(ways_to_answer(circuit.kb, question))
                atoms |= atoms_of_way(circuit, question.key, way)
            held.append(atoms)
        self.ones = (1 << len(held)) - 1
        self.inputs: dict[int, int] = {}
        for place, atoms in enumerate(held):
            for atom in atoms:
                self.inputs[atom] = self.inputs.get(atom, 0) | 1 << place

    @cached_property
    def whole(self) -> list[int]:
        """The bit vector of each atom of the circuit."""
        return evaluate(self.circuit, self.inputs, self.ones.bit_length())

    def met(self, way: Way, bits: list[int]) -> int:
        """Return the sheets on which a way to harm is met, given the bit vectors of the mutant."""
        found = self.ones
        for literals, vectors in ((way.whole, self.whole), (way.mutant, bits)):
            for literal in literals:
                vector = vectors[abs(literal) - 1]
                found &= vector if literal > 0 else ~vector
        return found

    def of(self, changed: Changed) -> list[int]:
        """Return the bit vector of each atom for a mutant."""
        bits = [*self.whole, *[0] * (changed.atoms - changed.new)]
        settle(changed.gates, bits, self.ones)
        return bits
