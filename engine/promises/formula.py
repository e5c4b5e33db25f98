"""Promises as gates of the circuit, so that every reading of the rules can decide them.

(GIVEN, id) holds where the case of a promise is met, (BROKEN, id) where the promise is broken, (OPEN, level) where the
step or a line shown goes further towards the other person than none, reply, ..., (FURTHER, level) where the step does,
(LATER, n) where it stands in the stage with this number or a later one, and (ENDS, STEP) where it ends the interview.
"""

from collections.abc import Collection
from itertools import groupby

from milepost.engine.circuit.compile import ARGUED, SHOWN, Circuit, Compiler
from milepost.engine.circuit.gates import Conjunctions, Literal
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, NoneOf, StepContact, Told
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import CONTACT, STEP, above, within

GIVEN, BROKEN, OPEN, FURTHER, LATER, ENDS = "Given", "Broken", "Open", "Further", "Later", "Ends"


def fits(line: Advice, claim: Lines) -> bool:
    """Is this line of advice among those a claim is about, contact beyond the step's left aside?"""
    return (
        (not claim.ids or line.id in claim.ids)
        and (not claim.kinds or line.kind in claim.kinds)
        and (not claim.purposes or any(purpose in line.lines for purpose in claim.purposes))
        and (not claim.about or any(subject in line.about for subject in claim.about))
        and (claim.duty is None or line.duty == claim.duty)
        and (claim.safety is None or line.safety == claim.safety)
        and within(line.contact, "" if claim.above == ABOVE_STEP else claim.above, claim.up_to)
    )


def told_by(kb: KnowledgeBase, id: str) -> list[str]:
    """Return the lines that say what a line says: itself, and those that replace it."""
    return kb.kept("lines that say the same", lambda: _told_by(kb)).get(id, [])


def _told_by(kb: KnowledgeBase) -> dict[str, list[str]]:
    found = {id: [id] for id in kb.advice}
    for line in kb.advice.values():
        for id in line.replaces:
            found.setdefault(id, []).append(line.id)
    return found


def speaks_of_nothing(kb: KnowledgeBase, claim: Claim) -> bool:
    """Can a claim hold for no sheet, as no step and no line of advice is of the kind that it speaks of?

    Lines that are named may be of another kind now; to say that they stay so is not nothing.
    """
    match claim:
        case Lines():
            return not claim.ids and not any(fits(line, claim) for line in kb.advice.values())
        case StepContact():
            return not any(within(card.contact, claim.above, claim.up_to) for card in kb.steps.values())
        case All(parts):
            return any(speaks_of_nothing(kb, part) for part in parts)
        case Any(parts):
            return all(speaks_of_nothing(kb, part) for part in parts)
    return False


def promised(kb: KnowledgeBase) -> Circuit:
    """The circuit of a knowledge base with the gates of its promises at the end."""
    return PromiseCompiler(kb).circuit()


def broken_by(circuit: Circuit, promise: Promise) -> list[int]:
    """The atoms that decide if a promise is broken; for one that compares sheets, on several of them at once."""
    if promise.more:
        return list(circuit.steps.values())
    if promise.ends_within:
        return [circuit.index[GIVEN, promise.id], *circuit.steps.values()]
    return open_atoms(circuit) if promise.unknown else [circuit.index[BROKEN, promise.id]]


def open_atoms(circuit: Circuit) -> list[int]:
    """The atoms that say how far a sheet leads, least far first."""
    return [circuit.index[OPEN, level] for level in CONTACT[:-1]]


def steps_above(kb: KnowledgeBase, level: str) -> set[str]:
    """Return the steps that go further than some contact."""
    return {key for key, card in kb.steps.items() if above(card.contact, level)}


class PromiseCompiler(Compiler):
    """Compiles promises too."""

    def __init__(self, kb: KnowledgeBase):
        super().__init__(kb)
        # What was worked out for each kind of claim about lines, and for each contact of a line: promises share them.
        self._lines: dict[tuple[object, ...], Conjunctions] = {}
        self._lower: dict[str, tuple[Literal, ...]] = {}

    def circuit(self) -> Circuit:
        """Compile the whole knowledge base, and then its promises."""
        super().circuit()
        for promise in self.kb.promises.values():
            self.add_promise(promise)
        self.add_contact()
        self.add_ends()
        stages = list(self.kb.stages.values())
        for n in range(len(stages)):
            self.gate(LATER, str(n), self._one_of({step for steps in stages[n:] for step in steps}))
        return self.built()

    def add_promise(self, promise: Promise) -> None:
        """Add the gates of a promise that is about each sheet by itself."""
        if promise.unknown or promise.more:
            return
        given = self.gate(GIVEN, promise.id, self.ways(promise.given)) + 1
        if promise.ends_within:
            return
        if promise.never is not None:
            kept = -self.single(self.ways(promise.never))
        else:
            assert promise.always is not None, "a promise about one sheet says either never or always"
            kept = self.single(self.ways(promise.always))
        self.gate(BROKEN, promise.id, ((given, -kept),))

    def add_contact(self) -> None:
        """Add for each level whether the step, or a line that is shown, goes further."""
        at = self.kb.order_at
        for level in CONTACT[:-1]:
            further = self.gate(FURTHER, level, self._one_of(steps_above(self.kb, level))) + 1
            self.gate(OPEN, level, ((further,), *self.lines(Lines(at, above=level))))

    def add_ends(self) -> None:
        """Add whether the step ends the interview."""
        ending = (key for key, card in self.kb.steps.items() if card.ends_interview)
        self.gate(ENDS, STEP, tuple((self._step(key),) for key in ending))

    def ways(self, condition: Claim) -> Conjunctions:
        match condition:
            case StepContact():
                return self.steps_with(condition)
            case Lines():
                return self.lines(condition)
            case NoneOf(parts):
                return (tuple(-self.single(self.ways(part)) for part in parts),)
            case Told(id=id, case=case):
                shown = (self.literal(SHOWN, other) for other in told_by(self.kb, id))
                return ((-self.single(self.ways(case)),), *((literal,) for literal in shown))
        return super().ways(condition)

    def steps_with(self, claim: StepContact) -> Conjunctions:
        """One way for each step with such a contact."""
        cards = self.kb.steps.items()
        return tuple((self._step(key),) for key, card in cards if within(card.contact, claim.above, claim.up_to))

    def lines(self, claim: Lines) -> Conjunctions:
        """One way for each line that may be shown."""
        asked = tuple(getattr(claim, field) for field in claim.__struct_fields__ if field != "at")
        if asked not in self._lines:
            self._lines[asked] = self._ways_to_show(claim)
        return self._lines[asked]

    def _ways_to_show(self, claim: Lines) -> Conjunctions:
        ways: list[tuple[Literal, ...]] = []
        named = (self.kb.advice[id] for id in claim.ids if id in self.kb.advice)
        for line in named if claim.ids else self.kb.advice.values():
            if fits(line, claim):
                ways.append((self.literal(SHOWN, line.id), *self._lower_step(line, claim)))
        return tuple(ways)

    def _lower_step(self, line: Advice, claim: Lines) -> tuple[Literal, ...]:
        """One literal that holds where the step has less contact than a line; none where the claim does not ask."""
        if claim.above != ABOVE_STEP:
            return ()
        if line.contact not in self._lower:
            lower = [key for key, card in self.kb.steps.items() if above(line.contact, card.contact)]
            self._lower[line.contact] = (self.single(tuple((self._step(key),) for key in lower)),)
        return self._lower[line.contact]

    def _one_of(self, steps: Collection[str]) -> Conjunctions:
        """The ways in which the step is one of these: something argues for one, and for none of the others before it.

        Fewer gates than a way for each step would need, as neither looks at those of its own kind that outrank it.
        """
        step = self.kb.settled[STEP]
        ways: list[tuple[Literal, ...]] = []
        outranked: tuple[Literal, ...] = ()
        for wanted, run in groupby(step.values, steps.__contains__):
            argued = self.single(tuple((self.literal(ARGUED, f"{STEP}={key}"),) for key in run))
            if wanted:
                ways.append((argued, *(-literal for literal in outranked)))
            else:
                outranked = (self.single(tuple((literal,) for literal in (*outranked, argued))),)
        if step.otherwise in steps:  # where nothing argues for any
            ways.append(tuple(-literal for literal in outranked))
        return tuple(ways)

    def _step(self, key: str) -> Literal:
        return self.literal(STEP, key)
