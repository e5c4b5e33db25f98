"""What a test means: said once, for every reading of the rules."""

from collections.abc import Collection

from milepost.engine.meaning.states import UNKNOWN, intervals, states, states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import All, Any, Condition, Test
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP

# One way for a test to hold: states that must be held (True) or must not (False).
Way = tuple[tuple[str, bool], ...]


def ways(kb: KnowledgeBase, test: Test) -> tuple[Way, ...]:
    """Return the ways in which a test holds; it holds if the states held fit one of them."""
    question = kb.questions.get(test.fact)
    match test.operator:
        case "is" | "includes":
            return tuple(((value, True),) for value in test.values)
        case "not":
            return tuple(((value, True),) for value in kb.values_of(test.fact) if value not in test.values)
        case "unknown":
            return (((UNKNOWN, True),),)
        case "excludes":
            return ((*((value, False) for value in test.values), (UNKNOWN, False)),)
        case "none":
            return (tuple((state, False) for state in states(kb, question)),)
        case "at_least" | "below":
            is_least = test.operator == "at_least"
            low = test.values[0] if is_least else question.minimum
            high = question.maximum if is_least else test.values[0] - 1
            return tuple(((f"{a}..{b}", True),) for a, b in intervals(kb, question) if low <= a and b <= high)
    raise AssertionError(test.operator)


def some_way_fits(met: tuple[Way, ...], held: Collection[str]) -> bool:
    """Return whether the states that a fact is in fit one of these ways."""
    return any(all((state in held) == wanted for state, wanted in way) for way in met)


def condition_holds(kb: KnowledgeBase, condition: Condition, sheet: Sheet, conclusion: Conclusion) -> bool:
    """Return whether a condition holds for a sheet and what was concluded from it."""
    match condition:
        case All(parts):
            return all(condition_holds(kb, part, sheet, conclusion) for part in parts)
        case Any(parts):
            return any(condition_holds(kb, part, sheet, conclusion) for part in parts)
        case Test(fact):
            return some_way_fits(ways(kb, condition), _held(kb, fact, sheet, conclusion))


def _held(kb: KnowledgeBase, fact: str, sheet: Sheet, conclusion: Conclusion) -> frozenset[str]:
    if fact in kb.questions:
        return states_held(kb, kb.questions[fact], sheet)
    value = conclusion.step if fact == STEP else conclusion.findings.get(fact)
    return frozenset({value} if value else ())
