"""Saying more never leads further back: sheets that differ in the answer to one question, compared.

Two copies of the circuit side by side share what the question cannot touch (self-composition: Barthe, D'Argenio and
Rezk, 2004). On one of them its answer says more. Each solver is given the copies in its own way.
"""

from collections.abc import Iterator

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import part
from milepost.engine.model.promise import Promise
from milepost.engine.promises.exhaustive import led_back_by_more
from milepost.engine.promises.less_and_more import Literal, goes_back_ways, says_more_clauses
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copies
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
                self.copies.prefer_simple(rules)

    def decide(self, question: str, deadline: float) -> Comparison:
        """What clingo says of sheets that differ in the answer to this question, with two where there are some."""
        assumed = [literal if key == question else -literal for key, literal in self.copies.may_differ.items()]
        return Comparison.of(question, *self.copies.decide(deadline, assumed))

    def _literal(self, part: Literal) -> int:
        literal = (self.copies.other if part.of_more else self.copies.one)[part.atom]
        return literal if part.holds else -literal


class PairsInClauses:
    """The two copies as clauses, asked of CaDiCaL: the circuit itself says less, and a copy that is added says more."""

    def __init__(self, circuit: Circuit, promise: Promise, targets: list[int]):
        # Clauses of their own: those of all circuits that were copied before would be dragged along.
        rules = part(circuit, targets)
        clauses = self.clauses = Clauses(rules)
        questions = [more.question for more in promise.more]
        self.copy, self.may_differ = clauses.second_sheet(rules.gates, questions)
        clauses.follow(rules.gates, self.copy, self.may_differ)
        for more in promise.more:  # where its answer may differ, the copy says more
            for clause in says_more_clauses(circuit, more):
                clauses.add(-self.may_differ[more.question], *map(self._variable, clause))
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
