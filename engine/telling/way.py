"""The way from somebody's answers to their step: read from top to bottom, in as few parts as tell it."""

from collections.abc import Iterable, Iterator

import msgspec

from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.explaining.explain import Explanation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.condition import tests
from milepost.engine.telling import texts
from milepost.engine.telling.rows import nothing_rang
from milepost.engine.telling.sections import Item

# How many answers are shown, how many sentences follow from them, and how many of these are about the step itself.
ANSWERS, SENTENCES, ABOUT_STEP = 4, 3, 2


class Said(msgspec.Struct, frozen=True):
    """An answer: the key of its question, the question as it was asked, and the answer as the person would say it."""

    question: str
    ask: str
    answer: str


class Way(msgspec.Struct, frozen=True):
    """The parts of the way, in the order in which they are read; each of them may be empty but the step.

    `said` are the answers that decide and stand nearest to the step, `follows` what follows from them, the last of it
    about the step itself (its `id` is that of the rule). `checked` says in one line what else was looked at and passed:
    the answers in `also`, and the stages in `passed`. `step` is the key of the step, with its `title` and what it says;
    `opens` is what it opens once it is done.
    """

    said: tuple[Said, ...]
    checked: str
    also: tuple[Said, ...]
    passed: tuple[str, ...]
    follows: tuple[Item, ...]
    step: str
    title: str
    say: str
    opens: str


def way(consultation: Consultation, explanation: Explanation) -> Way:
    """Return the way of a consultation."""
    kb, step = consultation.kb, consultation.step
    loud = [key for key in explanation.deciding if key not in explanation.quiet]
    distances = _distances(consultation)
    near = sorted(loud, key=lambda key: distances.get(key, len(kb.rules)))[:ANSWERS]
    shown = [key for key in kb.questions if key in near]
    also = [key for key in explanation.deciding if key not in near]
    stages = list(kb.stages)
    passed = stages[: next(n for n, steps in enumerate(kb.stages.values()) if step.key in steps)]
    quiet = set(explanation.quiet) & set(also)
    return Way(
        tuple(_said(consultation, shown)),
        _checked(len(quiet), nothing_rang(consultation, explanation), len(also) - len(quiet), len(passed)),
        tuple(_said(consultation, also)),
        tuple(passed),
        tuple(_follows(consultation, shown)) or (Item(texts.NO_RULE),),
        step.key,
        step.title,
        consultation.say,
        step.opens_next,
    )


def _said(consultation: Consultation, keys: Iterable[str]) -> Iterator[Said]:
    questions, given = consultation.kb.questions, consultation.sheet.answers
    return (Said(key, questions[key].ask, answer_in_words(questions[key], given.get(key))) for key in keys)


def _checked(quiet: int, nothing_rang: bool, others: int, stages: int) -> str:
    safety = (texts.NO_ALARM_IN if nothing_rang else texts.ABOUT_SAFETY).format(texts.counted(quiet, "answer"))
    other = texts.counted(others, "more answer") if others else ""
    passed = texts.STAGES_BEFORE.format(texts.counted(stages, "stage")) if stages else ""
    said = "; ".join(part for part in (safety if quiet else "", other, passed) if part)
    return texts.CHECKED.format(said) if said else ""


def _distances(consultation: Consultation) -> dict[str, int]:
    """How far each question stands from the step: by how many findings what it decides reaches the step's rules."""
    kb = consultation.kb
    found: dict[str, int] = {}
    facts = [test.fact for reason in consultation.reasons for test in tests(reason.rule.when)]
    seen: set[str] = set()
    distance = 0
    while facts:
        below: list[str] = []
        for fact in facts:
            if fact in kb.questions:
                found.setdefault(fact, distance)
            elif fact not in seen:
                seen.add(fact)
                below += [test.fact for rule in kb.rules_for[fact] for test in tests(rule.when)]
        facts, distance = below, distance + 1
    return found


def _follows(consultation: Consultation, shown: list[str]) -> list[Item]:
    """What follows from the answers shown, those sentences first on which the others rest."""
    own = consultation.reasons[:ABOUT_STEP]
    beneath = [reason for reason in _beneath(own) if set(reason.questions()) & set(shown)]
    room = SENTENCES - len(own)
    chosen = list(dict.fromkeys((reason.rule.id, reason.rule.because) for reason in beneath))[:room]
    told = [*chosen, *((reason.rule.id, reason.rule.because) for reason in own)]
    once = {because: id for id, because in reversed(told)}
    return [Item(because, id=id) for id, because in told if once[because] == id]


def _beneath(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Yield the reasons below some reasons, nearest first."""
    layer = [below for reason in reasons for below in reason.below]
    while layer:
        yield from layer
        layer = [below for reason in layer for below in reason.below]
