"""Somebody's way as a graph: what they said, what follows, their step, and what opens next, in one column."""

from milepost.diagrams.graph import WAY, YOURS, Graph, Group, Node, Row, chain, graph_of
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.telling import texts
from milepost.engine.telling.way import Said, Way, way

GROUPS = tuple(
    Group(key, title)
    for key, title in {
        "said": texts.YOU_SAID,
        "checked": "",
        "follows": texts.SO,
        "step": texts.YOUR_STEP,
        "next": texts.OPENS,
    }.items()
)


def way_of(consultation: Consultation, explanation: Explanation) -> Graph:
    """The way of a consultation as a graph."""
    return as_graph(way(consultation, explanation))


def as_graph(found: Way) -> Graph:
    """A way as a graph; each of its nodes leads to the next."""
    nodes = [
        *(Node(f"question:{said.question}", "question", said.ask, said.answer, group="said") for said in found.said),
        *([_checked(found)] if found.checked else []),
        *(Node(f"rule:{n}", "rule", item.say, group="follows") for n, item in enumerate(found.follows, start=1)),
        Node(f"step:{found.step}", "step", found.title, detail=found.say, state=YOURS, group="step"),
        Node(f"next:{found.step}", "next", found.opens, group="next"),
    ]
    return graph_of(texts.WAY, texts.WAY_SAID.format(found.title), nodes, chain(nodes), GROUPS, WAY)


def _checked(found: Way) -> Node:
    rows = [*map(_row, found.also), *(Row(texts.PASSED.format(title)) for title in found.passed)]
    return Node("checked:way", "checked", found.checked, rows=tuple(rows), group="checked")


def _row(said: Said) -> Row:
    return Row(f"{said.ask} {said.answer}", to=f"question:{said.question}")
