"""A promise read directly on one consultation, with no circuit in between: shows that a witness is real."""

from milepost.engine.consulting.consult import Consultant, Consultation
from milepost.engine.meaning.holding import some_way_fits, ways
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, NoneOf, StepContact, Test, Told
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import More, Promise
from milepost.engine.model.step import CONTACT, NO_CONTACT, STEP, above, contact_degree, within
from milepost.engine.promises.ending import asked_first
from milepost.engine.promises.formula import fits, told_by
from milepost.engine.promises.less_and_more import goes_back, says_more
from milepost.engine.promises.methods import Disagreement
from milepost.engine.promises.verdict import Broken

# A sheet, and what was concluded from it.
Concluded = tuple[Sheet, Conclusion]


def replayed(consultant: Consultant, verdict: Broken) -> Consultation:
    """The consultation for the witness of a broken promise, through experta.

    Raises Disagreement if it breaks nothing there.
    """
    kb = consultant.kb
    consultation = consultant.consult(verdict.witness)
    conclusion = consultation.conclusion
    promise = kb.promises[verdict.promise]
    if promise.more:
        less, other = ((sheet, consultant.consult(sheet).conclusion) for sheet in (verdict.witness, *verdict.others))
        real = any(
            led_back(kb, promise, more, less, other) for more in promise.more if more.question == verdict.question
        )
    elif promise.ends_within:
        (later,) = verdict.others
        first = asked_first(kb, promise.ends_within)
        same = all(verdict.witness.answers[key] == later.answers[key] for key in first)
        ends = bool(conclusion.step) and kb.steps[conclusion.step].ends_interview
        goes_on = not ends or consultant.consult(later).conclusion.step != conclusion.step
        real = same and goes_on and holds(kb, promise.given, verdict.witness, conclusion)
    elif promise.unknown:
        known = [openness(kb, consultant.consult(other).conclusion) for other in verdict.others]
        real = openness(kb, conclusion) > max(known)
    else:
        real = breaks(kb, promise, verdict.witness, conclusion)
    if not real:
        raise Disagreement(f"the witness against the promise `{verdict.promise}` does not break it when replayed")
    return consultation


def breaks(kb: KnowledgeBase, promise: Promise, sheet: Sheet, conclusion: Conclusion) -> bool:
    """Does this consultation break the promise? Not for promises that compare sheets; see `openness` and `led_back`."""
    if not holds(kb, promise.given, sheet, conclusion):
        return False
    if promise.never is not None:
        return holds(kb, promise.never, sheet, conclusion)
    assert promise.always is not None, "a promise about one sheet says either never or always"
    return not holds(kb, promise.always, sheet, conclusion)


def led_back(kb: KnowledgeBase, promise: Promise, more: More, less: Concluded, other: Concluded) -> bool:
    """Does the other sheet say more than the first, only in its answer to one question, and lead further back?"""
    question = kb.questions[more.question]
    held = [states_held(kb, question, sheet) for sheet, _ in (less, other)]
    return (
        other[0] == less[0].with_answer(question.key, other[0].answers[question.key])
        and says_more(kb, more, *held)
        and goes_back(kb, promise, less[1].step, other[1].step)
    )


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
        case NoneOf(parts):
            return not any(holds(kb, part, sheet, conclusion) for part in parts)
        case StepContact():
            return bool(conclusion.step) and within(kb.steps[conclusion.step].contact, claim.above, claim.up_to)
        case Lines():
            shown = [kb.advice[id] for id in conclusion.advice if fits(kb.advice[id], claim)]
            if claim.above == ABOVE_STEP:
                step = kb.steps[conclusion.step].contact if conclusion.step else CONTACT[-1]
                return any(above(line.contact, step) for line in shown)
            return bool(shown)
        case Told(id=id, case=case):
            told = not set(told_by(kb, id)).isdisjoint(conclusion.advice)
            return told or not holds(kb, case, sheet, conclusion)
        case Test():
            return some_way_fits(ways(kb, claim), _held(kb, claim.fact, sheet, conclusion))


def _held(kb: KnowledgeBase, fact: str, sheet: Sheet, conclusion: Conclusion) -> frozenset[str]:
    if fact in kb.questions:
        return states_held(kb, kb.questions[fact], sheet)
    value = conclusion.step if fact == STEP else conclusion.findings.get(fact)
    return frozenset({value} if value else ())
