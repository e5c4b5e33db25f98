"""The copies that differ in one question as clauses, asked of CaDiCaL."""

from collections.abc import Iterable

from milepost.engine.circuit.gates import Literal
from milepost.engine.promises.differing import Differing, Found, Way
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND


class InClauses:
    """The clauses of the circuit do not know the answer; the others are copies, while this question is asked."""

    def __init__(self, differing: Differing, clauses: Clauses, ways: Iterable[Way] = ()):
        self.differing, self.clauses = differing, clauses
        self.ways: list[Way] = []
        self.asked = clauses.new_variable()
        # For each level, that the copy that does not know goes further, and no known answer does.
        self.further = {atom: clauses.new_variable() for atom in differing.opens}
        clauses.add(-self.asked, *self.further.values())
        for atom, further in self.further.items():
            clauses.add(-further, atom + 1)
        if differing.question.guard:
            self._add_any()
        for way in ways:
            self.add(way)

    def add(self, way: Way) -> None:
        """Add the copy in which the question is answered so; it opens what the unknown answer may turn out to be."""
        self.ways.append(way)
        copy = self._copied(way)
        for atom in self.differing.inputs:
            self.clauses.add(copy[atom] if atom in way else -copy[atom])
        self._match(copy, self.differing.left_out(way))

    def ask(self, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than all copies that were added."""
        differing = self.differing
        status = self.clauses.decide([self.asked, differing.unknown + 1], deadline)
        if status != FOUND:
            return Found(status)
        inputs = (atom for key in differing.contact.questions for atom in differing.circuit.inputs[key])
        model = self.clauses.model()
        return Found(FOUND, frozenset(atom for atom in inputs if atom + 1 in model))

    def end(self) -> None:
        """Take all copies out again, so that they are in nobody's way."""
        for variable in (self.asked, *self.further.values()):
            self.clauses.add(-variable)

    def _add_any(self) -> None:
        """Add the copy with any known answer."""
        copy = self._copied_for_any()
        self.clauses.add(-copy[self.differing.unknown])
        self.clauses.add_answer(self.differing.question, [copy[atom] for atom in self.differing.inputs])
        self._match(copy)

    def _match(self, copy: dict[int, Literal], unless: Iterable[Literal] = ()) -> None:
        """Demand that not knowing goes no further than a copy, unless one of these literals holds."""
        for atom, further in self.further.items():
            self.clauses.add(-further, -copy.get(atom, atom + 1), *unless)

    def _copied_for_any(self) -> dict[int, Literal]:
        """The variables of a new copy in which any known answer may be given, for each atom that it has for itself."""
        return self.clauses.copy(self.differing.own_gates(), self.differing.inputs, unless=[-self.asked])

    def _copied(self, way: Way) -> dict[int, Literal]:
        """The variables of a new copy in which the question is answered so, for each atom that it has for itself.

        Not more is demanded of a gate than it takes for the copy to fail where it must, if not knowing is to go
        further; and that it only differs where something below it does.
        """
        gates, clauses, unless = self.differing.own_gates(way), self.clauses, [-self.asked]
        copy = {atom: clauses.new_variable() for atom in (*self.differing.inputs, *(gate.atom for gate in gates))}
        signed = {sign * (atom + 1): sign * variable for atom, variable in copy.items() for sign in (1, -1)}
        copied = {
            gate.atom: tuple([tuple([signed.get(part, part) for part in way]) for way in gate.any_of]) for gate in gates
        }
        rising: dict[Literal, Literal] = {}
        for rise in self.differing.rises(way):
            atom, here, there = abs(rise.literal) - 1, rise.literal, signed[rise.literal]
            (clauses.hold if here > 0 else clauses.fail)(copy[atom], copied[atom], unless)
            if rise.below == ():
                clauses.add(-here, there, *unless)
                continue
            does = rising[here] = clauses.new_variable()
            clauses.add(does, -here, there, *unless)
            clauses.add(-does, here, *unless)
            clauses.add(-does, -there, *unless)
            if rise.below is not None:
                clauses.add(-does, *(rising[literal] for literal in rise.below), *unless)
        return copy
