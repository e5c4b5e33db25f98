"""The options: the step that was chosen and those that were considered, each with what speaks for it and against it."""

import msgspec

from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import Step


class Against(msgspec.Struct, frozen=True):
    """What speaks against taking an option now: another step, in words how the order of the two is, and its reasons."""

    step: Step
    order: str
    reasons: tuple[Reason, ...]


class Option(msgspec.Struct, frozen=True):
    """A step that some rule argued for.

    `stage` is the title of its stage, `speaks_for` are the rules that argued for it. Against a considered step speak
    those that come before it and were argued for; against the chosen one, the others.
    """

    step: Step
    chosen: bool
    stage: str
    speaks_for: tuple[Reason, ...]
    against: tuple[Against, ...]


def options(consultation: Consultation) -> list[Option]:
    """The chosen step, then those considered, strongest first."""
    kb = consultation.kb
    argued = [(consultation.step, consultation.reasons), *consultation.considered]
    found = []
    for place, (step, reasons) in enumerate(argued):
        others = argued[:place] or argued[1:]
        against = tuple(Against(other, _order(kb, other, step), tuple(theirs)) for other, theirs in others)
        found.append(Option(step, place == 0, stage_of(kb, step), tuple(reasons), against))
    return found


def stage_of(kb: KnowledgeBase, step: Step) -> str:
    """The title of the stage that a step belongs to."""
    return next((title for title, steps in kb.stages.items() if step.key in steps), "")


def _order(kb: KnowledgeBase, other: Step, step: Step) -> str:
    """How another step stands to this one, by the titles of their stages."""
    keys, theirs, ours = list(kb.steps), stage_of(kb, other), stage_of(kb, step)
    first = keys.index(other.key) < keys.index(step.key)
    if theirs == ours:
        return f'It comes {"first" if first else "later"} within "{ours}".'
    return f'"{theirs}" comes {"before" if first else "after"} "{ours}".'
