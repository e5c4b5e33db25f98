"""Promises in words: what they claim, and what was proved of them."""

from milepost.engine.meaning.words import condition_in_words, fact_name
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, NoneOf, StepContact, Told
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.promises.methods import EVERY_SHEET
from milepost.engine.promises.verdict import Broken, Trivial, Undecided, Verdict

STATUS = {"holds": "holds", "undecided": "NOT DECIDED", "trivial": "SAYS NOTHING", "broken": "BROKEN"}
CLASSES = {"guard": "a question that protects somebody", "other": "any other question"}


def promise_in_words(kb: KnowledgeBase, promise: Promise) -> dict[str, str]:
    """What a promise looks at, part by part, each part under a word for it."""
    if promise.unknown:
        return {"never": f"leaving {CLASSES[promise.unknown]} open leads to more contact than an answer to it"}
    if promise.more:
        return _more_in_words(kb, promise)
    given = {} if promise.given == All(()) else {"given": claim_in_words(kb, promise.given)}
    if promise.ends_within:
        return given | {"always": f"after {promise.ends_within} questions the step is certain, and ends the interview"}
    claims = {"never": promise.never, "always": promise.always}
    return given | {word: claim_in_words(kb, claim) for word, claim in claims.items() if claim is not None}


def _more_in_words(kb: KnowledgeBase, promise: Promise) -> dict[str, str]:
    """Which answers say more, question by question, and where they never lead."""
    said = {}
    for more in promise.more:
        labels = kb.questions[more.question].options

        def named(options: tuple[str, ...], labels: dict[str, str] = labels) -> str:
            return "; ".join(labels[option] for option in options)

        parts = [f"more with: {named(more.add)}"] if more.add else []
        parts += [f"less with: {named(more.drop)}"] if more.drop else []
        parts += ["from less to more: " + ", then ".join(map(named, more.order))] if more.order else []
        parts += ["the greater number is more"] if more.rising else []
        said[fact_name(kb, more.question)] = ". ".join(parts)
    never = "the answer that says more leads to a step with less contact, or of an earlier stage"
    if promise.not_from:
        ways = (", ".join(f"`{step}`" for step in steps) for steps in (promise.not_from, promise.not_to))
        never += ", or from one of {} to one of {}".format(*ways)
    return {**said, "never": never}


def claim_in_words(kb: KnowledgeBase, claim: Claim) -> str:
    """A claim in one line."""
    match claim:
        case All(parts):
            return ", and ".join(_grouped(kb, part) for part in parts) or "everybody"
        case Any(parts):
            return ", or ".join(_grouped(kb, part) for part in parts)
        case NoneOf(parts):
            return "none of: " + "; ".join(_grouped(kb, part) for part in parts)
        case StepContact():
            return "the step has " + " and ".join(_bounds(claim))
        case Lines():
            return _lines_in_words(claim)
        case Told(id=id, case=case):
            return f"`{id}` is shown, or what replaces it, where {_grouped(kb, case)}"
    return condition_in_words(kb, claim)


def _grouped(kb: KnowledgeBase, part: Claim) -> str:
    said = claim_in_words(kb, part)
    return f"({said})" if isinstance(part, All | Any) else said


def _bounds(claim: Lines | StepContact) -> list[str]:
    """Between which levels a contact is."""
    lower = "the step" if claim.above == ABOVE_STEP else f"`{claim.above}`"
    said = [f"more contact than {lower}"] if claim.above else []
    return [*said, f"no more than `{claim.up_to}`"] if claim.up_to else said


def _lines_in_words(claim: Lines) -> str:
    said = []
    if claim.ids:
        said.append("that is one of " + ", ".join(f"`{id}`" for id in claim.ids))
    if claim.kinds:
        said.append("of the kind " + " or ".join(f"`{kind}`" for kind in claim.kinds))
    if claim.purposes:
        said.append("for a helpline for " + " or ".join(f"`{purpose}`" for purpose in claim.purposes))
    if claim.about:
        said.append("about " + " or ".join(f"`{subject}`" for subject in claim.about))
    if bounds := _bounds(claim):
        said.append("with " + " and ".join(bounds))
    for wanted, name in ((claim.duty, "a duty"), (claim.safety, "a safety line")):
        if wanted is not None:
            said.append(f"that is {name}" if wanted else f"that is not {name}")
    return " ".join(["a line is shown", ", and ".join(said)]).strip()


def found_in_words(verdict: Verdict) -> str:
    """How a verdict was reached, or why there is none."""
    match verdict:
        case Undecided(why=why):
            return f"It is not decided: {why}."
        case Trivial(why=why):
            return f"It says nothing: {why}."
    solvers = [method for method in verdict.methods if method != EVERY_SHEET]
    by = (
        "by " + " and by ".join(solvers) + (", and by looking at every sheet" if EVERY_SHEET in verdict.methods else "")
    )
    done = "Found" if isinstance(verdict, Broken) else "Proved"
    what = f"{_counted(verdict.sheets)} sheets" if verdict.sheets != 1 else "one sheet"
    return f"{done} {by}. It covers {what}; what it depends on can differ in {_counted(verdict.looked_at)} ways."


def _counted(number: int) -> str:
    """A count in full where it is short, else to two figures."""
    if number < 10**9:
        return f"{number:,}"
    power = len(str(number)) - 1
    return f"{number // 10 ** (power - 1) / 10} x 10^{power}"
