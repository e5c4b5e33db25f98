"""The layout of a whole map: topics on the left, each with its questions and findings; stages on the right.

What decides something is written on the lines that lead into it, one below the other, so that no two labels meet.
"""

from milepost.diagrams.graph import RIGHT, Edge, Graph, Node
from milepost.diagrams.html_label import lines_of, lines_of_edge, size_of
from milepost.diagrams.places import Box, Layout, Route, rounded, swung

CARD = {"question": 230, "finding": 230, "step": 272, "gate": 208}
WORDS, ORDER, SWING = 250, 120, 110  # room for conditions, for the order of steps, and for curves
ROW, GAP, APART = 19, 16, 34
TOP, SIDE = 40, 16


def fits(graph: Graph) -> bool:
    """Is this a graph made by `whole`: grouped, with lines that all lead onwards?"""
    level = levels(graph)
    gates = {node.group: node for node in graph.nodes if node.kind == "gate"}
    return graph.flow == RIGHT and all(
        node.kind in CARD and (node.kind not in ("gate", "step") or node.group in gates) for node in graph.nodes
    ) and all(_onwards(graph, edge, level) for edge in graph.edges)  # fmt: skip


def _onwards(graph: Graph, edge: Edge, level: dict[str, int]) -> bool:
    tail, head = graph.by_id[edge.tail], graph.by_id[edge.head]
    if tail.kind == "gate":
        return head.kind == "gate" or (head.kind == "step" and head.group == tail.group)
    return level[tail.id] < level[head.id] and head.kind != "gate"


def levels(graph: Graph) -> dict[str, int]:
    """The column of each node: 0 for questions, then findings after all they look at, then steps, then gates."""
    level = {node.id: 0 for node in graph.nodes}
    findings = {node.id for node in graph.nodes if node.kind == "finding"}
    for _ in findings:
        for edge in graph.edges:
            if (
                edge.head in findings
                and edge.tail != edge.head
                and level[edge.head] <= level[edge.tail] < len(findings)
            ):
                level[edge.head] = level[edge.tail] + 1
    level |= {id: max(1, level[id]) for id in findings}
    last = max((level[id] for id in findings), default=0)
    return level | {
        node.id: last + (1 if node.kind == "step" else 2) for node in graph.nodes if node.kind in ("step", "gate")
    }


def layout(graph: Graph) -> Layout:
    """The places of everything in the map."""
    level = levels(graph)
    steps = max(level.values()) - 1
    left = {0: 0.0, 1: CARD["question"] + SWING + WORDS}
    for n in range(2, steps + 1):
        left[n] = left[n - 1] + CARD["finding"] + SWING + WORDS
    left[steps + 1] = left[steps] + CARD["step"] + ORDER + 60
    boxes: dict[str, Box] = {}
    groups: dict[str, Box] = {}
    keys = list(dict.fromkeys([group.key for group in graph.groups] + [""]))
    members = {key: [node for node in graph.nodes if node.group == key] for key in keys}
    stages = [key for key in keys if any(node.kind == "gate" for node in members[key])]
    topics = [key for key in keys if key not in stages and members[key]]
    tall = {key: _height(graph, members[key], level) for key in (*stages, *topics)}
    missing = sum(tall[key] + APART for key in topics) - sum(tall[key] + APART for key in stages)
    for area, gap in ((topics, APART), (stages, APART + max(0, missing) / max(1, len(stages) - 1))):
        y = 0.0
        for key in area:
            placed = _band(graph, members[key], level, left, y, tall[key])
            boxes |= placed
            start = -SIDE if key in topics else left[steps] - WORDS - SIDE
            end = left[steps] - WORDS - SWING + SIDE if key in topics else left[steps + 1] + CARD["gate"] + SIDE
            if key:
                groups[key] = Box((start + end) / 2, y + tall[key] / 2, end - start, tall[key])
            y += tall[key] + gap
    return Layout(boxes, _routes(graph, boxes), groups)


def entering(graph: Graph, node: Node) -> list[Edge]:
    """The conditions that lead into a node."""
    return [edge for edge in graph.edges if edge.head == node.id and not edge.tail.startswith("gate:")]


def _tall(graph: Graph, node: Node) -> float:
    width, height = size_of(lines_of(node))
    if node.kind == "gate":
        return max(50, (height + (22 if node.place else 0)) / max(0.3, 1 - width / CARD["gate"]))
    return max(34, height + 12, ROW * len(entering(graph, node)) + 8)


def _columns(nodes: list[Node], level: dict[str, int]) -> dict[int, list[Node]]:
    columns: dict[int, list[Node]] = {}
    for node in nodes:
        columns.setdefault(level[node.id], []).append(node)
    return columns


def _height(graph: Graph, nodes: list[Node], level: dict[str, int]) -> float:
    return (
        TOP
        + SIDE
        + max(sum(_tall(graph, node) + GAP for node in column) - GAP for column in _columns(nodes, level).values())
    )


def _band(
    graph: Graph, nodes: list[Node], level: dict[str, int], left: dict[int, float], y: float, tall: float
) -> dict[str, Box]:
    """The nodes of one group, each column in the middle of the band."""
    boxes = {}
    for n, column in _columns(nodes, level).items():
        heights = [_tall(graph, node) for node in column]
        at = y + TOP + (tall - TOP - SIDE - sum(heights) - GAP * (len(heights) - 1)) / 2
        for node, height in zip(column, heights, strict=True):
            boxes[node.id] = Box(left[n] + CARD[node.kind] / 2, at + height / 2, CARD[node.kind], height)
            at += height + GAP
    return boxes


def _routes(graph: Graph, boxes: dict[str, Box]) -> dict[Edge, Route]:
    found = {}
    for node in graph.nodes:
        edges, head = (
            sorted(entering(graph, node), key=lambda edge: (boxes[edge.tail].y, boxes[edge.tail].x)),
            boxes[node.id],
        )
        for n, edge in enumerate(edges):
            tail, width = boxes[edge.tail], size_of(lines_of_edge(edge, 1000))[0]
            y = head.y + ROW * (n - (len(edges) - 1) / 2) + 3
            start, middle = (tail.right, tail.y), (head.left - WORDS, y)
            found[edge] = Route(swung(start, middle, (head.left, y)), (middle[0] + 4 + width / 2, y - 8), 1000)
    for edge in graph.edges:
        if edge in found:
            continue
        tail, head = boxes[edge.tail], boxes[edge.head]
        width = size_of(lines_of_edge(edge, 1000))[0]
        if edge.head.startswith("gate:"):
            label = (tail.x + 8 + size_of(lines_of_edge(edge))[0] / 2, (tail.bottom + head.top) / 2)
            found[edge] = Route(rounded((tail.x, tail.bottom), (tail.x, head.top)), label)
        else:
            middle = (head.right + ORDER, head.y)
            label = (head.right + 12 + min(width, ORDER) / 2, head.y - 8)
            found[edge] = Route(swung((tail.left, tail.y), middle, (head.right, head.y)), label, 1000)
    return found
