"""States: what rules can tell apart about a fact, and how answers become states and states answers.

A fact is always in some of its states: a question in one of its options, in a range of numbers or in `unknown` (of
`many`, in each option that is ticked, and in `unknown` beside them where the rest is not known), a finding in its value.
"""

from collections.abc import Collection, Iterable

from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, NOT_SURE, Question

UNKNOWN = "unknown"


def intervals(kb: KnowledgeBase, question: Question) -> list[tuple[int, int]]:
    """Return the ranges, both ends included, that the thresholds in use cut a number question into."""
    starts = [question.minimum, *kb.thresholds[question.key]]
    ends = [t - 1 for t in kb.thresholds[question.key]] + [question.maximum]
    return list(zip(starts, ends, strict=True))


def states(kb: KnowledgeBase, question: Question) -> list[str]:
    """Return the names of a question's states. For `many` they hold independently; otherwise exactly one does."""
    if question.type == "number":
        return [f"{low}..{high}" for low, high in intervals(kb, question)] + [UNKNOWN]
    return [*question.options, UNKNOWN]


def states_held(kb: KnowledgeBase, question: Question, sheet: Sheet) -> frozenset[str]:
    """Return the states that a sheet puts a question in.

    An open question is in `unknown`, and so is one with an answer that it does not take: what nobody checked is not known.
    """
    given = sheet.answers.get(question.key)
    if question.type == "many":
        ticked = set(given) if isinstance(given, tuple | list) else {given}
        known = ticked <= {*question.options, NONE} and (NONE not in ticked or len(ticked) == 1) and bool(ticked)
        return frozenset({item for item in ticked if item in question.options} | (set() if known else {UNKNOWN}))
    return frozenset({state_of(kb, question, given)})


def state_of(kb: KnowledgeBase, question: Question, answer: object) -> str:
    """Return the state of one answer to a question that takes one; `unknown` for what is no known answer to it."""
    if question.type == "number":
        if isinstance(answer, bool) or not isinstance(answer, int):
            return UNKNOWN
        return next((f"{low}..{high}" for low, high in intervals(kb, question) if low <= answer <= high), UNKNOWN)
    return answer if isinstance(answer, str) and answer in question.options else UNKNOWN


def answer_of(question: Question, held: Collection[str]) -> Answer:
    """Return an answer that puts a question in exactly these states; of a range of numbers, the least."""
    if set(held) == {UNKNOWN}:
        return NOT_SURE
    if question.type == "many":
        return tuple(NOT_SURE if state == UNKNOWN else state for state in held) or (NONE,)
    (state,) = held
    return int(state.partition("..")[0]) if question.type == "number" else state


def sheet_of(kb: KnowledgeBase, held: Iterable[tuple[str, Collection[str]]]) -> Sheet:
    """Return the complete sheet that puts these questions in these states; the others are not sure."""
    answers: dict[str, Answer] = dict.fromkeys(kb.questions, NOT_SURE)
    return Sheet(answers | {key: answer_of(kb.questions[key], states) for key, states in held})
