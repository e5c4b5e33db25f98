"""Pairs of sheets that differ in one answer, as a mutant reads them: is a promise that compares sheets broken?

Promises on guard questions and on saying more are asked of CaDiCaL all at once, in two copies of the mutant beside two
of the whole, of which it is known that none of them is broken. Other questions take a copy for each answer, and are
asked where nothing else has caught a mutant.
"""

import time
from collections.abc import Iterable, Iterator

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import part
from milepost.engine.circuit.gates import Literal
from milepost.engine.model.promise import GUARD, Promise
from milepost.engine.model.question import UNKNOWN
from milepost.engine.mutation.beside import AT_ONCE, SECONDS
from milepost.engine.mutation.changed import Changed
from milepost.engine.promises import ending
from milepost.engine.promises.formula import open_atoms
from milepost.engine.promises.less_and_more import goes_back_ways, says_more_clauses
from milepost.engine.promises.not_knowing import NotKnowing
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND

# Two sheets, in the order of a promise: that which does not know or says less, and the other.
Pair = tuple[dict[int, Literal], dict[int, Literal]]


class Pairs:
    """The whole on two sheets that differ in the answer to one question, to which mutants are put."""

    def __init__(self, circuit: Circuit):
        self.circuit = circuit
        promises = circuit.kb.promises.values()
        self._guards = [
            (p, q.key) for p in promises if p.unknown == GUARD for q in circuit.kb.questions.values() if p.asks_of(q)
        ]
        self._more = [(p, more) for p in promises for more in p.more]
        self.promises = {p.id: p for p in promises if p.unknown == GUARD or p.more}
        targets = {
            *open_atoms(circuit),
            *(atom for p, _ in self._more for a, b, _ in goes_back_ways(circuit, p) for atom in (a, b)),
        }
        self._part = part(circuit, targets)
        self._keys = [
            key
            for key in circuit.inputs
            if key in {key for _, key in self._guards} | {m.question for _, m in self._more}
        ]
        self._cone = {gate.atom for gate in self._part.gates}
        self._begin()

    def broken(self, changed: Changed) -> Promise | None:
        """Return a promise on guards or on saying more that a mutant breaks; None if there is none."""
        if self._clauses.variables > AT_ONCE * self._variables:
            self._begin()
        gates = [gate for gate in changed.gates if gate.atom in self._cone or gate.atom >= changed.new]
        one = self._clauses.copy(gates, ())
        other = self._clauses.copy(gates, (), self._copy)
        ways = list(self._ways((one, {**self._copy, **other})))
        some = self._clauses.new_variable()
        self._clauses.add(-some, *(variable for _, variable in ways))
        if self._clauses.decide([some], time.process_time() + SECONDS) != FOUND:
            return None
        held = self._clauses.model()
        return next(promise for promise, variable in ways if variable in held)

    def _begin(self) -> None:
        circuit, clauses = self.circuit, Clauses(self._part)
        self._clauses = clauses
        self._copy, differs = clauses.second_sheet(self._part.gates, self._keys)
        clauses.add_one_at_most(list(differs.values()))
        # Where one of these holds, the two sheets are a pair that a promise is about.
        self._met: dict[tuple[str, str], Literal] = {}
        for promise, key in self._guards:
            met, unknown = self._meet(promise, key), circuit.index[key, UNKNOWN]
            for literal in (differs[key], unknown + 1, -self._copy[unknown]):
                clauses.add(-met, literal)
        for promise, more in self._more:
            met = self._meet(promise, more.question)
            clauses.add(-met, differs[more.question])
            for clause in says_more_clauses(circuit, more):
                said = ((self._copy[p.atom] if p.of_more else p.atom + 1) * (1 if p.holds else -1) for p in clause)
                clauses.add(-met, *said)
        self._variables = clauses.variables
        for _, variable in list(self._ways(({}, self._copy))):
            clauses.add(-variable)

    def _meet(self, promise: Promise, key: str) -> Literal:
        self._met[promise.id, key] = self._clauses.new_variable()
        return self._met[promise.id, key]

    def _ways(self, pair: Pair) -> Iterator[tuple[Promise, Literal]]:
        """Yield each way to break a promise on a pair, as a variable that holds only there."""
        for promise in self.promises.values():
            met = [variable for (id, _), variable in self._met.items() if id == promise.id]
            opens = [(atom, atom, False) for atom in open_atoms(self.circuit)]
            for one, other, holds in opens if promise.unknown else goes_back_ways(self.circuit, promise):
                variable = self._clauses.new_variable()
                self._clauses.add(-variable, *met)
                self._clauses.add(-variable, pair[0].get(one, one + 1))
                there = pair[1].get(other, other + 1)
                self._clauses.add(-variable, there if holds else -there)
                yield promise, variable


def broken_by_not_knowing(circuit: Circuit, promises: Iterable[Promise]) -> Promise | None:
    """Return a promise on not knowing that the circuit of a mutant breaks; None if there is none."""
    deadline = time.process_time() + SECONDS
    for promise in promises:
        found, _ = NotKnowing(circuit, filter(promise.asks_of, circuit.kb.questions.values())).by_cadical(deadline)
        if any(each.status == FOUND for each in found.values()):
            return promise
    return None


def broken_by_going_on(circuit: Circuit, promises: Iterable[Promise]) -> Promise | None:
    """Return a promise on the end of the interview that the circuit of a mutant breaks; None if there is none.

    A case that never comes about any more breaks nothing, though the proof would refuse the promise as saying nothing.
    """
    deadline = time.process_time() + SECONDS
    return next((promise for promise in promises if ending.in_clauses(promise, circuit, deadline) == FOUND), None)
