"""States: what rules can tell apart about a fact, and how answers become states and states answers.

A fact is always in some of its states: a question in one of its options, in a range of numbers or in `unknown` (of
`many`, in each option that is ticked, and in `unknown` beside them where the rest is not known), a finding in its
value. Of a list that is open, an empty box says nothing: it is in the options ticked, and in `unknown` where none is.
"""

from collections.abc import Collection, Iterable

from milepost.engine.meaning.operators import OPERATORS, Known
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.condition import tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, NOT_SURE, UNKNOWN, Question


def thresholds(kb: KnowledgeBase) -> dict[str, tuple[int, ...]]:
    """Return, for each number question, the numbers at which rules, promises and answers at odds cut it, ascending.

    They are worked out once, and kept with the knowledge base.
    """
    return kb.kept("thresholds", lambda: _thresholds(kb))


def keep_thresholds(kb: KnowledgeBase, found: dict[str, tuple[int, ...]]) -> None:
    """Let `thresholds` return what was worked out already."""
    kb.kept("thresholds", lambda: found)


def _thresholds(kb: KnowledgeBase) -> dict[str, tuple[int, ...]]:
    cuts: dict[str, set[int]] = {key: set() for key, question in kb.questions.items() if question.type == "number"}
    for test in (test for condition in kb.conditions() for test in tests(condition)):
        if test.fact in cuts:
            cuts[test.fact].update(OPERATORS[test.operator].cuts(test.values))
    return {key: tuple(sorted(values)) for key, values in cuts.items()}


def intervals(kb: KnowledgeBase, question: Question) -> list[tuple[int, int]]:
    """Return the ranges, both ends included, that the thresholds in use cut a number question into."""
    cuts = thresholds(kb)[question.key]
    return list(zip([question.minimum, *cuts], [*(cut - 1 for cut in cuts), question.maximum], strict=True))


def known_states(kb: KnowledgeBase, fact: str) -> Known:
    """Return the names of a fact's states but `unknown`; a range of numbers with its bounds."""
    question = kb.questions.get(fact)
    if question is not None and question.type == "number":
        return {f"{low}..{high}": (low, high) for low, high in intervals(kb, question)}
    return dict.fromkeys(kb.values_of(fact))


def states(kb: KnowledgeBase, question: Question) -> list[str]:
    """Return the names of a question's states. For `many` they hold independently; otherwise exactly one does."""
    return [*known_states(kb, question.key), UNKNOWN]


def states_held(kb: KnowledgeBase, question: Question, sheet: Sheet) -> frozenset[str]:
    """Return the states that a sheet puts a question in.

    An open question is in `unknown`, and so is one with an answer that it does not take: what nobody checked is not
    known.
    """
    given = sheet.answers.get(question.key)
    if question.type == "many":
        ticked = given if isinstance(given, tuple) else (given,)
        held = {option for option in question.options if option in ticked}
        if question.is_open:
            return frozenset(held or {UNKNOWN})
        known = ticked == (NONE,) or (held and all(isinstance(item, str) and item in held for item in ticked))
        return frozenset(held if known else {*held, UNKNOWN})
    return frozenset({state_of(kb, question, given)})


def state_of(kb: KnowledgeBase, question: Question, answer: object) -> str:
    """Return the state of one answer to a question that takes one; `unknown` for what is no known answer to it."""
    if question.type == "number":
        if isinstance(answer, bool) or not isinstance(answer, int):
            return UNKNOWN
        return next((f"{low}..{high}" for low, high in intervals(kb, question) if low <= answer <= high), UNKNOWN)
    return answer if isinstance(answer, str) and answer in question.options else UNKNOWN


def known_answers(kb: KnowledgeBase, question: Question) -> list[Answer]:
    """Return an answer for each known state of a question: first `none` if it takes that; of `many`, options alone."""
    none: list[Answer] = [(NONE,)] if question.takes_none else []
    return none + [answer_of(kb, question, {state}) for state in known_states(kb, question.key)]


def answer_of(kb: KnowledgeBase, question: Question, held: Collection[str]) -> Answer:
    """Return an answer that puts a question in exactly these states; of a range of numbers, the least."""
    if set(held) == {UNKNOWN}:
        return NOT_SURE
    if question.type == "many":
        return tuple(NOT_SURE if state == UNKNOWN else state for state in held) or (NONE,)
    (state,) = held
    bounds = known_states(kb, question.key)[state]
    return bounds[0] if bounds else state


def sheet_of(kb: KnowledgeBase, held: Iterable[tuple[str, Collection[str]]]) -> Sheet:
    """Return the complete sheet that puts these questions in these states; the others are not sure."""
    answers: dict[str, Answer] = dict.fromkeys(kb.questions, NOT_SURE)
    return Sheet(answers | {key: answer_of(kb, kb.questions[key], states) for key, states in held})
