"""Circles in a graph of names."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter


def circles(following: dict[str, list[str]]) -> Iterator[list[str]]:
    """Circles in a graph, each broken at its end before the next is looked for, and begun at the node written first."""
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
