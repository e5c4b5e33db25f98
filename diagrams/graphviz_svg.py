"""SVG as Graphviz renders it, given the same names, data, looks and links as ours."""

from xml.etree.ElementTree import Element, fromstring

from milepost.diagrams import looks
from milepost.diagrams.dot import svg_id
from milepost.diagrams.graph import Edge, Graph, Node
from milepost.diagrams.html_label import PLACE
from milepost.diagrams.labels import edge_said, spoken
from milepost.diagrams.svg import SVG, Link, data_of, head, written

HREF = "{http://www.w3.org/1999/xlink}href"
INKS = {looks.light(ink): ink for ink in (looks.INK, looks.QUIET, looks.LINE)}


class Incomplete(Exception):
    """Something of the graph is missing in the rendered picture. Part of a picture would mislead, so there is none."""


def finished(graph: Graph, rendered: bytes, link: Link) -> bytes:
    """The finished picture, from what Graphviz rendered; no comment, no outside reference, no time of making.

    Raises Incomplete where a node or an edge was not rendered.
    """
    root = fromstring(rendered)
    nodes = {svg_id(node.id): node for node in graph.nodes}
    edges = {svg_id(edge.tail, edge.head): edge for edge in graph.edges}
    seen = set()
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if what := nodes.get(id := element.get("id", "")) or edges.get(id):
                seen.add(id)
                _mark(graph, element, what)
                if isinstance(what, Node) and (to := link(what.id)):
                    around = Element(f"{{{SVG}}}a", {"href": to})
                    around.append(element)
                    parent[place] = around
            elif element.tag == f"{{{SVG}}}a":
                _lead(element, link)
    for group in root.iter(f"{{{SVG}}}g"):
        if group.get("class") in ("graph", "cluster"):
            _unnamed(group)
            _painted(group, looks.GROUND if group.get("class") == "graph" else looks.NONE)
    if missing := sorted({*nodes, *edges} - seen):
        raise Incomplete(", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else ""))
    head(root, graph)
    return written(root)


def _mark(graph: Graph, element: Element, what: Node | Edge) -> None:
    title = element.find(f"{{{SVG}}}title")
    if title is None:
        raise Incomplete(f"the title of {element.get('id')}")
    title.text = spoken(graph, what) if isinstance(what, Node) else edge_said(graph, what)
    element.attrib |= data_of(what)
    if isinstance(what, Node):
        _painted(element, looks.fill(what), looks.border(what)[0])
    else:
        _painted(element, looks.NONE, looks.LINE)


def _painted(element: Element, fill: str, stroke: str = looks.NONE) -> None:
    """Give the shapes and words of an element the classes of their colours."""
    for shape in element.iter():
        match shape.tag.removeprefix(f"{{{SVG}}}"):
            case "text" if "class" not in shape.attrib:
                shape.set("class", f"t-{INKS.get(shape.get('fill', ''), looks.INK)}")
            case "polygon" if element.get("class", "").startswith("edge"):
                shape.set("class", f"f-{looks.LINE} s-{looks.LINE}")
            case "polyline":
                shape.set("class", f"f-{looks.NONE} s-{looks.LINE}")
            case "path" | "polygon" if "class" not in shape.attrib:
                shape.set("class", f"box f-{fill} s-{stroke}")


def _lead(element: Element, link: Link) -> None:
    """Let a line lead where its view is; where there is none, it is no link."""
    to = link((element.attrib.pop(HREF, "") or element.get("href", "")).removeprefix(PLACE))
    for name in [name for name in element.attrib if "xlink" in name]:
        del element.attrib[name]
    if to:
        element.set("href", to)
    else:
        element.tag = f"{{{SVG}}}g"


def _unnamed(group: Element) -> None:
    if (title := group.find(f"{{{SVG}}}title")) is not None:
        group.remove(title)
