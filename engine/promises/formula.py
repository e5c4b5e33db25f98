"""Promises as gates of the circuit, so that every reading of the rules can decide them.

(GIVEN, id) holds where the case of a promise is met, (BROKEN, id) where the promise is broken, (OPEN, level) where the
step or a line shown goes further towards the other person than none, reply, ..., (FURTHER, level) where the step does,
and (LATER, n) where it stands in the stage with this number or a later one.
"""

from milepost.engine.circuit.compile import SHOWN, Circuit, Compiler
from milepost.engine.circuit.gates import Conjunctions, Literal
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, StepContact
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import CONTACT, STEP, above

GIVEN, BROKEN, OPEN, FURTHER, LATER = "Given", "Broken", "Open", "Further", "Later"


def fits(line: Advice, claim: Lines) -> bool:
    """Is this line of advice among those a claim is about, contact beyond the step's left aside?"""
    return (
        (not claim.ids or line.id in claim.ids)
        and (not claim.kinds or line.kind in claim.kinds)
        and (not claim.purposes or any(purpose in line.lines for purpose in claim.purposes))
        and (not claim.about or any(subject in line.about for subject in claim.about))
        and (claim.duty is None or line.duty == claim.duty)
        and (claim.safety is None or line.safety == claim.safety)
        and (claim.above in ("", ABOVE_STEP) or above(line.contact, claim.above))
    )


def speaks_of_nothing(kb: KnowledgeBase, claim: Claim) -> bool:
    """Can a claim hold for no sheet, as no step and no line of advice is of the kind that it speaks of?"""
    match claim:
        case Lines():
            return not any(fits(line, claim) for line in kb.advice.values())
        case StepContact():
            return not any(above(card.contact, claim.above) for card in kb.steps.values())
        case All(parts):
            return any(speaks_of_nothing(kb, part) for part in parts)
        case Any(parts):
            return all(speaks_of_nothing(kb, part) for part in parts)
    return False


def promised(kb: KnowledgeBase) -> Circuit:
    """The circuit of a knowledge base with the gates of its promises at the end."""
    compiler = _WithPromises(kb)
    compiler.circuit()
    for promise in kb.promises.values():
        if promise.compares:
            continue
        given = compiler.gate(GIVEN, promise.id, compiler.ways(promise.given)) + 1
        if promise.never is not None:
            kept = -compiler.single(compiler.ways(promise.never))
        else:
            assert promise.always is not None, "a promise about one sheet says either never or always"
            kept = compiler.single(compiler.ways(promise.always))
        compiler.gate(BROKEN, promise.id, ((given, -kept),))
    for level in CONTACT[:-1]:
        compiler.gate(OPEN, level, (*compiler.steps_above(level), *compiler.lines(Lines(kb.order_at, above=level))))
    for level in CONTACT[:-1]:
        compiler.gate(FURTHER, level, compiler.steps_above(level))
    stages = list(kb.stages.values())
    for n in range(len(stages)):
        later = (step for steps in stages[n:] for step in steps)
        compiler.gate(LATER, str(n), tuple((compiler.literal(STEP, step),) for step in later))
    return compiler.built()


def broken_by(circuit: Circuit, promise: Promise) -> list[int]:
    """The atoms that decide if a promise is broken; for one that compares sheets, on several of them at once."""
    if promise.more:
        return list(circuit.steps.values())
    return open_atoms(circuit) if promise.unknown else [circuit.index[BROKEN, promise.id]]


def open_atoms(circuit: Circuit) -> list[int]:
    """The atoms that say how far a sheet leads, least far first."""
    return [circuit.index[OPEN, level] for level in CONTACT[:-1]]


class _WithPromises(Compiler):
    """Compiles the claims of promises too."""

    def ways(self, condition: Claim) -> Conjunctions:
        match condition:
            case StepContact():
                return self.steps_above(condition.above)
            case Lines():
                return self.lines(condition)
        return super().ways(condition)

    def steps_above(self, level: str) -> Conjunctions:
        """One way for each step whose contact exceeds a level."""
        return tuple((self._step(key),) for key, card in self.kb.steps.items() if above(card.contact, level))

    def lines(self, claim: Lines) -> Conjunctions:
        """One way for each line that may be shown; beyond the step's contact, one with each step that has less."""
        ways: list[tuple[Literal, ...]] = []
        for line in self.kb.advice.values():
            if fits(line, claim):
                shown = self.literal(SHOWN, line.id)
                if claim.above == ABOVE_STEP:
                    ways += [(shown, self._step(key)) for key in self._steps_below(line.contact)]
                else:
                    ways.append((shown,))
        return tuple(ways)

    def _steps_below(self, level: str) -> list[str]:
        return [key for key, card in self.kb.steps.items() if above(level, card.contact)]

    def _step(self, key: str) -> Literal:
        return self.literal(STEP, key)
