"""Copies of the circuit side by side that differ in the answer to one question, and how far each of them opens."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import absorbed, compacted, cone, inputs_below, part
from milepost.engine.circuit.evaluate import settle
from milepost.engine.circuit.gates import Gate, Literal
from milepost.engine.circuit.lean import lean
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.promises.exhaustive import bits_of_ways, ways_of
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


class Contact:
    """The part of the circuit that says how far a sheet leads, by the atoms `opens`; `below` tells what inputs touch.

    `questions` are those that it can depend on.
    """

    def __init__(self, circuit: Circuit):
        opens = open_atoms(circuit)
        # Most lines of advice are only shown at a step that goes as far, and then add nothing.
        gates = cone(absorbed(part(circuit, opens), opens), opens)[0]
        # Atoms have numbers of their own, as a solver takes time for each number there is.
        self.circuit = compacted(msgspec.structs.replace(circuit, gates=tuple(lean(gates, opens))), opens)
        self.opens = open_atoms(self.circuit)
        self.gates, self.questions = cone(self.circuit, self.opens)
        self.below = inputs_below(self.gates, (atom for key in self.questions for atom in circuit.inputs[key]))

    def touched(self, inputs: Iterable[int]) -> list[Gate]:
        """The gates that some inputs can touch, in order."""
        mask = sum(1 << atom for atom in inputs)
        return [gate for gate in self.gates if self.below[gate.atom] & mask]


class Differing:
    """How far each answer to one question opens, and what copies that differ in it have for themselves.

    `opens` are the atoms of contact that the question can touch; `shared` are the other questions.
    """

    def __init__(self, contact: Contact, question: Question):
        self.contact, self.circuit, self.question = contact, contact.circuit, question
        self.inputs = self.circuit.inputs[question.key]
        self.unknown = self.circuit.index[question.key, UNKNOWN]
        touched = {gate.atom for gate in contact.touched(self.inputs)}
        self.opens = [atom for atom in contact.opens if atom in touched]
        self.shared = [key for key in contact.questions if key != question.key]

    @cached_property
    def ways(self) -> list[Way]:
        """All ways to answer the question; of a long list they are many, and of a guard question none is looked at."""
        return ways_of(self.circuit, self.question.key)

    def own_gates(self, way: Way | None = None) -> list[Gate]:
        """The gates that a copy has for itself, in order.

        Answered in a certain way, it can differ from the copy that does not know in these answers alone.
        """
        return self.contact.touched(self.inputs if way is None else {*way, self.unknown})

    def can_rise(self, way: Way) -> frozenset[Literal]:
        """Literals of the question that can hold with an unknown answer, and not in a copy answered in this way."""
        ticked = {atom + 1 for atom in self.inputs if atom not in way} if self._is_many else set()
        return frozenset({self.unknown + 1, *ticked, *(-atom - 1 for atom in way)})

    def matched(self, held: frozenset[int]) -> list[Way]:
        """The known answers that must open as much as the unknown one in `held`: those that it may turn out to be."""
        return self._turning_out(held, among=-1)

    def left_out(self, way: Way) -> list[Literal]:
        """Literals of which one holds in an unknown answer that cannot turn out to be this known one.

        What is ticked beside not sure is ticked in what it turns out to be.
        """
        return [atom + 1 for atom in self.inputs if atom != self.unknown and atom not in way] if self._is_many else []

    def at_first(self) -> list[Way]:
        """The known answers to begin with, as they often do.

        Of a list it is everything ticked, which all unknown answers may turn out to be; else that whose copy is
        smallest. A guard question has none, as a copy stands for any known answer.
        """
        if self.question.guard:
            return []
        known = [atom for atom in self.inputs if atom != self.unknown]
        return [frozenset(known)] if self._is_many else [min((frozenset({atom}) for atom in known), key=self._size)]

    def needed(self, held: frozenset[int]) -> Way | None:
        """A known answer that opens at least as much as the unknown one in `held`, which it may be; None without one.

        Of several, it is one that serves for most unknown answers, and then one whose copy is smallest.
        """
        unknown = self.ways.index(held.intersection(self.inputs))
        all_ways = enough = (1 << len(self.ways)) - 1
        for opened in self._opened(held, all_ways):
            if opened >> unknown & 1:
                enough &= opened
        ways = self._turning_out(held, enough)
        most = max(map(len, ways), default=0)
        return min((way for way in ways if len(way) == most), key=self._size, default=None)

    def sheet(self, held: frozenset[int], way: Way) -> Sheet:
        """The sheet with these inputs, this question answered in some way."""
        return sheet_of(self.circuit, [*self.shared, self.question.key], held.difference(self.inputs) | way)

    @property
    def _is_many(self) -> bool:
        return self.question.type == "many"

    @cached_property
    def _touched(self) -> dict[int, int]:
        """How many gates each input of the question can touch."""
        return {atom: len(self.contact.touched([atom])) for atom in self.inputs}

    def _size(self, way: Way) -> int:
        """About how many gates a copy has for itself that is answered in some way."""
        return sum(self._touched[atom] for atom in way)

    def _turning_out(self, held: frozenset[int], among: int) -> list[Way]:
        """The known answers that the unknown one in `held` may turn out to be, of those with a bit in `among`."""
        ticked = held.intersection(self.inputs) - {self.unknown}
        ways = (way for n, way in enumerate(self.ways) if among >> n & 1)
        return [way for way in ways if ticked <= way and self.unknown not in way]

    def _opened(self, held: frozenset[int], ones: int) -> list[int]:
        """For each atom of contact the answers to the question that open it, one bit each, all others as in `held`."""
        bits = [0] * len(self.circuit.names)
        for atom in held.difference(self.inputs):
            bits[atom] = ones
        for atom, vector in bits_of_ways(self.circuit, self.question.key, 1, len(self.ways)).items():
            bits[atom] = vector
        settle(self.circuit.gates, bits, ones)
        return [bits[atom] for atom in self.opens]
