"""Saying more never leads further back: sheets that differ in the answer to one question, compared.

Two copies of the circuit side by side share what the question cannot touch (self-composition: Barthe, D'Argenio and
Rezk, 2004). On one of them its answer says more. Each solver is given the copies in its own way.
"""

from collections.abc import Iterator

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import UNKNOWN
from milepost.engine.promises.exhaustive import led_back_by_more
from milepost.engine.promises.less_and_more import Literal, goes_back_ways, says_more_clauses
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copies
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE


def compared(promise: Promise, circuit: Circuit, deadline: float) -> Iterator[Comparison]:
    """Look, for each question, for two sheets of which the one that says more there leads further back.

    Raises Disagreement if the methods do not agree.
    """
    targets = [atom for less, other, _ in goes_back_ways(circuit, promise) for atom in (less, other)]
    in_program = PairsInProgram(circuit, promise, targets)
    in_clauses = PairsInClauses(circuit, promise, targets)
    for more in promise.more:
        if more.question not in in_program.copies.questions:
            yield Comparison(more.question, HOLDS_NOWHERE, touches=False)
            continue
        by_clingo = in_program.decide(more.question, deadline)
        by_cadical = in_clauses.decide(more.question, deadline)
        found = {CLINGO: by_clingo.status, CADICAL: by_cadical}
        looked = led_back_by_more(circuit, promise, more, deadline)
        if looked is not None:
            found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
        together = agreed(promise.id, found)
        best = by_clingo
        if together.status == FOUND:
            simplest = PairsInProgram(circuit, promise, targets, simplest=True).decide(more.question, deadline)
            best = simplest if simplest.status == FOUND else by_clingo
        yield msgspec.structs.replace(best, status=together.status, methods=together.methods)


class PairsInProgram:
    """The two copies as an answer set program, asked of clingo: in `one` less is said, and in `other` more."""

    def __init__(self, circuit: Circuit, promise: Promise, targets: list[int], simplest: bool = False):
        self.circuit = circuit
        self.copies = Copies(circuit, targets, [more.question for more in promise.more])
        with self.copies.program.add() as rules:
            for more in promise.more:
                if more.question in self.copies.may_differ:
                    for clause in says_more_clauses(circuit, more):
                        rules.never(self.copies.may_differ[more.question], *(-self._literal(part) for part in clause))
            further_back = rules.atom()
            for less, other, holds in goes_back_ways(circuit, promise):
                rules.rule(further_back, self.copies.one[less], self.copies.other[other] * (1 if holds else -1))
            rules.never(-further_back)
            if simplest:
                rules.fewest(self._known(), rank=1)
                rules.fewest(
                    self.copies.differs[atom] for key in self.copies.may_differ for atom in circuit.inputs[key]
                )

    def decide(self, question: str, deadline: float) -> Comparison:
        """What clingo says of sheets that differ in the answer to this question, with two where there are some."""
        copies, keys = self.copies, self.copies.questions
        inputs = [atom for key in keys for atom in self.circuit.inputs[key]]
        among = {copy[atom] for copy in (copies.one, copies.other) for atom in inputs}
        assumed = [literal if key == question else -literal for key, literal in copies.may_differ.items()]
        status, true, best = copies.program.decide(among, deadline, assumed)
        if status != FOUND:
            return Comparison(question, status)
        less, more = (
            sheet_of(self.circuit, keys, {atom for atom in inputs if copy[atom] in true})
            for copy in (copies.one, copies.other)
        )
        return Comparison(question, status, sheet=less, others=(more,), simplest=best)

    def _literal(self, part: Literal) -> int:
        literal = (self.copies.other if part.of_more else self.copies.one)[part.atom]
        return literal if part.holds else -literal

    def _known(self) -> Iterator[int]:
        """Literals of which the fewest are to hold where less is said: known answers, and each option ticked."""
        circuit, one = self.circuit, self.copies.one
        for key in self.copies.questions:
            unknown = circuit.index[key, UNKNOWN]
            yield -one[unknown]
            if circuit.kb.questions[key].type == "many":
                yield from (one[atom] for atom in circuit.inputs[key] if atom != unknown)


class PairsInClauses:
    """The two copies as clauses, asked of CaDiCaL: the circuit itself says less, and a copy that is added says more."""

    def __init__(self, circuit: Circuit, promise: Promise, targets: list[int]):
        # Clauses of their own: those of all circuits that were copied before would be dragged along.
        clauses = self.clauses = Clauses(circuit)
        inputs = [atom for more in promise.more for atom in circuit.inputs[more.question]]
        gates = cone(circuit, targets)[0]
        touched = downstream(gates, inputs)
        self.copy = clauses.copy([gate for gate in gates if gate.atom in touched], inputs)
        # For each question, that its answer may differ; then the copy says more there.
        self.may_differ = {more.question: clauses.new_variable() for more in promise.more}
        for more in promise.more:
            atoms, differs = circuit.inputs[more.question], self.may_differ[more.question]
            clauses.add_answer(circuit.kb.questions[more.question], [self.copy[atom] for atom in atoms])
            for atom in atoms:
                clauses.add(differs, -(atom + 1), self.copy[atom])
                clauses.add(differs, atom + 1, -self.copy[atom])
            for clause in says_more_clauses(circuit, more):
                clauses.add(-differs, *map(self._variable, clause))
        self.further_back = clauses.new_variable()
        ways = []
        for less, other, holds in goes_back_ways(circuit, promise):
            ways.append(clauses.new_variable())
            clauses.add(-ways[-1], less + 1)
            clauses.add(-ways[-1], self._variable(Literal(other, True, holds)))
        clauses.add(-self.further_back, *ways)

    def decide(self, question: str, deadline: float) -> str:
        """What CaDiCaL says of sheets that differ in the answer to this question."""
        differ = (literal if key == question else -literal for key, literal in self.may_differ.items())
        return self.clauses.decide([self.further_back, *differ], deadline)

    def _variable(self, part: Literal) -> int:
        variable = self.copy.get(part.atom, part.atom + 1) if part.of_more else part.atom + 1
        return variable if part.holds else -variable
