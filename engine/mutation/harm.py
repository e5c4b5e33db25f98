"""What a mutant may do to a person, as ways in which a sheet comes out otherwise than in the whole knowledge base.

More contact, a safety step given up for a later one, a safety line or all help of a kind gone: these are differences
between two circuits on one sheet. Lines that go because another step comes are no harm: each step has its own, and is
judged by itself. What only changes a flag matters to whoever gets that step or line.
"""

from collections.abc import Iterator

import msgspec

from milepost.engine.circuit.compile import SHOWN, Circuit
from milepost.engine.circuit.gates import Literal
from milepost.engine.model.advice import Advice
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import CONTACT, NO_CONTACT, above
from milepost.engine.promises.formula import FURTHER, OPEN

MORE_CONTACT = "more contact"
SAFETY_STEP_GONE, SAFETY_LINE_GONE, HELP_GONE = "a safety step gone", "a safety line gone", "help gone"
LONGER = "more questions before help"
OFFERED = "a change of it is offered"
HIDDEN = "contact that no promise sees"
REVERSED = "a line under the wrong heading"


class Way(msgspec.Struct, frozen=True):
    """A harm that is met where these literals hold in the whole circuit, and those in the circuit of the mutant.

    With `step_kept`, it is none where the mutant comes to another step.
    """

    harm: str
    whole: tuple[Literal, ...]
    mutant: tuple[Literal, ...] = ()
    step_kept: bool = False


def ways_to_harm(circuit: Circuit, mutated: KnowledgeBase, differing: frozenset[int]) -> Iterator[Way]:
    """Yield each way in which a mutant may harm, of whose circuit these atoms may differ."""
    kb = circuit.kb
    # A contact that is said to be more shows nobody more: it makes the promises stricter.
    said_otherwise = any(
        new.contact != old.contact
        for those, before in ((mutated.advice, kb.advice), (mutated.steps, kb.steps))
        for key, new in those.items()
        if new is not (old := before[key])
    )
    for kind in () if said_otherwise else (FURTHER, OPEN):
        for level in CONTACT[:-1]:
            atom = circuit.index[kind, level]
            if atom in differing:
                yield Way(MORE_CONTACT, (-(atom + 1),), (atom + 1,))
    safety = safety_steps(kb)
    for n, step in enumerate(safety):
        if circuit.steps[step] in differing:
            as_good = tuple(-(circuit.steps[other] + 1) for other in safety[: n + 1])
            yield Way(SAFETY_STEP_GONE, (circuit.steps[step] + 1,), as_good)
    helping: dict[str, list[int]] = {}
    for line in kb.advice.values():
        shown = circuit.index[SHOWN, line.id]
        if line.safety and shown in differing:
            yield Way(SAFETY_LINE_GONE, (shown + 1,), (-(shown + 1),), step_kept=True)
        for purpose in line.lines:
            helping.setdefault(purpose, []).append(shown)
    for lines in helping.values():
        none = tuple(-(shown + 1) for shown in lines)
        for shown in differing.intersection(lines):
            yield Way(HELP_GONE, (shown + 1,), none, step_kept=True)
    yield from _by_a_flag(circuit, mutated)


def safety_steps(kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the steps of the first stage, gravest first."""
    return next(iter(kb.stages.values()), ())


def ways_to_another_step(circuit: Circuit) -> list[Way]:
    """Return the ways in which a mutant comes to another step than the whole."""
    return [Way("", (atom + 1,), (-(atom + 1),)) for atom in circuit.steps.values()]


def _by_a_flag(circuit: Circuit, mutated: KnowledgeBase) -> Iterator[Way]:
    kb = circuit.kb
    for key, question in mutated.questions.items():
        if kb.questions[key].guard and not question.guard:
            yield Way(OFFERED, ())
    for key, card in mutated.steps.items():
        met = (circuit.steps[key] + 1,)
        if kb.steps[key].ends_interview and not card.ends_interview:
            yield Way(LONGER, met)
        if above(kb.steps[key].contact, card.contact):
            yield Way(HIDDEN, met)
    for id, line in mutated.advice.items():
        before = kb.advice[id]
        if line is not before:
            shown = circuit.index[SHOWN, id] + 1
            yield from (Way(harm, (shown,)) for harm in _of_a_line(before, line))
            for purpose in set(before.lines) - set(line.lines):
                others = (other.id for other in mutated.advice.values() if purpose in other.lines)
                yield Way(HELP_GONE, (shown, *(-(circuit.index[SHOWN, other] + 1) for other in others)))


def _of_a_line(before: Advice, line: Advice) -> Iterator[str]:
    if before.safety and not line.safety:
        yield SAFETY_LINE_GONE
    if above(before.contact, line.contact):
        yield HIDDEN
    if before.kind != line.kind and (before.safety or before.contact != NO_CONTACT):
        yield REVERSED
