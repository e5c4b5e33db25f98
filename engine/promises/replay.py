"""A promise read directly on one consultation, with no circuit in between: shows that a witness is real."""

from milepost.engine.consulting.consult import Consultant, Consultation
from milepost.engine.meaning.holding import condition_holds
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, StepContact, Test
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import CONTACT, NO_CONTACT, above, contact_degree
from milepost.engine.promises.formula import fits
from milepost.engine.promises.methods import Disagreement
from milepost.engine.promises.verdict import Broken


def replayed(consultant: Consultant, verdict: Broken) -> Consultation:
    """The consultation for the witness of a broken promise, through experta.

    Raises Disagreement if it breaks nothing there.
    """
    kb = consultant.kb
    consultation = consultant.consult(verdict.witness)
    conclusion = consultation.conclusion
    if verdict.question:
        known = [openness(kb, consultant.consult(other).conclusion) for other in verdict.others]
        real = openness(kb, conclusion) > max(known)
    else:
        real = breaks(kb, kb.promises[verdict.promise], verdict.witness, conclusion)
    if not real:
        raise Disagreement(f"the witness against the promise `{verdict.promise}` does not break it when replayed")
    return consultation


def breaks(kb: KnowledgeBase, promise: Promise, sheet: Sheet, conclusion: Conclusion) -> bool:
    """Does this consultation break the promise? Not for promises about unknown answers; see `openness`."""
    if not holds(kb, promise.given, sheet, conclusion):
        return False
    if promise.never is not None:
        return holds(kb, promise.never, sheet, conclusion)
    assert promise.always is not None, "a promise about one sheet says either never or always"
    return not holds(kb, promise.always, sheet, conclusion)


def openness(kb: KnowledgeBase, conclusion: Conclusion) -> int:
    """How far the step or any line shown goes towards the other person, as a degree of contact."""
    step = kb.steps[conclusion.step].contact if conclusion.step else NO_CONTACT
    return max(map(contact_degree, (step, *(kb.advice[id].contact for id in conclusion.advice))))


def holds(kb: KnowledgeBase, claim: Claim, sheet: Sheet, conclusion: Conclusion) -> bool:
    """Does a claim hold for a sheet and what was concluded from it?"""
    match claim:
        case All(parts):
            return all(holds(kb, part, sheet, conclusion) for part in parts)
        case Any(parts):
            return any(holds(kb, part, sheet, conclusion) for part in parts)
        case StepContact():
            return bool(conclusion.step) and above(kb.steps[conclusion.step].contact, claim.above)
        case Lines():
            shown = [kb.advice[id] for id in conclusion.advice if fits(kb.advice[id], claim)]
            if claim.above == ABOVE_STEP:
                step = kb.steps[conclusion.step].contact if conclusion.step else CONTACT[-1]
                return any(above(line.contact, step) for line in shown)
            return bool(shown)
        case Test():
            return condition_holds(kb, claim, sheet, conclusion)
