"""Answer sheets: what a person answered.

A question has no answer (open), or `not_sure` or `rather_not_say` (both unknown to the rules), or a known answer: an
option key, a whole number, or for `many` a tuple of option keys, which may hold `not_sure` beside them, or `none`
alone.
"""

from collections.abc import Mapping
from operator import is_

import msgspec

from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, SAY_NOTHING, Question

Answer = str | int | tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True):
    """Answers by question, each in one form however it was written; a question that is not among them is open."""

    answers: Mapping[str, Answer] = {}

    def __post_init__(self) -> None:
        if not all(map(is_, map(one_form, self.answers.values()), self.answers.values())):
            msgspec.structs.force_setattr(self, "answers", {k: one_form(a) for k, a in self.answers.items()})

    def ticked(self, question: Question) -> frozenset[str]:
        """The options of a `many` that are known to be ticked."""
        given = self.answers.get(question.key, ())
        ticked = given if isinstance(given, tuple) else (given,)
        return frozenset(option for option in question.options if option in ticked)

    def is_unknown(self, question: Question) -> bool:
        """Is the answer open, or unknown in whole or in part? What is no answer to the question is unknown too."""
        given = self.answers.get(question.key, NOT_SURE)
        held = given if isinstance(given, tuple) else (given,)
        return any(unknown in held for unknown in SAY_NOTHING) or fault_in_answer(question, given) is not None

    def with_answer(self, key: str, answer: Answer | None) -> "Sheet":
        """The sheet with one answer changed, or taken back (None)."""
        answers = {k: a for k, a in self.answers.items() if k != key}
        return Sheet(answers if answer is None else {**answers, key: answer})


class LeftOut(msgspec.Struct, frozen=True):
    """An answer of an older sheet that today's questions do not take: as it was written, and `why` it is left out."""

    question: str
    answer: str
    why: str


class SheetRead(msgspec.Struct, frozen=True):
    """What was read from a file: the sheet, and the answers left out, none if it was made for this knowledge base."""

    sheet: Sheet
    left_out: tuple[LeftOut, ...] = ()


def one_form(answer: Answer) -> Answer:
    """Return an answer in the form that is kept: an unknown alone as a word, `none` as a tuple, and no lists.

    A list without an option says nothing.
    """
    if isinstance(answer, str):
        return (NONE,) if answer == NONE else answer
    if isinstance(answer, list):
        answer = tuple(answer)
    if answer == ():
        return NOT_SURE
    return answer[0] if isinstance(answer, tuple) and len(answer) == 1 and answer[0] in SAY_NOTHING else answer


def fault_in_answer(question: Question, given: object) -> tuple[str, str] | None:
    """What is wrong with an answer to a question, and what to do; None if nothing is."""
    key = question.key
    if isinstance(given, list | tuple):
        if question.type != "many":
            return f"`{key}` takes one answer, not a list", "name one, without brackets"
        if not given and not question.is_open:
            return f"`{key}` is an empty list", f"write `{NONE}` if none of them is so, or `{NOT_SURE}`"
        for item in given:
            if problem := _fault_in_word(question, item, words(question)):
                return problem
        for alone in (NONE, RATHER_NOT_SAY):
            if alone in given and len(given) > 1:
                return f"`{key}` holds `{alone}` together with something else", f"`{alone}` stands alone"
        if len(set(given)) < len(given):
            return f"`{key}` holds the same option twice", "name each once"
        return None
    if question.type == "number":
        if given in SAY_NOTHING:
            return None
        if isinstance(given, bool) or not isinstance(given, int):
            span = f"from {question.minimum} to {question.maximum}"
            return (
                f"`{key}` is {_said(given)}, where a whole number {span} is expected",
                f"write it in digits, without quotes, or write `{NOT_SURE}`",
            )
        if not question.minimum <= given <= question.maximum:
            return (
                f"`{key}` is {_said(given)}, outside {question.minimum} to {question.maximum} {question.unit}",
                f"correct the number, or write `{NOT_SURE}`",
            )
        return None
    return _fault_in_word(question, given, words(question))


def words(question: Question) -> tuple[str, ...]:
    """The words that a question takes; of a number, those beside it."""
    return (*question.options, *((NONE,) if question.takes_none else ()), *SAY_NOTHING)


def _fault_in_word(question: Question, given: object, allowed: tuple[str, ...]) -> tuple[str, str] | None:
    if isinstance(given, str) and given in allowed:
        return None
    remedy = did_you_mean(str(given)[:60], allowed, "the answers are " + ", ".join(f"`{a}`" for a in allowed))
    return f"{_said(given)} is not an answer to `{question.key}`", remedy


def _said(given: object) -> str:
    text = str(given).lower() if isinstance(given, bool) else " ".join(str(given).split())
    return f"`{text[:40]}...`" if len(text) > 40 else f"`{text}`"
