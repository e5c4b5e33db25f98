"""Copies of the circuit side by side that differ in the answer to one question.

What the question cannot touch is shared between the copies (self-composition: Barthe, D'Argenio and Rezk, 2004).
"""

from functools import cached_property

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream, ways_to_answer
from milepost.engine.circuit.evaluate import settle
from milepost.engine.circuit.gates import Gate, Literal
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.promises.exhaustive import atoms_of_way, bits_of_ways
from milepost.engine.promises.formula import open_atoms
from milepost.engine.solver.search import sheet_of

Way = frozenset[int]  # the input atoms of a question that hold when it is answered in one way


class Found(msgspec.Struct, frozen=True):
    """What a solver says of a sheet on which not knowing opens more: `status` of the search, `best` if none is simpler.

    `held` are the input atoms that hold, with the unknown answer; `known` those of the copy with any known answer.
    """

    status: str
    held: frozenset[int] = frozenset()
    known: Way = frozenset()
    best: bool = False


class Differing:
    """Which atoms differ between copies for one question, and how far each answer to it opens.

    `gates` are all that contact depends on, `touched` the atoms of those that the question can change, `opens` the ones
    of these that say how far a sheet leads; `shared` are the other questions.
    """

    def __init__(self, circuit: Circuit, question: Question):
        self.circuit, self.question = circuit, question
        self.inputs = circuit.inputs[question.key]
        self.unknown = circuit.index[question.key, UNKNOWN]
        opens = open_atoms(circuit)
        self.gates, asked = cone(circuit, opens)
        self.touched = downstream(self.gates, self.inputs)
        self.opens = [atom for atom in opens if atom in self.touched]
        self.shared = [key for key in asked if key != question.key]

    @cached_property
    def ways(self) -> list[Way]:
        """All ways to answer the question; of a long list they are many, and of a guard question none is looked at."""
        number = ways_to_answer(self.circuit.kb, self.question)
        return [atoms_of_way(self.circuit, self.question.key, way) for way in range(number)]

    @property
    def touched_gates(self) -> list[Gate]:
        """The gates that a copy has for itself, in order."""
        return [gate for gate in self.gates if gate.atom in self.touched]

    def matched(self, held: frozenset[int]) -> list[Way]:
        """The known answers that must open as much as the unknown one in `held`: those that it may turn out to be."""
        ticked = held.intersection(self.inputs) - {self.unknown}
        return [way for way in self.ways if self.unknown not in way and ticked <= way]

    def left_out(self, way: Way) -> list[Literal]:
        """Literals of which one holds in an unknown answer that cannot turn out to be this known one.

        What is ticked beside not sure is ticked in what it turns out to be.
        """
        return [atom + 1 for atom in self.inputs if atom != self.unknown and atom not in way] if self._is_many else []

    def widest(self, held: frozenset[int]) -> Way | None:
        """The known answer that opens most of those the unknown one in `held` may be; None if it opens less."""
        degrees = self._degrees(held)
        way = max(self.matched(held), key=lambda way: (degrees[way], len(way)))
        return way if degrees[way] >= degrees[held.intersection(self.inputs)] else None

    def sheet(self, held: frozenset[int], way: Way) -> Sheet:
        """The sheet with these inputs, this question answered in some way."""
        return sheet_of(self.circuit, [*self.shared, self.question.key], held.difference(self.inputs) | way)

    @property
    def _is_many(self) -> bool:
        return self.question.type == "many"

    def _degrees(self, held: frozenset[int]) -> dict[Way, int]:
        """How far each answer to the question leads, all others as in `held`: all at once, one bit for each."""
        ones = (1 << len(self.ways)) - 1
        bits = [0] * len(self.circuit.names)
        for atom in held.difference(self.inputs):
            bits[atom] = ones
        for atom, vector in bits_of_ways(self.circuit, self.question.key, 1, len(self.ways)).items():
            bits[atom] = vector
        settle(self.gates, bits, ones)
        return {way: sum(bits[atom] >> n & 1 for atom in self.opens) for n, way in enumerate(self.ways)}
