"""The layout of a graph in one column, in the order of reading: somebody's way, the stages, and all around a part."""

from milepost.diagrams import looks
from milepost.diagrams.graph import AMONG, AROUND, STAGES, WAY, YOURS, Edge, Graph, Group, Node
from milepost.diagrams.lines import height_of, lines_of, wrapped
from milepost.diagrams.measure import high
from milepost.diagrams.places import Box, Layout, Point, Route

MARGIN, PAD, RIM = 12, 10, 4
# A way and a part fit a small phone.
PHONE, DEEPER, NEAR, APART, UNDER, RAIL = 320, 18, 8, 12, 6, 15
# Around a part: how far what it is about stands in, and how far below it a bar stands.
OUTSIDE, CLEAR = 16, 8
# The stages fit a sheet of paper: each with its title on the left, and its steps in columns.
SHEET, FRAME, GAP, BETWEEN, TITLE, COLUMNS = 900, 6, 3, 22, 140, 3
CARD_PAD = 4


def layout_of(graph: Graph) -> Layout | None:
    """The layout of a way, of the stages or of a part; None for any other graph, which Graphviz lays out."""
    made = {WAY: _way, STAGES: _stages, AROUND: _around}.get(graph.flow)
    return made(graph) if made else None


def pad_of(node: Node) -> float:
    """How far the words in a node stand from its left side."""
    if looks.is_bare(node):
        return 0
    return CARD_PAD if node.state == AMONG else PAD + (RIM if node.state == YOURS else 0)


def room_in(node: Node, width: float) -> float:
    """The room for words in a node of some width."""
    return width - 2 * pad_of(node)


def _height(node: Node, width: float, pad: float) -> float:
    around = 0 if looks.is_bare(node) else 2 * pad + (2 * RIM if node.state == YOURS else 0)
    return height_of(lines_of(node, room_in(node, width))) + around


def _way(graph: Graph) -> Layout:
    """Each node below the one before it, and further left the nearer it stands to the step.

    A line runs from the left side of a node down to the top of what it leads to, and so passes no words: all that
    stands between the two stands further right.
    """
    boxes: dict[str, Box] = {}
    routes: dict[Edge, Route] = {}
    titles: dict[str, Point] = {}
    depths = _depths(graph)
    y = float(MARGIN)
    for n, node in enumerate(graph.nodes):
        begins, title = n == 0 or node.group != graph.nodes[n - 1].group, graph.title_of(node)
        left, into = MARGIN + DEEPER * depths[node.id], graph.entering(node.id)
        tipped = bool(into)
        if begins and title:
            # Beside the line, if there is one.
            y += (APART if n else 0) + high(looks.SMALL)
            titles[node.group] = (left + (DEEPER if tipped else 0), y - 4)
            y += UNDER if tipped else 0
        else:
            y += APART if begins else NEAR
        width = PHONE - MARGIN - left
        height = _height(node, width, PAD)
        boxes[node.id] = Box(PHONE - MARGIN - width / 2, y + height / 2, width, height)
        for edge in into:
            tail, rail = boxes[edge.tail], left + DEEPER / 2
            start = ((rail, tail.bottom),) if tail.left == left else ((tail.left, tail.y), (rail, tail.y))
            routes[edge] = Route((*start, (rail, y)))
        y += height
    return Layout(PHONE, y + MARGIN, boxes, routes, titles)


def _depths(graph: Graph) -> dict[str, int]:
    """How many nodes each node of a way stands before the step."""
    depths: dict[str, int] = {}
    for node in reversed(graph.nodes):
        heads = [depths[edge.head] for edge in graph.leaving(node.id) if graph.by_id[edge.head].kind != "next"]
        depths[node.id] = max(heads) + 1 if heads else 0
    return depths


def _stages(graph: Graph) -> Layout:
    """Each stage a band, its steps in columns read line by line; between two stages the words on the line."""
    boxes: dict[str, Box] = {}
    routes: dict[Edge, Route] = {}
    frames: dict[str, Box] = {}
    into = {edge.head: edge for edge in graph.edges}
    words = tuple(wrapped(graph.description, SHEET - 2 * MARGIN, looks.SIZE, looks.INK))
    y = MARGIN + height_of(words) + PAD
    for group in graph.groups:
        if edge := into.get(graph.of_group(group.key)[0].id):
            x, room = MARGIN + FRAME + RAIL, SHEET - 4 * MARGIN - 2 * RAIL
            onward = tuple(wrapped(edge.label, room, looks.SIZE, looks.INK))
            below = y + max(BETWEEN, height_of(onward) + 8)
            routes[edge] = Route(((x, y), (x, below)), onward, (x + RAIL, (y + below - height_of(onward)) / 2))
            y = below
        foot = _stage(graph, group, y, boxes)
        frames[group.key] = Box(SHEET / 2, (y + foot) / 2, SHEET - 2 * MARGIN, foot - y)
        y = foot
    return Layout(SHEET, y + MARGIN, boxes, routes, {}, frames, words, (MARGIN, MARGIN))


def _stage(graph: Graph, group: Group, top: float, boxes: dict[str, Box]) -> float:
    """Place the nodes of a stage that begins at `top`; return where it ends."""
    stage, *cards = graph.of_group(group.key)
    first, last, y = float(MARGIN + FRAME + TITLE + GAP), SHEET - MARGIN - FRAME, top + FRAME
    height = _height(stage, TITLE, 0)
    boxes[stage.id] = Box(MARGIN + FRAME + TITLE / 2, y + 3 + height / 2, TITLE, height)
    width = (last - first - (COLUMNS - 1) * APART) / COLUMNS
    for row in (cards[n : n + COLUMNS] for n in range(0, len(cards), COLUMNS)):
        height = max(_height(card, width, CARD_PAD / 2) for card in row)
        for n, card in enumerate(row):
            boxes[card.id] = Box(first + n * (width + APART) + width / 2, y + 3 + height / 2, width, height)
        y += height + GAP
    return max(y, boxes[stage.id].bottom) + FRAME


def _around(graph: Graph) -> Layout:
    """What it is about, and below it each group of what is around it.

    A line runs down the left of each group, the further left the further down the group stands: so no lines cross. What
    leads on leaves from the left side, and all else ends below; what stops ends with its bar clear of the box.
    """
    (subject,) = graph.of_group("")
    width = PHONE - 2 * MARGIN - OUTSIDE
    y = MARGIN + _height(subject, width, PAD)
    about = Box(PHONE - MARGIN - width / 2, (MARGIN + y) / 2, width, y - MARGIN)
    boxes = {subject.id: about}
    routes: dict[Edge, Route] = {}
    titles: dict[str, Point] = {}
    left = MARGIN + NEAR + DEEPER * len(graph.groups)
    width, foot = PHONE - MARGIN - left, y + 1  # below the line around it
    y += CLEAR
    for n, group in enumerate(graph.groups, start=1):
        y += APART + high(looks.SMALL)
        titles[group.key] = (left, y - 4)
        for node in graph.of_group(group.key):
            height = _height(node, width, PAD)
            boxes[node.id] = Box(left + width / 2, y + UNDER + height / 2, width, height)
            beside, rail = y + UNDER + PAD + NEAR, left - n * DEEPER
            for edge in graph.leaving(node.id):
                end = foot + CLEAR if edge.exception else foot
                routes[edge] = Route(((left, beside), (rail, beside), (rail, end)))
            for edge in graph.entering(node.id):
                routes[edge] = Route(((about.left, about.y), (rail, about.y), (rail, beside), (left, beside)))
            y += UNDER + height
    return Layout(PHONE, y + MARGIN, boxes, routes, titles)
