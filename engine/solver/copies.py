"""Two copies of the rules whose sheets may differ (self-composition: Barthe, D'Argenio and Rezk, 2004).

What no such difference can touch is shared by the copies. Of the rest, each atom says whether it differs; and as it can
only differ where something below it does, a solver that looks for a difference follows it down instead of trying all
ways.
"""

from collections.abc import Collection

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream
from milepost.engine.solver.solve import Program


class Copies:
    """Two copies of the rules for some target atoms, in one program.

    `one` and `other` have the literals of all their atoms, `differs` that of "differs" for each atom that may, and
    `may_differ` for each question that of "its answer may differ", which is free.
    """

    def __init__(self, circuit: Circuit, targets: Collection[int], asked: Collection[str] | None = None):
        """`asked` are the questions whose answers may differ; without it, all are."""
        gates, self.questions = cone(circuit, targets)
        free = [key for key in self.questions if asked is None or key in asked]
        inputs = [atom for key in free for atom in circuit.inputs[key]]
        touched = downstream(gates, inputs)
        self.program = Program(circuit)
        with self.program.add() as rules:
            self.one = {atom: literal for key in self.questions for atom, literal in rules.answers(key).items()}
            self.other = self.one | {atom: literal for key in free for atom, literal in rules.answers(key).items()}
            self.one |= rules.gates(gates, self.one)
            self.other |= {gate.atom: self.one[gate.atom] for gate in gates if gate.atom not in touched}
            self.other |= rules.gates([gate for gate in gates if gate.atom in touched], self.other)
            self.differs: dict[int, int] = {}
            for atom in (*inputs, *(gate.atom for gate in gates if gate.atom in touched)):
                self.differs[atom] = rules.atom()
                rules.rule(self.differs[atom], self.one[atom], -self.other[atom])
                rules.rule(self.differs[atom], -self.one[atom], self.other[atom])
            self.may_differ = {key: rules.free() for key in free}
            for key, literal in self.may_differ.items():
                for atom in circuit.inputs[key]:
                    rules.never(self.differs[atom], -literal)
            for gate in gates:
                if gate.atom in touched:
                    below = {abs(part) - 1 for way in gate.any_of for part in way} & self.differs.keys()
                    rules.never(self.differs[gate.atom], *(-self.differs[atom] for atom in below))
