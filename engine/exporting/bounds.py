"""Which other answers to a question a person could want: what has to hold for one, by what holds for theirs now."""

from collections.abc import Iterator

from milepost.engine.explaining.contrast import changeable, said_more
from milepost.engine.meaning.states import states
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN, Question


def bounds(kb: KnowledgeBase, question: Question, first: int) -> Iterator[list[int]]:
    """Yield literals, of which the first has to hold where all others hold now; nothing where no change is offered.

    They say what `contrast` bars and keeps. The states of the question are the atoms from `first` on.
    """
    if not changeable(question):
        return
    atoms = {state: first + place for place, state in enumerate(states(kb, question))}
    known = [atom for state, atom in atoms.items() if state != UNKNOWN]
    yield [-atoms[UNKNOWN]]
    if question.type == "number" and question.changes == "time":
        yield from ([-less, now] for place, now in enumerate(known) for less in known[:place])
    for more in said_more(kb, question):
        yield from ([atoms[option], atoms[option]] for option in more.add)
        yield from ([-atoms[option], -atoms[option]] for option in more.drop)
        order = [[atoms[state] for state in alike] for alike in more.order]
        yield from ([-less, *(-atom for alike in order for atom in alike)] for less in (order or [[]])[0])
        yield from (
            [-less, now]
            for place, alike in enumerate(order)
            for now in alike
            for lower in order[:place]
            for less in lower
        )
