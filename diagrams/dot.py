"""A graph in DOT, the language of Graphviz."""

from milepost.diagrams import html_label, looks
from milepost.diagrams.graph import DOWN, Edge, Graph, Node
from milepost.diagrams.labels import plain
from milepost.diagrams.measure import wide
from milepost.diagrams.places import Layout, before_arrow


def name(id: str) -> str:
    """A node's name in DOT: its id with a dot, as a colon would name a port there."""
    return id.replace(":", ".")


def svg_id(*ids: str) -> str:
    """The id of an element in SVG, for a node or for the edge between two."""
    return "--".join(id.replace(":", "-") for id in ids)


def dot(graph: Graph, layout: Layout, told: bool = True, size: str = "") -> str:
    """The DOT source.

    `told` puts the words in full into tooltips, `size` limits width and height, as in "7.5,10.9" inches.
    """
    import graphviz

    drawn = graphviz.Digraph("milepost")
    # Edges come first, so that boxes lie over them; `newrank`, as dot's older ranking loses edges where there are
    # groups.
    flow = (
        {"rankdir": "TB", "nodesep": "0.3", "ranksep": "0.35"}
        if graph.flow == DOWN
        else {"rankdir": "LR", "nodesep": "0.16", "ranksep": "1.2"}
    )
    limit = {"size": size} if size else {}
    drawn.attr(
        "graph",
        bgcolor=looks.WHITE,
        pad="0.25",
        fontname=looks.FONT,
        outputorder="edgesfirst",
        newrank="true",
        **flow,
        **limit,
    )
    drawn.attr("node", fontname=looks.FONT, fontsize=str(looks.SIZE), margin="0.1,0.06")
    drawn.attr("edge", fontname=looks.FONT, fontsize=str(looks.SMALL))
    grouped = {group.key: [node for node in graph.nodes if node.group == group.key] for group in graph.groups}
    for node in graph.nodes:
        if not node.group:
            _node(drawn, node, layout, told)
    for group in graph.groups:
        with drawn.subgraph(name=f"cluster_{group.key}") as cluster:
            cluster.attr(label=f"<<B>{html_label.escaped(plain(group.title))}</B>>", **looks.GROUP)
            if box := layout.groups.get(group.key):
                corner = (box.left + 14 + wide(group.title, looks.LARGE, bold=True) / 2, box.top + 16)
                cluster.attr(bb=f"{_at((box.left, box.bottom))},{_at((box.right, box.top))}", lp=_at(corner))
            for node in grouped[group.key]:
                _node(cluster, node, layout, told)
    for edge in graph.edges:
        _edge(drawn, graph, edge, layout, told)
    return drawn.source


def _node(into, node: Node, layout: Layout, told: bool) -> None:
    placed, width = {}, 0.0
    if box := layout.boxes.get(node.id):
        size = {"width": f"{box.width / 72:.3f}", "height": f"{box.height / 72:.3f}", "fixedsize": "true"}
        placed = {"pos": _at((box.x, box.y)), **size}
        width = box.width - 20 if node.kind != "gate" else 0
    tooltip = {"tooltip": _text(node.label)} if told else {}
    into.node(
        name(node.id), label=html_label.of_node(node, width), id=svg_id(node.id), **tooltip, **looks.box(node), **placed
    )


def _edge(into, graph: Graph, edge: Edge, layout: Layout, told: bool) -> None:
    looks_like, placed = looks.line(graph, edge), {}
    label = {"label": html_label.of_edge(edge)} if edge.label else {}
    if route := layout.routes.get(edge):
        control = before_arrow(route.control, 10 * float(looks_like["arrowsize"]))
        placed = {
            "pos": f"e,{_at(route.control[-1])} " + " ".join(_at(point) for point in control),
            "lp": _at(route.label),
        }
        label = {"label": html_label.of_edge(edge, route.room, route.side)}
    tooltip = {"tooltip": _text(edge.detail or edge.label)} if told else {}
    into.edge(
        name(edge.tail), name(edge.head), id=svg_id(edge.tail, edge.head), **tooltip, **label, **looks_like, **placed
    )


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{-point[1]:.1f}"


def _text(text: str) -> str:
    """Text for a plain attribute: Graphviz reads escapes and entities there."""
    import graphviz

    return graphviz.escape(plain(text).replace("&", "&amp;"))
