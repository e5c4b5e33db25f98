"""Copies of the rules side by side in one program (self-composition: Barthe, D'Argenio and Rezk, 2004).

What the answers in which copies differ cannot touch is shared by them.
"""

from collections.abc import Collection, Iterable

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream
from milepost.engine.circuit.gates import Gate
from milepost.engine.solver.solve import Program, Rules


class Copied:
    """The rules for some target atoms in a program, to which copies of them can be added.

    `one` has the literals of all their atoms, and `questions` are those that they can depend on.
    """

    def __init__(self, circuit: Circuit, targets: Iterable[int]):
        self.gates, self.questions = cone(circuit, targets)
        self.program = Program(circuit)
        with self.program.add() as rules:
            self.one = {atom: literal for key in self.questions for atom, literal in rules.answers(key).items()}
            self.one |= rules.gates(self.gates, self.one)

    def copy(
        self, rules: Rules, gates: Iterable[Gate], inputs: dict[int, int], where: Iterable[int] = ()
    ) -> dict[int, int]:
        """Return the literals of a copy that has some gates, and the literals of some inputs, for itself.

        All else is shared. Where one of the literals `where` fails, so does all that the copy has for itself.
        """
        below = self.one | inputs
        return below | rules.gates(gates, below, where)


class Copies(Copied):
    """Two copies whose sheets may differ.

    Of what can differ, each atom says whether it does; and as it can only differ where something below it does, a
    solver that looks for a difference follows it down instead of trying all ways. `other` has the literals of the
    second copy, `differs` that of "differs" for each atom that may, and `may_differ` for each question that of "its
    answer may differ", which is free.
    """

    def __init__(self, circuit: Circuit, targets: Collection[int], asked: Collection[str] | None = None):
        """`asked` are the questions whose answers may differ; without it, all are."""
        super().__init__(circuit, targets)
        free = [key for key in self.questions if asked is None or key in asked]
        inputs = [atom for key in free for atom in circuit.inputs[key]]
        touched = downstream(self.gates, inputs)
        own = [gate for gate in self.gates if gate.atom in touched]
        with self.program.add() as rules:
            answers = {atom: literal for key in free for atom, literal in rules.answers(key).items()}
            self.other = self.copy(rules, own, answers)
            self.differs: dict[int, int] = {}
            for atom in (*inputs, *(gate.atom for gate in own)):
                self.differs[atom] = rules.atom()
                rules.rule(self.differs[atom], self.one[atom], -self.other[atom])
                rules.rule(self.differs[atom], -self.one[atom], self.other[atom])
            self.may_differ = {key: rules.free() for key in free}
            for key, literal in self.may_differ.items():
                for atom in circuit.inputs[key]:
                    rules.never(self.differs[atom], -literal)
            for gate in own:
                below = {abs(part) - 1 for way in gate.any_of for part in way} & self.differs.keys()
                rules.never(self.differs[gate.atom], *(-self.differs[atom] for atom in below))
