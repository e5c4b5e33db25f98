"""Two sheets that differ in the answer to one question, compared: the other one must not be worse.

Where a guard question is left open, the other sheet answers it, and must open as much; where one says more, it must not
lead further back. Two copies of the circuit side by side share what the question cannot touch (self-composition:
Barthe, D'Argenio and Rezk, 2004). Each solver is given the copies in its own way.
"""

from collections.abc import Callable, Iterator

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import lean_part
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import UNKNOWN
from milepost.engine.promises.differing import Contact
from milepost.engine.promises.exhaustive import led_back_by_more, opened_by_not_knowing
from milepost.engine.promises.less_and_more import Clause, Literal, goes_back_ways, says_more_clauses
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copies
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE


class TwoSheets(msgspec.Struct, frozen=True):
    """What a promise says of two sheets.

    `differ` has, for each question in whose answer they may differ, the clauses that hold if they do so as the promise
    has it; `worse` are the ways to break it, an atom that holds on the one sheet and one that on the other does not, or
    (where the last is true) does. `looked_at` says of a question whether looking at every sheet finds two.
    """

    circuit: Circuit
    differ: dict[str, list[Clause]]
    worse: list[tuple[int, int, bool]]
    looked_at: Callable[[str, float], bool | None]

    @property
    def targets(self) -> list[int]:
        """The atoms that decide whether the other sheet is worse."""
        return [atom for one, other, _ in self.worse for atom in (one, other)]


def saying_more(circuit: Circuit, promise: Promise) -> TwoSheets:
    """Return what a promise says of a sheet, and one that says more."""
    rules = lean_part(circuit, {atom for one, other, _ in goes_back_ways(circuit, promise) for atom in (one, other)})
    more = {more.question: more for more in promise.more}
    return TwoSheets(
        rules,
        {key: list(says_more_clauses(rules, each)) for key, each in more.items()},
        list(goes_back_ways(rules, promise)),
        lambda key, deadline: led_back_by_more(circuit, promise, more[key], deadline),
    )


def guarding(circuit: Circuit, promise: Promise) -> TwoSheets:
    """Return what a promise says of a sheet that leaves a guard question open, and one with any known answer to it."""
    contact = Contact(circuit)
    rules = contact.circuit
    questions = {question.key: question for question in filter(promise.asks_of, circuit.kb.questions.values())}

    def looked_at(key: str, deadline: float) -> bool | None:
        return opened_by_not_knowing(rules, questions[key], contact.opened_by(rules.inputs[key]), True, deadline)

    unknown = {key: rules.index[key, UNKNOWN] for key in questions}
    return TwoSheets(
        rules,
        {key: [(Literal(atom, False),), (Literal(atom, True, False),)] for key, atom in unknown.items()},
        [(atom, atom, False) for atom in contact.opens],
        looked_at,
    )


def compared(promise: str, pairs: TwoSheets, deadline: float) -> Iterator[Comparison]:
    """Look, for each question, for two sheets that break a promise.

    Raises Disagreement if the methods do not agree.
    """
    in_program, in_clauses = PairsInProgram(pairs), PairsInClauses(pairs)
    for question in pairs.differ:
        if question not in in_program.may_differ:
            yield Comparison(question, HOLDS_NOWHERE, touches=False)
            continue
        by_clingo = in_program.decide(question, deadline)
        found = {CLINGO: by_clingo.status, CADICAL: in_clauses.decide(question, deadline)}
        looked = pairs.looked_at(question, deadline)
        if looked is not None:
            found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
        together = agreed(promise, found)
        best = by_clingo
        if together.status == FOUND:
            simplest = PairsInProgram(pairs, simplest=True).decide(question, deadline)
            best = simplest if simplest.status == FOUND else by_clingo
        yield msgspec.structs.replace(best, status=together.status, methods=together.methods)


class PairsInProgram:
    """The two copies as an answer set program, asked of clingo."""

    def __init__(self, pairs: TwoSheets, simplest: bool = False):
        self.copies = Copies(pairs.circuit, pairs.targets, pairs.differ)
        with self.copies.program.add() as rules:
            for question, may_differ in self.may_differ.items():
                for clause in pairs.differ[question]:
                    rules.never(may_differ, *(-self._literal(part) for part in clause))
            is_worse = rules.atom()
            for one, other, holds in pairs.worse:
                rules.rule(is_worse, self.copies.one[one], self.copies.other[other] * (1 if holds else -1))
            rules.never(-is_worse)
            if simplest:
                self.copies.prefer_simple(rules)

    @property
    def may_differ(self) -> dict[str, int]:
        """For each question that matters, the literal of "its answer may differ"."""
        return self.copies.may_differ

    def decide(self, question: str, deadline: float) -> Comparison:
        """What clingo says of sheets that differ in the answer to this question, with two where there are some."""
        assumed = [literal if key == question else -literal for key, literal in self.may_differ.items()]
        return Comparison.of(question, *self.copies.decide(deadline, assumed))

    def _literal(self, part: Literal) -> int:
        literal = (self.copies.other if part.of_more else self.copies.one)[part.atom]
        return literal if part.holds else -literal


class PairsInClauses:
    """The two copies as clauses, asked of CaDiCaL: the circuit itself is the one sheet, and a copy is the other."""

    def __init__(self, pairs: TwoSheets):
        gates = pairs.circuit.gates
        clauses = self.clauses = Clauses(pairs.circuit)
        self.copy, self.may_differ = clauses.second_sheet(gates, pairs.differ)
        clauses.follow(gates, self.copy, self.may_differ)
        for question, may_differ in self.may_differ.items():
            for clause in pairs.differ[question]:
                clauses.add(-may_differ, *map(self._variable, clause))
        self.is_worse = clauses.new_variable()
        ways = []
        for one, other, holds in pairs.worse:
            ways.append(clauses.new_variable())
            clauses.add(-ways[-1], one + 1)
            clauses.add(-ways[-1], self._variable(Literal(other, True, holds)))
        clauses.add(-self.is_worse, *ways)

    def decide(self, question: str, deadline: float) -> str:
        """What CaDiCaL says of sheets that differ in the answer to this question."""
        differ = (literal if key == question else -literal for key, literal in self.may_differ.items())
        return self.clauses.decide([self.is_worse, *differ], deadline)

    def _variable(self, part: Literal) -> int:
        variable = self.copy.get(part.atom, part.atom + 1) if part.of_more else part.atom + 1
        return variable if part.holds else -variable
