"""Whether a test holds, by the ways that the table of operators gives it."""

from collections.abc import Callable, Collection, Set

from milepost.engine.meaning.operators import OPERATORS, Way
from milepost.engine.meaning.states import known_states
from milepost.engine.model.condition import Content, Test
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN


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


def what_fits(met: tuple[Way, ...]) -> Callable[[Set[str]], bool]:
    """Return what says of the states that a fact is in whether they fit one of these ways."""
    sets = [tuple(frozenset(state for state, held in way if held == wanted) for wanted in (True, False)) for way in met]

    def fits(held: Set[str]) -> bool:
        return any(wanted <= held and unwanted.isdisjoint(held) for wanted, unwanted in sets)

    return fits


def some_way_fits(met: tuple[Way, ...], held: Collection[str]) -> bool:
    """Return whether the states that a fact is in fit one of these ways."""
    return what_fits(met)(frozenset(held))
