"""Copies of the rules side by side in one program (self-composition: Barthe, D'Argenio and Rezk, 2004).

What the answers in which copies differ cannot touch is shared by them.
"""

from collections.abc import Collection, Iterable, Iterator

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream
from milepost.engine.circuit.gates import Gate
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.solve import FOUND, Program, Rules


class Copied:
    """The rules for some target atoms in a program, to which copies of them can be added.

    `one` has the literals of all their atoms, and `questions` are those that they can depend on.
    """

    def __init__(self, circuit: Circuit, targets: Iterable[int]):
        self.circuit = circuit
        self.gates, self.questions = cone(circuit, targets)
        self.program = Program(circuit)
        with self.program.add() as rules:
            self.one = {atom: literal for key in self.questions for atom, literal in rules.answers(key).items()}
            self.one |= rules.gates(self.gates, self.one)

    def copy(self, rules: Rules, gates: Iterable[Gate], inputs: dict[int, int]) -> dict[int, int]:
        """Return the literals of a copy that has some gates, and the literals of some inputs, for itself.

        All else is shared.
        """
        below = self.one | inputs
        return below | rules.gates(gates, below)

    def known(self) -> Iterator[int]:
        """Yield the literals of which fewest hold on the simplest sheet: each known answer, and each option ticked."""
        for key in self.questions:
            unknown = self.circuit.index[key, UNKNOWN]
            yield -self.one[unknown]
            if self.circuit.kb.questions[key].type == "many":
                yield from (self.one[atom] for atom in self.circuit.inputs[key] if atom != unknown)


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

    def decide(self, deadline: float, assumed: Iterable[int]) -> tuple[str, tuple[Sheet, ...], bool]:
        """Return the status of a search, the two sheets if it found some, and whether none are simpler.

        From `deadline` on, a time of time.process_time(), it is UNDECIDED.
        """
        inputs = [atom for key in self.questions for atom in self.circuit.inputs[key]]
        among = {copy[atom] for copy in (self.one, self.other) for atom in inputs}
        status, true, best = self.program.decide(among, deadline, assumed)
        held = [{atom for atom in inputs if copy[atom] in true} for copy in (self.one, self.other)]
        sheets = tuple(sheet_of(self.circuit, self.questions, atoms) for atoms in held) if status == FOUND else ()
        return status, sheets, best

    def prefer_simple(self, rules: Rules) -> None:
        """Prefer two sheets of which the first is the simplest, and then those that differ least."""
        rules.fewest(self.known(), rank=1)
        rules.fewest(self.differs[atom] for key in self.may_differ for atom in self.circuit.inputs[key])
