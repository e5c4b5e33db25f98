"""Somebody's way as a graph: what they said, what follows from it, their step, and what opens next, in one column."""

from collections.abc import Iterable, Iterator
from itertools import count

from milepost.diagrams.graph import WAY, YOURS, Edge, Graph, Group, Node, Row, graph_of
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.telling import drawn, texts
from milepost.engine.telling.way import Inference, Said, Way, way

TITLES = {"said": texts.YOU_SAID, "step": texts.YOUR_STEP, "next": texts.OPENS}


def way_of(consultation: Consultation, explanation: Explanation) -> Graph:
    """The way of a consultation as a graph."""
    return as_graph(way(consultation, explanation))


def as_graph(found: Way) -> Graph:
    """A way as a tree that ends at the step, what leads to a node before it; at the foot what was looked at besides."""
    step = Node(f"step:{found.step}", "step", found.title, detail=found.say, state=YOURS, group="step")
    opens = Node(f"next:{found.step}", "next", found.opens, group="next")
    leading = list(_leading(found.follows, step.id, count(1)))
    nodes = [*(node for node, _ in leading), step, opens, *_checked(found)]
    edges = [*(Edge(node.id, head) for node, head in leading), Edge(step.id, opens.id)]
    groups = [Group(key, TITLES.get(key.split("_")[0], "")) for key in dict.fromkeys(node.group for node in nodes)]
    return graph_of(texts.WAY, drawn.WAY_SAID.format(found.title), nodes, edges, groups, WAY)


def _leading(inferences: Iterable[Inference], head: str, numbers: Iterator[int]) -> Iterator[tuple[Node, str]]:
    """Yield each node with the id of the one that it leads to, the sentences on which others rest before these."""
    for each in inferences:
        number = next(numbers)
        rule = f"rule:{number}"
        yield from _leading(each.beneath, rule, numbers)
        for said in each.said:
            question = f"question:{said.question}"
            yield Node(question, "question", said.ask, said.answer, group=f"said_{number}"), rule
        so = texts.SO_WITH.format(texts.counted(each.more, "more answer")) if each.more else texts.SO
        yield Node(rule, "rule", each.so, caption=so, group=f"so_{number}"), head


def _checked(found: Way) -> Iterator[Node]:
    if found.checked:
        rows = [*map(_row, found.also), *(Row(texts.PASSED.format(title)) for title in found.passed)]
        yield Node("checked:way", "checked", found.checked, rows=tuple(rows), group="checked")


def _row(said: Said) -> Row:
    return Row(f"{said.ask} {said.answer}", to=f"question:{said.question}")
