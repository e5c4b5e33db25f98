"""What differs in the circuit of a mutant: only those gates are compiled again, and only what follows from them."""

from collections.abc import Iterator

import msgspec

from milepost.engine.circuit.compile import PART, SHOWN, Circuit
from milepost.engine.circuit.gates import Conjunctions, Gate
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, NoneOf, StepContact, Test, Told
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import Step, within
from milepost.engine.promises.formula import PromiseCompiler, fits


class Changed(msgspec.Struct, frozen=True):
    """`gates`, in order, are those that a mutant has for itself: those that differ, and all that can follow from them.

    Their atoms are those of the whole circuit; parts of their own have numbers from `new` on, up to `atoms`.
    """

    gates: tuple[Gate, ...]
    new: int
    atoms: int


class Compiled:
    """A knowledge base compiled with its promises, and the mutants of it."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.compiler = PromiseCompiler(kb)
        self.circuit: Circuit = self.compiler.circuit()
        self.place = {gate.atom: n for n, gate in enumerate(self.circuit.gates)}
        self._users: dict[int, list[Gate]] = {}
        for gate in self.circuit.gates:
            for atom in {abs(literal) - 1 for way in gate.any_of for literal in way}:
                self._users.setdefault(atom, []).append(gate)

    def changed(self, mutated: KnowledgeBase) -> Changed:
        """Return how the circuit of a mutant differs; without gates where it does not."""
        again = _Again(self, mutated)
        again.compile()
        places = {gate.atom: gate for gate in again.made}
        waiting = [gate.atom for gate in again.made]
        while waiting:
            for gate in self._users.get(waiting.pop(), ()):
                if gate.atom not in places:
                    places[gate.atom] = gate
                    waiting.append(gate.atom)
        new, order, parts = len(self.circuit.names), [], []
        for gate in again.made:  # a part comes right before the first gate that looks at it
            if gate.atom >= new:
                parts.append(gate)
            else:
                order.append((self.place[gate.atom], [*parts, gate]))
                parts = []
        made = {gate.atom for gate in again.made}
        order += [(self.place[atom], [gate]) for atom, gate in places.items() if atom not in made]
        gates = tuple(gate for _, group in sorted(order, key=lambda item: item[0]) for gate in group)
        return Changed(gates, new, len(again.names))

    def circuit_of(self, changed: Changed, mutated: KnowledgeBase) -> Circuit:
        """Return the whole circuit of a mutant; parts of its own have names without meaning."""
        own = {gate.atom: gate for gate in (*self.circuit.gates, *changed.gates)}
        parts = {atom for atom in own if atom >= changed.new or self.circuit.names[atom][0] == PART}
        made: dict[int, Gate] = {}

        def put(atom: int) -> None:
            # A part may stand further down in the whole than where a mutant looks at it.
            for below in {abs(literal) - 1 for way in own[atom].any_of for literal in way} & parts - made.keys():
                put(below)
            made.setdefault(atom, own[atom])

        for gate in self.circuit.gates:
            put(gate.atom)
        names = (*self.circuit.names, *((PART, f"of the mutant {n}") for n in range(changed.new, changed.atoms)))
        index = self.circuit.index
        safety = tuple(index[SHOWN, line.id] for line in mutated.advice.values() if line.safety)
        return Circuit(mutated, names, index, self.circuit.inputs, tuple(made.values()), safety)


class _Again(PromiseCompiler):
    """Compiles again those entries of a mutant that are not those of the whole."""

    def __init__(self, whole: Compiled, mutated: KnowledgeBase):
        super().__init__(mutated)
        self.whole, self.before = whole.compiler, whole.kb
        self.gate_of = whole.circuit.gate_of
        self.inputs, self.index = whole.compiler.inputs, dict(whole.compiler.index)
        self.names, self.shared = list(whole.compiler.names), dict(whole.compiler.shared)
        self.made: list[Gate] = []

    def compile(self) -> None:
        """Compile all gates that may differ, in order; `made` has those that do."""
        kb, before = self.kb, self.before
        differing = {rule.finding: rule for rule in kb.rules.values() if rule is not before.rules[rule.id]}
        for finding in kb.settled.values():
            if rule := differing.get(finding.key):
                self.add_rule(rule)
                if rule.value != before.rules[rule.id].value:
                    self.add_argued(finding)
            if finding is not before.settled[finding.key]:
                self.add_values(finding)
        lines = [(before.advice[id], line) for id, line in kb.advice.items() if line is not before.advice[id]]
        cards = [(before.steps[key], card) for key, card in kb.steps.items() if card is not before.steps[key]]
        for _, line in lines:
            self.add_condition(line)
        if lines or cards:
            for promise in kb.promises.values():
                if any(_tells_apart(claim, lines, cards) for claim in _claims(promise)):
                    self.add_promise(promise)
            if _moved(lines, cards):
                self.add_contact()
            if any(old.ends_interview != new.ends_interview for old, new in cards):
                self.add_ends()

    def gate(self, kind: str, name: str, any_of: Conjunctions) -> int:
        """Add a gate, if it is not there as it is; returns its number."""
        if kind == PART:
            atom = super().gate(kind, name, any_of)
            self.made.append(self.gates[-1])
            return atom
        atom = self.index[kind, name]
        if any_of != self.gate_of[atom].any_of:
            self.made.append(Gate(atom, any_of))
        return atom

    def _test(self, test: Test) -> Conjunctions:
        # In the states of the whole, so that a swapped number cuts nothing else.
        return self.whole._test(test)


def _claims(promise: Promise) -> Iterator[Claim]:
    waiting = [claim for claim in (promise.given, promise.never, promise.always) if claim is not None]
    while waiting:
        claim = waiting.pop()
        if isinstance(claim, All | Any | NoneOf):
            waiting += claim.parts
        elif isinstance(claim, Told):
            waiting.append(claim.case)
        else:
            yield claim


def _tells_apart(claim: Claim, lines: list[tuple[Advice, Advice]], cards: list[tuple[Step, Step]]) -> bool:
    """Does a claim read otherwise with these lines and cards than with those before?"""
    match claim:
        case Lines():
            if any(fits(old, claim) != fits(new, claim) for old, new in lines):
                return True
            return claim.above == ABOVE_STEP and _moved(lines, cards)
        case StepContact():
            bounds = claim.above, claim.up_to
            return any(within(old.contact, *bounds) != within(new.contact, *bounds) for old, new in cards)
    return False


def _moved(lines: list[tuple[Advice, Advice]], cards: list[tuple[Step, Step]]) -> bool:
    """Has the contact of one of these changed?"""
    return any(old.contact != new.contact for old, new in lines) or any(o.contact != n.contact for o, n in cards)
