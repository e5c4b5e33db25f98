"""What a promise says before anything is known: whatever is answered, concluded and shown, and whatever the cards say.

A promise that cannot be broken even there says nothing: its `never` cannot hold in its case, or its `always` cannot
fail.
"""

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Literal
from milepost.engine.meaning.holding import ways
from milepost.engine.meaning.operators import Way
from milepost.engine.model.condition import All, Any, Claim, Lines, NoneOf, StepContact, Test, Told
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import CONTACT, within
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import HOLDS_NOWHERE


class Unruled:
    """Claims over answers, and over findings, steps and lines that no rule and no card binds.

    A finding has one value at most, a step one contact, and of which kind the lines shown are is free.
    """

    def __init__(self, circuit: Circuit):
        self.circuit = circuit
        self.clauses = Clauses(msgspec.structs.replace(circuit, gates=()))
        for key, finding in circuit.kb.settled.items():
            self.clauses.add_one_at_most([circuit.index[key, value] + 1 for value in finding.values])
        self.contact = {level: self.clauses.new_variable() for level in CONTACT}
        self.clauses.add_exactly_one(list(self.contact.values()))
        self.shown: dict[Lines, Literal] = {}

    def says_nothing(self, promise: Promise, deadline: float) -> bool:
        """Can a promise about each sheet by itself not be broken at all?"""
        met = [self._variable(promise.given)]
        met += [self._variable(promise.never)] if promise.never is not None else []
        met += [-self._variable(promise.always)] if promise.always is not None else []
        return self.clauses.decide(met, deadline) == HOLDS_NOWHERE

    def _variable(self, claim: Claim) -> Literal:
        """A variable that holds exactly if a claim does."""
        if isinstance(claim, Lines):
            alike = msgspec.structs.replace(claim, at=self.circuit.kb.order_at)
            if alike not in self.shown:
                self.shown[alike] = self.clauses.new_variable()
            return self.shown[alike]
        variable = self.clauses.new_variable()
        match claim:
            case All(parts):
                self.clauses.define(variable, (tuple(map(self._variable, parts)),))
            case Any(parts):
                self.clauses.define(variable, tuple((self._variable(part),) for part in parts))
            case NoneOf(parts):
                self.clauses.define(variable, (tuple(-self._variable(part) for part in parts),))
            case StepContact(above=lower, up_to=upper):
                levels = (held for level, held in self.contact.items() if within(level, lower, upper))
                self.clauses.define(variable, tuple((held,) for held in levels))
            case Told(case=case):
                self.clauses.define(variable, ((-self._variable(case),), (self.clauses.new_variable(),)))
            case Test():
                met = ways(self.circuit.kb, claim)
                self.clauses.define(variable, tuple(self._literals(claim.fact, way) for way in met))
        return variable

    def _literals(self, fact: str, way: Way) -> tuple[Literal, ...]:
        atoms = ((self.circuit.index[fact, state] + 1, wanted) for state, wanted in way)
        return tuple(variable if wanted else -variable for variable, wanted in atoms)
