"""The way from somebody's answers to their step: which answers led to which sentence, in as few parts as tell it."""

from collections import deque
from collections.abc import Iterable

import msgspec

from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.explaining.explain import Explanation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.telling import texts
from milepost.engine.telling.rows import nothing_rang

# How many answers are shown at most, and at least where so many decide; how many sentences are about the step itself,
# and on how many others these may rest.
ANSWERS, LEAST, ABOUT_STEP, BENEATH = 4, 2, 2, 2


class Said(msgspec.Struct, frozen=True):
    """An answer: the key of its question, the question as it was asked, and the answer as the person would say it."""

    question: str
    ask: str
    answer: str


class Inference(msgspec.Struct, frozen=True):
    """A sentence, and what it follows from: other sentences, then the answers in `said`, and `more` not shown here.

    `more` leaves out what the sentences in `beneath` rest on. `rule` is the id of the rule whose reason it is, empty
    where it says that nothing speaks for another step.
    """

    beneath: tuple["Inference", ...]
    said: tuple[Said, ...]
    more: int
    so: str
    rule: str


class Way(msgspec.Struct, frozen=True):
    """The parts of the way, in the order in which they are read.

    `follows` is what speaks for the step, and last, where that is so, that no other step comes first. `checked`
    says in one line what else was looked at and passed: the answers in `also`, and the stages in `passed`; it may
    be empty. `step` is the key of the step, with its `title` and what it says; `opens` is what it opens once it is
    done.
    """

    follows: tuple[Inference, ...]
    checked: str
    also: tuple[Said, ...]
    passed: tuple[str, ...]
    step: str
    title: str
    say: str
    opens: str


def way(consultation: Consultation, explanation: Explanation) -> Way:
    """Return the way of a consultation."""
    kb, step = consultation.kb, consultation.step
    # Where all that decides is about safety, that is what led here.
    loud = [key for key in explanation.deciding if key not in explanation.quiet] or list(explanation.deciding)
    shown = _Shown(consultation, loud)
    follows = tuple(_follows(consultation, loud, shown))
    also = [key for key in explanation.deciding if key not in shown.keys]
    stages = list(kb.stages)
    passed = stages[: next(n for n, steps in enumerate(kb.stages.values()) if step.key in steps)]
    quiet = set(explanation.quiet) & set(also)
    return Way(
        follows,
        _checked(len(quiet), nothing_rang(consultation, explanation), len(also) - len(quiet), len(passed)),
        _said(consultation, also),
        tuple(passed),
        step.key,
        step.title,
        consultation.say,
        step.opens_next,
    )


class _Part(msgspec.Struct):
    """A reason that is shown, the questions whose answers stand above it, and the parts on which it rests."""

    reason: Reason
    said: list[str]
    beneath: list["_Part"] = []


class _Shown:
    """The questions whose answers are shown: each once, above the first sentence that follows from it."""

    def __init__(self, consultation: Consultation, loud: list[str]):
        self._order, self._loud = list(consultation.kb.questions), loud
        self.keys: set[str] = set()

    def left(self, questions: Iterable[str]) -> list[str]:
        """Return those of some questions whose answers decide and are not shown."""
        return [key for key in dict.fromkeys(questions) if key in self._loud and key not in self.keys]

    def take(self, questions: Iterable[str]) -> list[str]:
        """Show what is left of some questions, the first first, as far as there is room; return it in its order."""
        taken = self.left(questions)[: ANSWERS - len(self.keys)]
        self.keys |= {*taken}
        return sorted(taken, key=self._order.index)


def _parts(consultation: Consultation, shown: _Shown) -> list[_Part]:
    """The reasons that are about the step, those with answers first, and the nearest below them that have answers."""
    own = sorted(consultation.reasons, key=lambda reason: not shown.left(reason.questions()))[:ABOUT_STEP]
    told, room = {reason.rule.because for reason in own}, BENEATH
    parts = [_Part(reason, shown.take(reason.answers)) for reason in own]
    waiting = deque((below, part) for part in parts for below in part.reason.below)
    while waiting and room:
        reason, into = waiting.popleft()
        if reason.rule.because not in told and (said := shown.take(reason.answers)):
            told.add(reason.rule.because)
            into.beneath.append(part := _Part(reason, said))
            into, room = part, room - 1
        waiting.extend((below, into) for below in reason.below)
    for part in parts:
        if not part.said and not part.beneath:
            part.said = shown.take(part.reason.questions())
    return parts


def _follows(consultation: Consultation, loud: list[str], shown: _Shown) -> list[Inference]:
    """What speaks for the step, and what leaves no other, if there is room.

    Where no answer stands above what speaks for it, those stand there that leave no other.
    """
    parts = _parts(consultation, shown)
    left = [] if shown.keys else shown.take(loud)
    if not parts:
        return [Inference((), _said(consultation, left), 0, texts.NO_RULE, "")]
    parts[0].said += left
    looked_at = {key for part in parts for key in part.reason.questions()}
    others = [key for key in shown.left(loud) if key not in looked_at]
    # What was told says more than what was left open.
    others.sort(key=lambda key: consultation.sheet.is_unknown(consultation.kb.questions[key]))
    taken = shown.take(others[: max(0, LEAST - len(shown.keys))])
    follows = [_inference(consultation, part, shown) for part in parts]
    if taken:
        follows.append(Inference((), _said(consultation, taken), len(others) - len(taken), texts.NONE_FIRST, ""))
    return follows


def _inference(consultation: Consultation, part: _Part, shown: _Shown) -> Inference:
    beneath = tuple(_inference(consultation, each, shown) for each in part.beneath)
    told = {key for each in part.beneath for key in each.reason.questions()}
    more = {*shown.left(part.reason.questions())} - told
    return Inference(beneath, _said(consultation, part.said), len(more), part.reason.rule.because, part.reason.rule.id)


def _said(consultation: Consultation, keys: Iterable[str]) -> tuple[Said, ...]:
    questions, given = consultation.kb.questions, consultation.sheet.answers
    return tuple(Said(key, questions[key].ask, answer_in_words(questions[key], given.get(key))) for key in keys)


def _checked(quiet: int, nothing_rang: bool, others: int, stages: int) -> str:
    safety = (texts.NO_ALARM_IN if nothing_rang else texts.ABOUT_SAFETY).format(texts.counted(quiet, "answer"))
    other = texts.counted(others, "more answer") if others else ""
    passed = texts.STAGES_BEFORE.format(texts.counted(stages, "stage")) if stages else ""
    said = "; ".join(part for part in (safety if quiet else "", other, passed) if part)
    return texts.CHECKED.format(said) if said else ""
