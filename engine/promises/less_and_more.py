"""Two sheets of which one says more, in its answer to one question; and whether it is led further back for that.

Read here on states, answers and steps. The solvers read the same from clauses over two copies of the circuit.
"""

from collections.abc import Collection, Iterator
from itertools import chain

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.meaning.states import known_states
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import More, Promise
from milepost.engine.model.step import CONTACT, STEP, contact_degree
from milepost.engine.promises.formula import FURTHER, LATER


class Literal(msgspec.Struct, frozen=True):
    """An atom that holds or not, on the sheet that says less or on the one that says more."""

    atom: int
    of_more: bool
    holds: bool = True


Clause = tuple[Literal, ...]


def places(kb: KnowledgeBase, more: More) -> tuple[tuple[str, ...], ...]:
    """Return the states of a choice or a number that are compared, place by place, the one that says least first."""
    return tuple((state,) for state in known_states(kb, more.question)) if more.rising else more.order


def says_more(kb: KnowledgeBase, more: More, less_held: Collection[str], more_held: Collection[str]) -> bool:
    """Return whether a question held in some states says more than held in others, or as much where it is a list."""
    if kb.questions[more.question].type == "many":
        differs = set(less_held) ^ set(more_held)
        if kb.questions[more.question].is_open:
            differs &= set(kb.questions[more.question].options)
        return all(option in (more.add if option in more_held else more.drop) for option in differs)
    rank = {state: n for n, place in enumerate(places(kb, more)) for state in place}
    (one,), (other,) = less_held, more_held
    return one in rank and other in rank and rank[one] < rank[other]


def goes_back(kb: KnowledgeBase, promise: Promise, less: str, more: str) -> bool:
    """Return whether the step that more leads to is further back than the one that less does; "" is no step."""
    return (
        _contact(kb, more) < _contact(kb, less)
        or stage_of(kb, more) < stage_of(kb, less)
        or (less in promise.not_from and more in promise.not_to)
    )


def stage_of(kb: KnowledgeBase, step: str) -> int:
    """Return the number of the stage that a step stands in, the first 0; -1 for no step."""
    return next((n for n, steps in enumerate(kb.stages.values()) if step in steps), -1)


def says_more_clauses(circuit: Circuit, more: More) -> Iterator[Clause]:
    """Yield what makes the answer on the one sheet say more than that on the other."""
    kb, question = circuit.kb, circuit.kb.questions[more.question]

    def literal(state: str, of_more: bool, holds: bool = True) -> Literal:
        return Literal(circuit.index[question.key, state], of_more, holds)

    if question.type == "many":
        for state in (circuit.names[atom][1] for atom in circuit.inputs[question.key]):
            if state not in question.options and question.is_open:
                continue  # of an open list it is the options that say it
            if state not in more.drop:  # what is ticked stays ticked
                yield literal(state, False, False), literal(state, True)
            if state not in more.add:  # what is not ticked stays so
                yield literal(state, False), literal(state, True, False)
        return
    ordered = places(kb, more)
    yield tuple(literal(state, False) for state in chain(*ordered[:-1]))
    for place, states in enumerate(ordered):
        higher = tuple(literal(state, True) for state in chain(*ordered[place + 1 :]))
        for state in states:
            yield literal(state, False, False), *higher


def goes_back_ways(circuit: Circuit, promise: Promise) -> Iterator[tuple[int, int, bool]]:
    """Yield each way in which more can lead further back: an atom that holds with less said, and with more one that

    does not, or (where the last is true) one that does.
    """
    for kind, names in ((FURTHER, CONTACT[:-1]), (LATER, map(str, range(len(circuit.kb.stages))))):
        for name in names:
            yield circuit.index[kind, name], circuit.index[kind, name], False
    for step in promise.not_from:
        for other in promise.not_to:
            yield circuit.index[STEP, step], circuit.index[STEP, other], True


def _contact(kb: KnowledgeBase, step: str) -> int:
    return contact_degree(kb.steps[step].contact) if step else 0
