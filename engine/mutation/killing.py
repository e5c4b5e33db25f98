"""What catches a mutant: a promise, a check, or an example; and what harm it may do.

Each mutant is tried on a sample of sheets first, and what that leaves open is proved. Only promises that can depend on
something that differs are looked at.
"""

from functools import cached_property

import msgspec

from milepost.engine.checks.example_fails import differences
from milepost.engine.checks.run import check
from milepost.engine.circuit.compile import RULE, SHOWN
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import OTHER
from milepost.engine.mutation.beside import Beside
from milepost.engine.mutation.changed import Changed, Compiled
from milepost.engine.mutation.comparing import Pairs, broken_by_going_on, broken_by_not_knowing
from milepost.engine.mutation.harm import (
    LONGER,
    MORE_CONTACT,
    SAFETY_STEP_GONE,
    Way,
    ways_to_another_step,
    ways_to_harm,
)
from milepost.engine.mutation.mutants import Mutant
from milepost.engine.mutation.sample import Sample
from milepost.engine.mutation.simplest import simplest
from milepost.engine.promises.formula import BROKEN

PROMISE, CHECK, EXAMPLE, NOTHING, HARMLESS = CAUGHT_BY = ("promise", "check", "example", "nothing", "harmless")


class Tried(msgspec.Struct, frozen=True):
    """A mutant, what it is `caught_by`, which promise or example that is or what the check says, and a way to harm.

    `harmless` is one that no promise catches on the sample, and that can harm nobody; nothing else is looked for then.
    """

    mutant: Mutant
    caught_by: str
    which: str = ""
    way: Way | None = None

    @property
    def slips_past(self) -> bool:
        """May it do harm, and does neither a promise nor a check catch it?"""
        return self.caught_by in (EXAMPLE, NOTHING)


class Killing:
    """Tries mutants of a knowledge base, of which all promises hold and no check finds fault."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.compiled = Compiled(kb)
        self.circuit = self.compiled.circuit
        self._sample = Sample(self.circuit)
        promises = [promise for promise in kb.promises.values() if not promise.compares]
        self._broken = {self.circuit.index[BROKEN, promise.id]: promise.id for promise in promises}
        self._another_step = ways_to_another_step(self.circuit)
        self._beside = Beside(self.circuit, self._broken)

    def tried(self, mutant: Mutant) -> Tried:
        """Return what catches a mutant."""
        mutated = mutant.kb
        changed = self.compiled.changed(mutated)
        differing = frozenset(gate.atom for gate in changed.gates)
        bits = self._sample.of(changed)
        promises = [atom for atom in self._broken if atom in differing]
        for atom in promises:
            if bits[atom]:
                return Tried(mutant, PROMISE, self._broken[atom])
        ways = list(ways_to_harm(self.circuit, mutated, differing))
        if not ways:
            return Tried(mutant, HARMLESS)
        self._beside.put(changed)
        way = self._met(ways, bits)
        if way is None:
            return Tried(mutant, HARMLESS)
        found = self._beside.one_of(Way("", (), (atom + 1,)) for atom in promises)
        if found is not None:
            return Tried(mutant, PROMISE, self._broken[promises[found]], way)
        if faults := check(mutated, outcomes=False):
            return Tried(mutant, CHECK, faults[0].problem, way)
        if promise := self._broken_by_comparing(mutated, changed, way.harm):
            return Tried(mutant, PROMISE, promise, way)
        if example := self._failing_example(mutated, bits):
            return Tried(mutant, EXAMPLE, example, way)
        return Tried(mutant, NOTHING, "", way)

    def harmed(self, tried: Tried, seconds: float = 60) -> Sheet | None:
        """Return the simplest person whom a mutant harms, or None where the time is too short to find one."""
        if tried.way is None:
            return None
        changed = self.compiled.changed(tried.mutant.kb)
        unless = self._another_step if tried.way.step_kept else []
        return simplest(self.circuit, changed, tried.way, unless, seconds)

    def _met(self, ways: list[Way], bits: list[int]) -> Way | None:
        """A way to harm that is met on some sheet."""
        another = 0
        for way in self._another_step:
            another |= self._sample.met(way, bits)
        for way in ways:
            if self._sample.met(way, bits) & ~(another if way.step_kept else 0):
                return way
        found = self._beside.one_of(ways, unless=self._another_step)
        return None if found is None else ways[found]

    def _broken_by_comparing(self, mutated: KnowledgeBase, changed: Changed, harm: str) -> str:
        """A promise that compares sheets, and can see such a harm, that is broken now; empty if there is none."""
        promises = mutated.promises.values()
        broken = self._pairs.broken(changed) if harm == MORE_CONTACT else None
        if broken is None and harm in (MORE_CONTACT, SAFETY_STEP_GONE, LONGER):
            circuit = self.compiled.circuit_of(changed, mutated)
            if harm == MORE_CONTACT:
                broken = broken_by_not_knowing(circuit, [p for p in promises if p.unknown == OTHER])
            else:
                broken = broken_by_going_on(circuit, [p for p in promises if p.ends_within])
        return broken.id if broken else ""

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self.circuit)

    def _failing_example(self, mutated: KnowledgeBase, bits: list[int]) -> str:
        """An example that does not come out as it says any more; empty if there is none."""
        differs = {atom: bits[atom] ^ self._sample.whole[atom] for atom in (*self._decided, *self._shown.values())}
        decided = 0
        for atom in self._decided:
            decided |= differs[atom]
        for place, example in enumerate(self.kb.examples.values()):
            lines = (self._shown[id] for id in (*example.shows, *example.never) if id in self._shown)
            if (decided >> place | any(differs[atom] >> place & 1 for atom in lines)) & 1:
                held = [vector >> place & 1 for vector in bits[: len(self.circuit.names)]]
                if next(differences(mutated, example, self.circuit.conclusions.of(held)), None):
                    return example.id
        return ""

    @cached_property
    def _decided(self) -> list[int]:
        """The atoms of the steps, and of the rules that argue for one."""
        rules = (self.circuit.index[RULE, rule.id] for rule in self.kb.step_rules)
        return [*self.circuit.steps.values(), *rules]

    @cached_property
    def _shown(self) -> dict[str, int]:
        return {id: self.circuit.index[SHOWN, id] for id in self.kb.advice}
