"""**Every test names a question or finding that exists, a value it can have, and is a test that fits its type.**

What is not ticked on an open list is not said, so no rule and no line may rest on it; a promise may.
"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test, known_values
from milepost.engine.meaning.operators import FINDING, OPERATORS, fitting, form
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    seen: set[Test] = set()
    for where, _, test in every_test(kb):
        if test not in seen:  # what `silent_under` says stands in every line of its file
            seen.add(test)
            yield from check_test(kb, where, test)
            yield from _check_unsaid(kb, where, test)


def check_test(kb: KnowledgeBase, where: str, test: Test) -> Iterator[Fault]:
    """The faults of one test; `where` names the entry it stands in."""
    known = (*kb.questions, *kb.settled)
    if test.fact not in known:
        yield Fault(
            test.at,
            f"`{test.fact}` in {where} is not a question or finding",
            did_you_mean(test.fact, known, "correct the name, or declare it"),
        )
        return
    kind = kb.questions[test.fact].type if test.fact in kb.questions else FINDING
    if kind not in OPERATORS[test.operator].fits:
        what = "a finding" if kind == FINDING else f"a question of type `{kind}`"
        fits = ", ".join(f"`{form(test.fact, operator)}`" for operator in fitting(kind))
        always = "; a finding always has a value" if test.operator == UNKNOWN else ""
        yield Fault(
            test.at, f"the test on `{test.fact}` in {where} does not fit {what}", f"tests that fit: {fits}{always}"
        )
        return
    values = kb.values_of(test.fact)
    if kind == "number" or not values:  # a fact without values is at fault itself
        return
    for value in test.values:
        if value not in known_values(kb, test.fact):
            remedy = did_you_mean(str(value), values, "its values are " + ", ".join(f"`{v}`" for v in values))
            yield Fault(test.at, f"`{value}` in {where} is not a value of `{test.fact}`", remedy)


def _check_unsaid(kb: KnowledgeBase, where: str, test: Test) -> Iterator[Fault]:
    """The fault of a test that takes what was not ticked on an open list for a no."""
    question = kb.questions.get(test.fact)
    if question is not None and question.is_open and _reads_unticked(kb, test):
        yield Fault(
            test.at,
            f"`{test.operator}` in {where} rests on what was not ticked, and on `{test.fact}` that says nothing",
            "give what speaks against an option of its own, and test that; or put it into `unless`",
        )


def _reads_unticked(kb: KnowledgeBase, test: Test) -> bool:
    """Does the test hold only where something was not ticked?"""
    ways = OPERATORS[test.operator].ways(test.values, dict.fromkeys(kb.values_of(test.fact)))
    return any(not ticked for way in ways for _, ticked in way)
