"""**`replaces` names other lines that exist, no safety line, and never leads in a circle.**"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from engine.faults import Fault, did_you_mean
from engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for line in kb.advice.values():
        for other in line.replaces:
            if other not in kb.advice:
                remedy = did_you_mean(other, kb.advice, "correct the id, or take it out")
                yield Fault(line.at, f"`{other}` in `replaces` of advice `{line.id}` is not a line of advice", remedy)
            elif kb.advice[other].safety:
                yield Fault(line.at, f"`{other}` in `replaces` of advice `{line.id}` is a safety line", "a safety line is never silenced; take it out")
    for circle in circles({id: [o for o in line.replaces if o in kb.advice] for id, line in kb.advice.items()}):
        chain = " -> ".join(f"`{id}`" for id in (*circle, circle[0]))
        yield Fault(kb.advice[circle[-1]].at, f"these lines replace each other in a circle: {chain}", "take one of them out of `replaces`")


def circles(following: dict[str, list[str]]) -> Iterator[list[str]]:
    """Circles in a graph, each broken at its end before the next is looked for; each starts at the node written first."""
    left = {key: list(others) for key, others in following.items()}
    places = {key: place for place, key in enumerate(following)}
    while True:
        try:
            TopologicalSorter(left).prepare()
            return
        except CycleError as error:
            circle = error.args[1][:0:-1]  # each is followed by the next, and the last by the first
        start = circle.index(min(circle, key=places.__getitem__))
        circle = circle[start:] + circle[:start]
        yield circle
        left[circle[-1]].remove(circle[0])
