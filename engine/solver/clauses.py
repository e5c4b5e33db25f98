"""The circuit as clauses, decided by CaDiCaL: a proof that shares nothing with clingo's but the circuit.

Every gate becomes clauses once (Tseitin, 1968); each question put to them is a set of assumptions, so that what CaDiCaL
has learnt is kept (Eén and Sörensson, 2003).
"""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

from pysat.solvers import Cadical195

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import downstream
from milepost.engine.circuit.gates import Conjunctions, Gate, Literal
from milepost.engine.model.question import Question
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, UNDECIDED

# Some hundredths of a second of work: CaDiCaL knows no clock, so it is read whenever that many conflicts were met.
CONFLICTS_AT_ONCE = 1000


class Clauses:
    """The clauses of a whole circuit, to which more can be added. A variable is the number of its atom + 1."""

    def __init__(self, circuit: Circuit):
        self.circuit = circuit
        self.variables = len(circuit.names)
        self._solver = Cadical195()
        for key, atoms in circuit.inputs.items():
            self.add_answer(circuit.kb.questions[key], [atom + 1 for atom in atoms])
        for gate in circuit.gates:
            self.define(gate.atom + 1, gate.any_of)

    def new_variable(self) -> Literal:
        """Return a variable that stands for nothing yet."""
        self.variables += 1
        return self.variables

    def add(self, *literals: Literal) -> None:
        """Demand that one of these literals holds."""
        self._solver.add_clause(literals)

    def add_exactly_one(self, literals: list[Literal]) -> None:
        """Demand that exactly one of these literals holds."""
        self.add(*literals)
        self.add_one_at_most(literals)

    def add_one_at_most(self, literals: list[Literal]) -> None:
        """Demand that no two of these literals hold."""
        for one, other in combinations(literals, 2):
            self.add(-one, -other)

    def add_answer(self, question: Question, literals: list[Literal]) -> None:
        """Demand that these literals, one for each state of a question and `unknown` last, are an answer to it."""
        if question.is_open:
            self.define(literals[-1], (tuple(-literal for literal in literals[:-1]),))
        elif question.type != "many":
            self.add_exactly_one(literals)

    def define(self, variable: Literal, any_of: Conjunctions) -> None:
        """Let a variable hold exactly if all literals of some conjunction do."""
        if len(any_of) == 1:  # it is the conjunction itself, and needs no other variable for it
            self._define_both(variable, any_of[0])
            return
        ways = [way[0] if len(way) == 1 else self._conjunction(way) for way in any_of]
        self.add(-variable, *ways)
        for way in ways:
            self.add(variable, -way)

    def hold(self, variable: Literal, any_of: Conjunctions) -> None:
        """Demand that a variable holds where all literals of some conjunction do."""
        for way in any_of:
            self.add(variable, *[-literal for literal in way])

    def fail(self, variable: Literal, any_of: Conjunctions) -> None:
        """Demand that a variable fails where no conjunction holds."""
        ways = []
        for way in any_of:
            ways.append(way[0] if len(way) == 1 else self.new_variable())
            for literal in way if len(way) > 1 else ():
                self.add(-ways[-1], literal)
        self.add(-variable, *ways)

    def copy(
        self,
        gates: Iterable[Gate],
        inputs: Iterable[int],
        below: Mapping[int, Literal] | None = None,
    ) -> dict[int, Literal]:
        """Return the variables of a copy of some gates, and of the inputs that it has for itself.

        All else that the gates look at is that of `below`, or shared with the circuit. Nothing is demanded of inputs.
        """
        made = list(gates)
        copied = {atom: self.new_variable() for atom in (*inputs, *(gate.atom for gate in made))}
        known = {**(below or {}), **copied}
        signed = {atom + 1: variable for atom, variable in known.items()}
        signed |= {-literal: -variable for literal, variable in signed.items()}
        for gate in made:
            ways = tuple([tuple([signed.get(part, part) for part in way]) for way in gate.any_of])
            self.define(copied[gate.atom], ways)
        return copied

    def second_sheet(
        self, gates: Sequence[Gate], questions: Collection[str]
    ) -> tuple[dict[int, Literal], dict[str, Literal]]:
        """Return a copy of some gates on a sheet of its own, and for each of some questions "its answer may differ".

        The sheet has the answers of the circuit to all questions for which that variable fails.
        """
        inputs = {key: self.circuit.inputs[key] for key in questions}
        every = [atom for atoms in inputs.values() for atom in atoms]
        touched = downstream(gates, every)
        copy = self.copy([gate for gate in gates if gate.atom in touched], every)
        may_differ = {key: self.new_variable() for key in inputs}
        for key, atoms in inputs.items():
            self.add_answer(self.circuit.kb.questions[key], [copy[atom] for atom in atoms])
            for atom in atoms:
                self.add(may_differ[key], -(atom + 1), copy[atom])
                self.add(may_differ[key], atom + 1, -copy[atom])
        return copy, may_differ

    def follow(self, gates: Iterable[Gate], copy: Mapping[int, Literal], may_differ: Mapping[str, Literal]) -> None:
        """Say of the gates of a second sheet that each only differs where something below it does.

        It follows from the rest; but where two sheets are hard to compare, CaDiCaL takes long to find it by itself.
        """
        differs = {atom: literal for key, literal in may_differ.items() for atom in self.circuit.inputs[key]}
        for gate in gates:
            if gate.atom not in copy:
                continue
            one, other, does = gate.atom + 1, copy[gate.atom], self.new_variable()
            for clause in ((does, one, -other), (does, -one, other), (-does, one, other), (-does, -one, -other)):
                self.add(*clause)
            below = {abs(part) - 1 for way in gate.any_of for part in way} & differs.keys()
            self.add(-does, *(differs[atom] for atom in below))
            differs[gate.atom] = does

    def decide(self, assumed: Iterable[Literal], deadline: float) -> str:
        """Can all these literals hold at once? UNDECIDED from `deadline` on, a time of time.process_time()."""
        given = list(assumed)
        # Not in the main thread: there pysat leaves CaDiCaL by a long jump at Ctrl-C, and it could not be asked again.
        with ThreadPoolExecutor(1) as aside:
            while time.process_time() < deadline:
                self._solver.conf_budget(CONFLICTS_AT_ONCE)
                possible = aside.submit(self._solver.solve_limited, given).result()
                if possible is not None:
                    return FOUND if possible else HOLDS_NOWHERE
        return UNDECIDED

    def model(self) -> frozenset[Literal]:
        """Return all literals that hold in what was FOUND last; nothing may have been added since."""
        return frozenset(self._solver.get_model() or ())

    def _conjunction(self, way: tuple[Literal, ...]) -> Literal:
        both = self.new_variable()
        self._define_both(both, way)
        return both

    def _define_both(self, both: Literal, way: tuple[Literal, ...]) -> None:
        for literal in way:
            self.add(-both, literal)
        self.add(both, *(-literal for literal in way))


def renamed(literal: Literal, copied: Mapping[int, Literal]) -> Literal:
    """Return what stands for a literal of the circuit where some atoms have variables of a copy."""
    variable = copied.get(abs(literal) - 1, abs(literal))
    return variable if literal > 0 else -variable
