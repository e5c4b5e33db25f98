"""Whether a test or a whole condition holds, by the ways that the table of operators gives it."""

from collections.abc import Collection

from milepost.engine.meaning.operators import OPERATORS, Way
from milepost.engine.meaning.states import known_states, states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import All, Any, Condition, Content, Test, parts_of
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN
from milepost.engine.model.step import STEP


def ways(kb: KnowledgeBase, test: Test) -> tuple[Way, ...]:
    """Return the ways in which a test holds; it holds if the states held fit one of them."""
    kept = kb.kept("ways of tests", dict[Content, tuple[Way, ...]])
    if test.content not in kept:
        kept[test.content] = _ways(kb, test)
    return kept[test.content]


def _ways(kb: KnowledgeBase, test: Test) -> tuple[Way, ...]:
    found = OPERATORS[test.operator].ways(test.values, known_states(kb, test.fact))
    question = kb.questions.get(test.fact)
    if question is None or not question.is_open:
        return found
    # What is not ticked on an open list is not ticked, whether or not anything else is.
    return tuple(tuple(part for part in way if part != (UNKNOWN, False)) for way in found)


def some_way_fits(met: tuple[Way, ...], held: Collection[str]) -> bool:
    """Return whether the states that a fact is in fit one of these ways."""
    return any(all((state in held) == wanted for state, wanted in way) for way in met)


def condition_holds(kb: KnowledgeBase, condition: Condition, sheet: Sheet, conclusion: Conclusion) -> bool:
    """Return whether a condition holds for a sheet and what was concluded from it."""
    match condition:
        case All():
            return all(condition_holds(kb, part, sheet, conclusion) for part in parts_of(condition))
        case Any():
            return any(condition_holds(kb, part, sheet, conclusion) for part in parts_of(condition))
        case Test(fact):
            return some_way_fits(ways(kb, condition), _held(kb, fact, sheet, conclusion))


def _held(kb: KnowledgeBase, fact: str, sheet: Sheet, conclusion: Conclusion) -> frozenset[str]:
    if fact in kb.questions:
        return states_held(kb, kb.questions[fact], sheet)
    value = conclusion.step if fact == STEP else conclusion.findings.get(fact)
    return frozenset({value} if value else ())
