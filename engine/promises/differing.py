"""Copies of the circuit side by side that differ in the answer to one question, and how far each of them opens."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import absorbed, cone, inputs_below, lean_part, part
from milepost.engine.circuit.evaluate import settle
from milepost.engine.circuit.gates import Gate, Literal
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.model.step import CONTACT
from milepost.engine.promises.formula import open_atoms, steps_above
from milepost.engine.promises.rising import Rise, rises
from milepost.engine.solver.search import sheet_of

Way = frozenset[int]  # the input atoms of a question that hold when it is answered in one way


class Found(msgspec.Struct, frozen=True):
    """What a solver says of a sheet on which not knowing opens more: `status` of the search, `best` if none is simpler.

    `held` are the input atoms that hold, with the unknown answer.
    """

    status: str
    held: frozenset[int] = frozenset()
    best: bool = False


class Contact:
    """The part of the circuit that says how far a sheet leads, by the atoms `opens`; `below` tells what inputs touch.

    `questions` are those that it can depend on.
    """

    def __init__(self, circuit: Circuit):
        opens = open_atoms(circuit)
        steps = [{circuit.steps[key] for key in steps_above(circuit.kb, level)} for level in CONTACT[:-1]]
        # Most lines of advice are only shown at a step that goes as far, and then add nothing.
        absorbing = absorbed(part(circuit, opens), dict(zip(opens, steps, strict=True)))
        # The others are looked at where no step goes as far, and so can see none that goes further than all of them.
        lines = [n for n, atom in enumerate(opens) if len(absorbing.gate_of[atom].any_of) > 1]
        unseen = steps[max(lines)] if lines else set().union(*steps)
        gates = tuple(Gate(gate.atom, ()) if gate.atom in unseen else gate for gate in absorbing.gates)
        self.circuit = lean_part(msgspec.structs.replace(circuit, gates=gates), opens)
        self.opens = open_atoms(self.circuit)
        self.gates, self.questions = cone(self.circuit, self.opens)
        self.below = inputs_below(self.gates, (atom for key in self.questions for atom in circuit.inputs[key]))

    def touched(self, inputs: Iterable[int]) -> list[Gate]:
        """The gates that some inputs can touch, in order."""
        mask = sum(1 << atom for atom in inputs)
        return [gate for gate in self.gates if self.below[gate.atom] & mask]

    def opened_by(self, inputs: Iterable[int]) -> list[int]:
        """The atoms of contact that some inputs can touch."""
        touched = {gate.atom for gate in self.touched(inputs)}
        return [atom for atom in self.opens if atom in touched]


class Differing:
    """How far each answer to one question opens.

    `opens` are the atoms of contact that the question can touch; `shared` are the other questions.
    """

    def __init__(self, contact: Contact, question: Question):
        self.contact, self.circuit, self.question = contact, contact.circuit, question
        self.inputs = self.circuit.inputs[question.key]
        self.unknown = self.circuit.index[question.key, UNKNOWN]
        self.opens = contact.opened_by(self.inputs)
        self.shared = [key for key in contact.questions if key != question.key]

    @cached_property
    def ways(self) -> list[Way]:
        """The known answers to the question, as far as they can differ.

        What touches no contact is ticked in all answers to a list: each unknown one may turn out to be some of these.
        """
        known = [atom for atom in self.inputs if atom != self.unknown]
        if not self._is_many:
            return [frozenset({atom}) for atom in known]
        ways = [frozenset(atom for atom in known if not self._touched[atom])]
        for atom in known:  # each tick doubles the ways: those without it, then with it
            if self._touched[atom]:
                ways += [way | {atom} for way in ways]
        return [way for way in ways if way] if self.question.is_open else ways

    def can_rise(self, way: Way) -> set[Literal]:
        """The literals of its inputs that can hold with an unknown answer and not with this known one."""
        return {self.unknown + 1, *self.left_out(way), *(-atom - 1 for atom in way)}

    def matched(self, held: frozenset[int]) -> list[Way]:
        """The known answers that must open as much as the unknown one in `held`: those that it may turn out to be."""
        ticked = held.intersection(self.inputs) - {self.unknown}
        return [way for way in self.ways if ticked <= way]

    def left_out(self, way: Way) -> list[Literal]:
        """Literals of which one holds in an unknown answer that cannot turn out to be this known one.

        What is ticked beside not sure is ticked in what it turns out to be.
        """
        return [atom + 1 for atom in self.inputs if atom != self.unknown and atom not in way] if self._is_many else []

    def at_first(self) -> Way:
        """The known answer to begin with, as it often is enough.

        Of a list it is everything ticked, which all unknown answers may turn out to be; else that whose copy is
        smallest.
        """
        known = [atom for atom in self.inputs if atom != self.unknown]
        return frozenset(known) if self._is_many else min((frozenset({atom}) for atom in known), key=self._size)

    def needed(self, held: frozenset[int]) -> Way | None:
        """A known answer that opens at least as much as the unknown one in `held`, which it may be; None without one.

        Of several, it is one that serves for most unknown answers, and then one whose copy is smallest.
        """
        ways = [*self.matched(held), held.intersection(self.inputs)]
        unknown = 1 << len(ways) - 1
        enough = (1 << len(ways)) - 1
        for opened in self._opened(held, ways):
            if opened & unknown:
                enough &= opened
        enough_known = [way for n, way in enumerate(ways[:-1]) if enough >> n & 1]
        most = max(map(len, enough_known), default=0)
        return min((way for way in enough_known if len(way) == most), key=self._size, default=None)

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

    def _opened(self, held: frozenset[int], ways: list[Way]) -> list[int]:
        """For each atom of contact the answers to the question that open it, one bit each, all others as in `held`."""
        bits, ones = [0] * len(self.circuit.names), (1 << len(ways)) - 1
        for atom in held.difference(self.inputs):
            bits[atom] = ones
        for atom in self.inputs:
            bits[atom] = sum(1 << n for n, way in enumerate(ways) if atom in way)
        settle(self.circuit.gates, bits, ones)
        return [bits[atom] for atom in self.opens]


class Copy:
    """What a copy of the circuit has for itself in which each of some questions has a known answer, if it is asked of.

    One question is asked of at a time. The answers to all others are those of the circuit itself, and so is all that
    this one cannot touch.
    """

    def __init__(self, contact: Contact, answers: Sequence[tuple[Differing, Way]]):
        self.answers = answers
        self.gates = contact.touched({atom for differing, way in answers for atom in (*way, differing.unknown)})
        # Where not knowing can differ from the copy at all: first by the question whose answer may do it, then by what.
        self.begins = {
            literal: differing.question.key for differing, way in answers for literal in differing.can_rise(way)
        }
        self.rises: list[Rise] = list(rises(self.gates, self.begins.keys(), contact.opens))
