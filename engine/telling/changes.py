"""What would change a step, in sentences: each names the answers that would be others, and no more than these."""

from collections.abc import Iterator

from milepost.engine.consulting.at_odds import misfits
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.contrast import Change
from milepost.engine.explaining.explain import Explanation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import Question
from milepost.engine.telling import texts
from milepost.engine.telling.sections import Item


def changes(consultation: Consultation, explanation: Explanation) -> tuple[Item, ...]:
    """Return a sentence for each change that can be; none whose answers would not fit each other."""
    kb, given = consultation.kb, consultation.sheet.answers
    found = [change for change in explanation.changes if not _at_odds(consultation, change)]
    said = []
    for change in found:
        parts = [p for key, new in change.answers.items() for p in _parts(kb.questions[key], given.get(key), new)]
        told = f"{texts.listed(parts, 'and')}: {kb.steps[change.step].title}."
        said.append(Item(f"{told[:1].upper()}{told[1:]}", id=change.step))
    return tuple(said)


def _at_odds(consultation: Consultation, change: Change) -> bool:
    """Would answers come to be at odds that are not so now?"""
    other = Sheet({**consultation.sheet.answers, **change.answers})
    now = {misfit.entry.id for misfit in consultation.misfits}
    return any(misfit.entry.id not in now for misfit in misfits(consultation.kb, other))


def _parts(question: Question, now: Answer | None, new: Answer) -> Iterator[str]:
    """Yield what would be otherwise about one question: of a list each tick, else the whole answer."""
    if question.type == "many":
        before, after = _ticked(question, now), _ticked(question, new)
        yield from (texts.IF_NOT_TICKED.format(question.options[o]) for o in question.options if o in before - after)
        yield from (texts.IF_TICKED.format(question.options[o]) for o in question.options if o in after - before)
        if before != after:
            return
    said = texts.ONCE_SAID if question.changes == "time" else texts.IF_SAID
    yield said.format(answer_in_words(question, new), question.ask)


def _ticked(question: Question, answer: Answer | None) -> frozenset[str]:
    return Sheet({question.key: answer} if answer is not None else {}).ticked(question)
