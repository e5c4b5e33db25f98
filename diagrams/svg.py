"""SVG: drawn here where the layout is ours; with a text alternative, and data from which the graph can be read back."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from milepost.diagrams import looks
from milepost.diagrams.dot import svg_id
from milepost.diagrams.graph import YOURS, Edge, Graph, Node
from milepost.diagrams.labels import edge_said, plain, spoken
from milepost.diagrams.layout import RIM, pad_of, room_in
from milepost.diagrams.lines import Line, lines_of
from milepost.diagrams.places import Box, Layout, Route

SVG = "http://www.w3.org/2000/svg"
TITLE, DESCRIPTION = "milepost-title", "milepost-desc"
ARROW, ROUND = 5, 8
# Of a line of words, the share of its height above its foot.
RISE = 0.77
# Where a node leads that has a view of its own: from its id to an address, if there is one.
Link = Callable[[str], str | None]


def nowhere(id: str) -> None:
    """Lead nowhere: a picture that stands alone."""


def svg(graph: Graph, layout: Layout, link: Link = nowhere) -> bytes:
    """The picture of a way or of the stages in our layout; no comment, no outside reference, no time of making."""
    root = Element("svg", {"xmlns": SVG, "width": _n(layout.width), "height": _n(layout.height)})
    root.set("viewBox", f"0 0 {_n(layout.width)} {_n(layout.height)}")
    root.set("font-family", looks.FONT)
    head(root, graph)
    size = {"width": _n(layout.width), "height": _n(layout.height)}
    SubElement(root, "rect", {**size, **painted(looks.GROUND)})
    _words(root, list(layout.words), *layout.words_at)
    for group in graph.groups:
        if frame := layout.frames.get(group.key):
            around = painted(looks.FRAME, *looks.frame(graph.has_yours(group.key)))
            SubElement(root, "rect", {**_place(frame), "rx": _n(ROUND), **around})
        if at := layout.titles.get(group.key):
            said = SubElement(root, "text", {"x": _n(at[0]), "y": _n(at[1]), "class": f"title t-{looks.QUIET}"})
            said.attrib |= {"font-size": str(looks.SMALL), "font-weight": "bold", "fill": looks.light(looks.QUIET)}
            said.text = plain(group.title)
    for edge in graph.edges:
        _edge(root, graph, edge, layout.routes[edge])
    for node in graph.nodes:
        _node(root, graph, node, layout.boxes[node.id], link)
    return written(root)


def head(root: Element, graph: Graph) -> None:
    """Put the name, the text alternative and the looks at the head of a picture."""
    root.attrib |= {"role": "img", "aria-labelledby": f"{TITLE} {DESCRIPTION}"}
    for place, (tag, id, text) in enumerate(
        (("title", TITLE, graph.title), ("desc", DESCRIPTION, described(graph)), ("style", "", looks.STYLE))
    ):
        made = Element(tag, {"id": id} if id else {})
        made.text = plain(text)
        root.insert(place, made)


def written(root: Element) -> bytes:
    """A finished picture as a file."""
    register_namespace("", SVG)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def described(graph: Graph) -> str:
    """The text alternative: the description, and the nodes in the order of reading."""
    return " ".join([graph.description, *(spoken(graph, node) for node in graph.nodes)])


def data_of(what: Node | Edge) -> dict[str, str]:
    """The attributes of a node's or an edge's element, from which the graph can be read back."""
    if isinstance(what, Edge):
        kind = "edge exception" if what.exception else "edge"
        return {"class": kind, "data-tail": what.tail, "data-head": what.head}
    state = {"data-state": what.state} if what.state else {}
    return {"class": f"node {what.kind} {what.state}".strip(), "data-id": what.id, "data-kind": what.kind, **state}


def _node(root: Element, graph: Graph, node: Node, box: Box, link: Link) -> None:
    to = link(node.id)
    into = SubElement(root, "a", {"href": to}) if to else root
    made = SubElement(into, "g", {"id": svg_id(node.id), **data_of(node)})
    SubElement(made, "title").text = spoken(graph, node)
    colour, width, broken = looks.border(node)
    round_ = {"rx": _n(ROUND)} if looks.is_round(node) and node.state != YOURS else {}
    inner = Box(box.x, box.y, box.width - 2 * RIM, box.height - 2 * RIM) if node.state == YOURS else box
    if inner is not box:
        SubElement(made, "rect", {**_place(box), **painted(looks.NONE, colour, width)})
    dashes = {"stroke-dasharray": broken} if broken else {}
    SubElement(made, "rect", {**_place(inner), **round_, **painted(looks.fill(node), colour, width, "box"), **dashes})
    lines = lines_of(node, room_in(node, box.width))
    start = box.y - sum(line.height for line in lines) / 2
    _words(made, lines, box.left + pad_of(node), start)


def _edge(root: Element, graph: Graph, edge: Edge, route: Route) -> None:
    made = SubElement(root, "g", {"id": svg_id(edge.tail, edge.head), **data_of(edge)})
    SubElement(made, "title").text = edge_said(graph, edge)
    path = "L".join(f"{_n(x)} {_n(y)}" for x, y in route.before_tip(ARROW))
    SubElement(made, "path", {"d": f"M{path}", **painted(looks.NONE, looks.LINE, 1.6)})
    x, below = route.points[-1]  # down, as all lines here end
    tip = f"M{_n(x - 4)} {_n(below - ARROW - 2)}h8L{_n(x)} {_n(below)}z"
    SubElement(made, "path", {"d": tip, **painted(looks.LINE)})
    _words(made, list(route.words), *route.at)


def _words(into: Element, lines: list[Line], x: float, top: float) -> None:
    for line in lines:
        said = SubElement(into, "text", {"x": _n(x + line.inset), "y": _n(top + line.height * RISE)})
        said.attrib |= {"class": f"t-{line.ink}", "font-size": str(line.size), "fill": looks.light(line.ink)}
        said.attrib |= {"font-weight": "bold"} if line.bold else {}
        said.text = line.text
        top += line.height


def painted(fill: str, stroke: str = looks.NONE, width: float = 1, kind: str = "") -> dict[str, str]:
    """The colours of a shape, as attributes for the light, and as classes for everything else."""
    light = {"fill": looks.light(fill) if fill != looks.NONE else "none", "class": f"{kind} f-{fill}".strip()}
    if stroke == looks.NONE:
        return light
    return light | {"class": f"{light['class']} s-{stroke}", "stroke": looks.light(stroke), "stroke-width": _n(width)}


def _place(box: Box) -> dict[str, str]:
    return {"x": _n(box.left), "y": _n(box.top), "width": _n(box.width), "height": _n(box.height)}


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
