"""The layout of a person's path: what led to the step in one column, the stages passed in another, the step below.

Narrow on purpose: it is to be read on a phone and on a sheet of paper.
"""

import msgspec

from milepost.diagrams.graph import RECOMMENDED, Edge, Graph, Node
from milepost.diagrams.html_label import lines_of, lines_of_edge, size_of
from milepost.diagrams.places import Box

CARD, GATE, STEP, BESIDE = 230, 208, 272, 200
TRACK, GUTTER = 14, 46
GAP, PAD = 28, 12
RIM = 4  # the second line around the recommended step


class Parts(msgspec.Struct, frozen=True):
    """The nodes of a path by their part in it; `last` is the gate that leads to the step."""

    cards: list[Node]
    passed: list[Node]
    last: Node
    step: Node
    beside: list[Node]


def parts_of(graph: Graph) -> Parts | None:
    """The parts of a graph made by `own_path`; None for any other graph."""
    gates = [node for node in graph.nodes if node.kind == "gate"]
    steps = [node for node in graph.nodes if node.state == RECOMMENDED]
    cards = [node for node in graph.path if node.kind in ("question", "finding")]
    if graph.flow != "down" or len(steps) != 1 or not gates or graph.path[-2:] != (gates[-1], steps[0]):
        return None
    beside = [node for node in graph.nodes if node not in (*gates, *cards, steps[0])]
    parts = Parts(cards, gates[:-1], gates[-1], steps[0], beside)
    return parts if all(_expected(graph, edge, parts) for edge in graph.edges) else None


def _expected(graph: Graph, edge: Edge, parts: Parts) -> bool:
    tail, head = graph.by_id[edge.tail], graph.by_id[edge.head]
    if tail in parts.cards:
        return head == parts.last or (head in parts.cards and head.place > tail.place)
    spine = [*parts.passed, parts.last]
    if head in spine:
        return tail in spine and spine.index(head) == spine.index(tail) + 1
    return tail == parts.last and (head == parts.step or head in parts.beside)


def heads_by_track(graph: Graph, parts: Parts) -> list[str]:
    """The cards reached by lines that pass other cards.

    Each has a track of its own left of the column, nearest first.
    """
    place = {node.id: node.place for node in parts.cards}
    return list(
        dict.fromkeys(
            e.head for e in graph.edges if e.tail in place and e.head in place and place[e.head] > place[e.tail] + 1
        )
    )


def slots(graph: Graph, parts: Parts, card: Node) -> dict[Edge, tuple[float, float]]:
    """For each line that leaves a card, how far from its left side it starts, and the room for its label.

    The lines share the width: first those that pass other cards, then the one to the next card, last the one to the
    stages.
    """
    place = {node.id: node.place for node in parts.cards}
    edges = sorted(
        graph.leaving(card.id),
        key=lambda edge: (place.get(edge.head, len(place) + 1) == card.place + 1, edge.head not in place, edge.head),
    )
    if len(edges) == 1 and edges[0].head == parts.last.id:
        return {edges[0]: (CARD / 4, CARD * 3 / 4 - 16)}
    share = CARD / max(1, len(edges))
    return {edge: (18 + n * share, share - 26) for n, edge in enumerate(edges)}


def boxes(graph: Graph, parts: Parts) -> dict[str, Box]:
    """Where every node of a path stands."""
    left = TRACK * len(heads_by_track(graph, parts)) + CARD / 2
    column, y, end = [], 0.0, 0.0
    for card in parts.cards:
        height = max(34, size_of(lines_of(card))[1] + PAD)
        column.append((card, y + height / 2, height))
        said = max(
            (size_of(lines_of_edge(edge, room))[1] for edge, (_, room) in slots(graph, parts, card).items()), default=0
        )
        end = y + height + said + 14
        y += height + max(GAP, said + 14)
    stages = left + CARD / 2 + GUTTER + GATE / 2 if parts.cards else STEP / 2
    # With no cards beside them there is room for flatter stages, and a path of stages alone is the longest there is.
    across = GATE if parts.cards else STEP
    heights = [_gate_height(gate, across) for gate in parts.passed]
    apart = 48.0
    last_height = _gate_height(parts.last, across)
    needed = sum(heights) + apart * len(heights)
    middle = max(needed + last_height / 2, end)
    if heights:
        apart += (middle - last_height / 2 - needed) / len(heights)
    down = middle - end
    found = {card.id: Box(left, at + down, CARD, height) for card, at, height in column}
    y = 0.0
    for gate, height in zip(parts.passed, heights, strict=True):
        found[gate.id] = Box(stages, y + height / 2, across, height)
        y += height + apart
    found[parts.last.id] = Box(stages, middle, across, last_height)
    return found | _below(graph, parts, stages, middle + last_height / 2)


def _below(graph: Graph, parts: Parts, stages: float, y: float) -> dict[str, Box]:
    reason = next(edge for edge in graph.leaving(parts.last.id) if edge.head == parts.step.id)
    y += max(52, size_of(lines_of_edge(reason))[1] + 30)
    height = size_of(lines_of(parts.step))[1] + 26
    found = {parts.step.id: Box(stages, y + height / 2, STEP, height)}
    y += height
    right = stages + STEP / 2
    for n in range(0, len(parts.beside), 2):
        row = parts.beside[n : n + 2]
        tallest = max(size_of(lines_of(node))[1] + PAD for node in row)
        y += 58
        for m, node in enumerate(reversed(row)):
            found[node.id] = Box(right - BESIDE / 2 - m * (BESIDE + 28), y + tallest / 2, BESIDE, tallest)
        y += tallest
    return found


def _gate_height(gate: Node, across: float) -> float:
    # A text fits into a diamond where its share of the width and its share of the height make one at most.
    width, height = size_of(lines_of(gate))
    if gate.place:
        height += 22
    return max(50, height / max(0.3, 1 - width / across))
