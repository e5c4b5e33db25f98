"""What the picture looks like. Text has a contrast of at least 4.5:1 to its ground, lines at least 3:1 to white.

Nothing hangs on colour alone: the path has numbers, thick lines and bold type, steps that were considered are dashed,
folded ones dotted, and kinds differ in shape.
"""

from milepost.diagrams.graph import CONSIDERED, RECOMMENDED, Edge, Graph, Node

FONT = "DejaVu Sans,Verdana,Arial,sans-serif"
INK = "#1b2530"
QUIET_INK = "#4f5b66"
LINE = "#6b7680"
PATH = "#0b4a5e"
WHITE = "#ffffff"
FILL = {"question": "#ffffff", "finding": "#e6f1f4", "gate": "#fdf3dc", "step": "#ffffff", "more": "#ffffff"}
GROUP_FILL, GROUP_LINE = "#f6f7f8", "#8a939b"
SIZE, SMALL, LARGE = 13, 11, 16
GROUP = {
    "fontsize": str(LARGE),
    "fontcolor": INK,
    "style": "rounded,filled",
    "fillcolor": GROUP_FILL,
    "color": GROUP_LINE,
}


def box(node: Node) -> dict[str, str]:
    """The Graphviz attributes of a node."""
    looks = {"shape": "box", "style": "rounded,filled", "fillcolor": FILL[node.kind], "color": LINE, "penwidth": "1"}
    if node.kind == "gate":
        looks |= {"shape": "diamond", "style": "filled", "margin": "0.02,0.02"}
    if node.place:
        looks |= {"color": PATH, "penwidth": "2.4"}
    if node.state == RECOMMENDED:
        looks |= {"fillcolor": PATH, "peripheries": "2", "style": "filled", "margin": "0.2,0.12"}
    elif node.state == CONSIDERED:
        looks |= {"style": "rounded,filled,dashed"}
    elif node.kind == "more":
        looks |= {"style": "rounded,filled,dotted"}
    return looks


def line(graph: Graph, edge: Edge) -> dict[str, str]:
    """The Graphviz attributes of an edge."""
    if edge.on_path:
        return {"color": PATH, "penwidth": "2.6", "arrowsize": "0.9"}
    head = graph.by_id[edge.head]
    dashed = head.state == CONSIDERED or head.kind == "more"
    return {"color": LINE, "penwidth": "1", "arrowsize": "0.7", "style": "dashed" if dashed else "solid"}
