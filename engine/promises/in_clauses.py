"""The copies in which a question has a known answer as clauses, asked of CaDiCaL."""

from collections.abc import Sequence

from milepost.engine.circuit.gates import Literal
from milepost.engine.promises.differing import Contact, Copy, Differing, Found, Way
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND


class InClauses:
    """The clauses of the circuit do not know the answer to the question that is asked of; in the copies it has one."""

    def __init__(self, contact: Contact, questions: Sequence[Differing]):
        self.contact, self.clauses = contact, Clauses(contact.circuit)
        self.asked = {differing.question.key: self.clauses.new_variable() for differing in questions}
        # For each level, that the circuit itself goes further, and no copy does.
        self.further = {atom: self.clauses.new_variable() for atom in contact.opens}
        self.clauses.add(*self.further.values())
        for atom, further in self.further.items():
            self.clauses.add(-further, atom + 1)

    def add(self, answers: Sequence[tuple[Differing, Way]]) -> None:
        """Add a copy with these answers; each opens what the unknown answer may turn out to be."""
        copy = self._copied(Copy(self.contact, answers))
        for differing, way in answers:
            asked = self.asked[differing.question.key]
            for atom in differing.inputs:
                self.clauses.add(-asked, copy[atom] if atom in way else -copy[atom])
                self.clauses.add(asked, copy[atom], -atom - 1)
                self.clauses.add(asked, -copy[atom], atom + 1)
            for atom in differing.opens:
                # What an answer and its being unknown cannot touch is the same in the copy as in the circuit.
                self.clauses.add(-asked, -self.further[atom], -copy.get(atom, atom + 1), *differing.left_out(way))

    def ask(self, differing: Differing, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than the copies."""
        key = differing.question.key
        assumed = [variable if asked == key else -variable for asked, variable in self.asked.items()]
        # Of what the question cannot touch nothing differs, so that it need not be looked for.
        assumed += [-further for atom, further in self.further.items() if atom not in differing.opens]
        status = self.clauses.decide([*assumed, differing.unknown + 1], deadline)
        if status != FOUND:
            return Found(status)
        model = self.clauses.model()
        inputs = (atom for key in self.contact.questions for atom in differing.circuit.inputs[key])
        return Found(FOUND, frozenset(atom for atom in inputs if atom + 1 in model))

    def _copied(self, added: Copy) -> dict[int, Literal]:
        """The variables of a new copy, for each atom that it has for itself.

        Not more is demanded of a gate than it takes for the copy to fail where it must, if not knowing is to go
        further; and that it only differs where something below it does.
        """
        clauses = self.clauses
        inputs = (atom for differing, _ in added.answers for atom in differing.inputs)
        copy = {atom: clauses.new_variable() for atom in (*inputs, *(gate.atom for gate in added.gates))}
        signed = {sign * (atom + 1): sign * variable for atom, variable in copy.items() for sign in (1, -1)}
        copied = {
            gate.atom: tuple([tuple([signed.get(part, part) for part in way]) for way in gate.any_of])
            for gate in added.gates
        }
        rising: dict[Literal, Literal] = {literal: self.asked[key] for literal, key in added.begins.items()}
        for rise in added.rises:
            atom, here, there = abs(rise.literal) - 1, rise.literal, signed[rise.literal]
            (clauses.hold if here > 0 else clauses.fail)(copy[atom], copied[atom])
            if not rise.below:
                clauses.add(-here, there)
                continue
            does = rising[here] = clauses.new_variable()
            clauses.add(does, -here, there)
            clauses.add(-does, here)
            clauses.add(-does, -there)
            clauses.add(-does, *(rising[literal] for literal in rise.below))
        return copy
