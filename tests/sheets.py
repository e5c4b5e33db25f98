"""Answer sheets for tests: all of them, and random ones near and far from the examples."""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import combinations, product
from math import gcd
from typing import TypeVar

from hypothesis import strategies as st

from milepost.engine.meaning.holding import ways as operator_ways
from milepost.engine.meaning.states import answer_of, known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet, one_form
from milepost.engine.model.condition import All, Any, Condition, Test
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question

T = TypeVar("T")


def answers(kb: KnowledgeBase, question: Question) -> list[Answer]:
    """One answer for every way in which rules can read a question."""
    if question.type == "many":
        subsets = [c for n in range(len(question.options) + 1) for c in combinations(question.options, n)]
        if question.is_open:
            return [subset or NOT_SURE for subset in subsets]
        return [one_form((*s, *extra) or (NONE,)) for s in subsets for extra in ((), (NOT_SURE,))]
    return [*known_answers(kb, question), NOT_SURE]


def every_sheet(kb: KnowledgeBase) -> Iterator[Sheet]:
    """Every answer sheet, up to what rules can tell apart."""
    keys = list(kb.questions)
    for given in product(*(answers(kb, kb.questions[key]) for key in keys)):
        yield Sheet(dict(zip(keys, given, strict=True)))


def spread(cases: Iterable[T], most: int) -> list[T]:
    """All of these, or where there are more, at most so many, evenly apart.

    Questions mostly have two answers or three, or these and one more. No such number divides how far apart they are, so
    that of a list of sheets each answer to each question comes up, beside each to another.
    """
    cases = list(cases)
    apart = -(-len(cases) // most)
    while apart > 1 and gcd(apart, 6) > 1:
        apart += 1
    return cases[::apart]


def answer(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer to a question, unknowns included."""
    unknown = st.sampled_from([NOT_SURE, RATHER_NOT_SAY])
    if question.type == "number":
        near = st.integers(question.minimum, min(question.maximum, question.minimum + 90))
        return st.one_of(near, st.integers(question.minimum, question.maximum), unknown)
    if question.type == "many":
        ticked = st.lists(st.sampled_from([*question.options, NOT_SURE]), min_size=1, unique=True).map(tuple)
        return st.one_of(st.just((NONE,)), ticked, unknown) if question.takes_none else st.one_of(ticked, unknown)
    return st.one_of(st.sampled_from(list(question.options)), unknown)


@st.composite
def random_sheets(draw, kb: KnowledgeBase) -> Sheet:
    """Half of them any sheet at all, half an example with a few answers changed, so that late steps are reached too."""
    given: dict[str, Answer] = {}
    if kb.examples and draw(st.booleans()):
        given = dict(kb.examples[draw(st.sampled_from(sorted(kb.examples)))].answers)
        changed = draw(st.lists(st.sampled_from(list(kb.questions)), max_size=4, unique=True))
    else:
        changed = [key for key in kb.questions if draw(st.integers(0, 9))]
    for key in changed:
        given[key] = draw(answer(kb.questions[key]))
    return Sheet(given)


def ways(kb: KnowledgeBase, condition: Condition) -> list[dict[str, Answer]]:
    """For each way in which a condition on answers can hold, answers by which it does."""
    match condition:
        case Test():
            return [{condition.fact: answer_that_meets(kb, condition)}]
        case Any(parts):
            return [way for part in parts for way in ways(kb, part)]
        case All(parts):
            return [reduce(both, combined) for combined in product(*(ways(kb, part) for part in parts))]


def both(one: dict[str, Answer], other: dict[str, Answer]) -> dict[str, Answer]:
    """The answers of two sheets together; where both tick options of one question, all of these."""
    together = {**one, **other}
    for key in one.keys() & other.keys():
        if isinstance(one[key], tuple):
            ticked = dict.fromkeys(option for option in (*one[key], *other[key]) if option != NONE)
            together[key] = tuple(ticked) or (NONE,)
    return together


def answer_that_meets(kb: KnowledgeBase, test: Test) -> Answer:
    """An answer by which a test holds, by the first of its ways."""
    held = [state for state, wanted in operator_ways(kb, test)[0] if wanted]
    return answer_of(kb, kb.questions[test.fact], held)
