"""A graph in DOT, the language of Graphviz."""

from itertools import pairwise

from milepost.diagrams import html_label, looks
from milepost.diagrams.graph import TOPIC, YOURS, Edge, Graph, Group, Node
from milepost.diagrams.labels import edge_said, plain, spoken
from milepost.diagrams.layout import RIM, room_in
from milepost.diagrams.lines import height_of, lines_of
from milepost.diagrams.measure import wide
from milepost.diagrams.places import Box, Layout

# The room for words in a node that Graphviz places.
ROOM = 184.0
# How long the tip of a line is.
TIP = 7


def name(id: str) -> str:
    """A node's name in DOT: its id with a dot, as a colon would name a port there."""
    return id.replace(":", ".")


def svg_id(*ids: str) -> str:
    """The id of an element in SVG, for a node or for the edge between two."""
    return "--".join(id.replace(":", "-") for id in ids)


def dot(graph: Graph, layout: Layout | None, told: bool = True, size: str = "") -> str:
    """The DOT source.

    `told` puts the words in full into tooltips, `size` limits width and height, as in "7.5,10.9" inches.
    """
    import graphviz

    drawn = graphviz.Digraph("milepost")
    # Edges come first, so that boxes lie over them; `newrank`, as dot's older ranking loses edges where there are
    # groups.
    drawn.attr(
        "graph",
        bgcolor=looks.light(looks.GROUND),
        pad="0.15",
        fontname=looks.FONT,
        outputorder="edgesfirst",
        newrank="true",
        rankdir="TB" if layout else "LR",
        nodesep="0.1",
        ranksep="1.2",  # many lines between two columns need room
        **({"size": size} if size else {}),
    )
    if graph.flow == TOPIC:
        title = f"<<B>{html_label.escaped(plain(graph.title))}</B>>"
        drawn.attr(
            label=title, labelloc="t", labeljust="l", fontsize=str(looks.LARGE), fontcolor=looks.light(looks.INK)
        )
    if layout and layout.words:
        across, (left, top) = max(line.width for line in layout.words), layout.words_at
        middle = (left + across / 2, top + height_of(layout.words) / 2)
        drawn.attr(label=html_label.label(list(layout.words)), labelloc="t", labeljust="l", lp=_at(middle))
    drawn.attr("node", fontname=looks.FONT, fontsize=str(looks.SIZE), margin="0.12,0.08")
    drawn.attr("edge", fontname=looks.FONT, fontsize=str(looks.SMALL))
    for node in graph.of_group(""):
        _node(drawn, graph, node, layout, told)
    for group in graph.groups:
        with drawn.subgraph(name=f"cluster_{group.key}") as cluster:
            _frame(cluster, graph, group, layout)
            # Graphviz puts what is named first at the bottom, where it draws to the right.
            for node in graph.of_group(group.key)[:: 1 if layout else -1]:
                _node(cluster, graph, node, layout, told)
    for edge in graph.edges:
        _edge(drawn, graph, edge, layout, told)
    return drawn.source


def _frame(cluster, graph: Graph, group: Group, layout: Layout | None) -> None:
    """The frame of a group; a stage names itself, and a title on a way has no frame."""
    title = plain(group.title)
    words = f"<<B>{html_label.escaped(title)}</B>>" if title else ""
    font = {"fontsize": str(looks.SMALL), "fontcolor": looks.light(looks.QUIET)}
    if layout is None:
        cluster.attr(label=words, style="rounded", color="transparent", labeljust="l", **font)
    elif box := layout.frames.get(group.key):
        corners = _corners([box])
        colour, width = looks.frame(graph.has_yours(group.key))
        look = {"style": "rounded,filled", "fillcolor": looks.light(looks.FRAME), "color": looks.light(colour)}
        look |= {"penwidth": f"{width or 1:g}"}
        cluster.attr(label="", bb=corners, **look)
    else:
        around, placed = [layout.boxes[node.id] for node in graph.of_group(group.key)], {}
        if at := layout.titles.get(group.key):
            across = wide(title, looks.SMALL, bold=True)
            around.append(Box(at[0] + across / 2, at[1] - looks.SMALL / 3, across, 2 * looks.SMALL))
            placed = {"lp": _at((at[0] + across / 2, at[1] - looks.SMALL / 3)), "lwidth": f"{across / 72:.2f}"}
        cluster.attr(label=words, bb=_corners(around), color="transparent", **placed, **font)


def _node(into, graph: Graph, node: Node, layout: Layout | None, told: bool) -> None:
    # Graphviz may not know the font, and then makes boxes too narrow.
    placed, lines, width = {}, lines_of(node, ROOM), ROOM
    if layout:
        box = layout.boxes[node.id]
        # Graphviz draws a second line around the box.
        rim = 2 * RIM if node.state == YOURS else 0
        size = {
            "width": f"{(box.width - rim) / 72:.3f}",
            "height": f"{(box.height - rim) / 72:.3f}",
            "fixedsize": "true",
        }
        placed = {"pos": _at((box.x, box.y)), **size}
        lines, width = lines_of(node, room_in(node, box.width)), room_in(node, box.width)
    tooltip = {"tooltip": _text(spoken(graph, node))} if told else {}
    label = html_label.label(lines, width)
    into.node(name(node.id), label=label, id=svg_id(node.id), **tooltip, **looks.box(node), **placed)


def _edge(into, graph: Graph, edge: Edge, layout: Layout | None, told: bool) -> None:
    placed, lines = {"headport": "w", "tailport": "e"}, []
    if layout:
        route = layout.routes[edge]
        lines, points = list(route.words), route.before_tip(TIP)
        # Straight pieces, each as the curve that Graphviz wants.
        pieces = [points[0], *(each for one, other in pairwise(points) for each in (one, other, other))]
        placed = {"pos": f"e,{_at(route.points[-1])} " + " ".join(map(_at, pieces))}
        if lines:
            across, down = max(line.width for line in lines), height_of(lines)
            placed["lp"] = _at((route.at[0] + across / 2, route.at[1] + down / 2))
    label = {"label": html_label.label(lines)} if lines else {}
    tooltip = {"tooltip": _text(edge_said(graph, edge))} if told else {}
    id, ends = svg_id(edge.tail, edge.head), (name(edge.tail), name(edge.head))
    into.edge(*ends, id=id, **tooltip, **label, **looks.line(edge), **placed)


def _corners(boxes: list[Box]) -> str:
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    return f"{_at((left, max(box.bottom for box in boxes)))},{_at((right, min(box.top for box in boxes)))}"


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{-point[1]:.1f}"


def _text(text: str) -> str:
    """Text for a plain attribute: Graphviz reads escapes and entities there."""
    import graphviz

    return graphviz.escape(plain(text).replace("&", "&amp;"))
