"""SVG: as Graphviz renders it, with a text alternative, and with ids and data from which the graph can be read back."""

from xml.etree import ElementTree

from milepost.diagrams.dot import svg_id
from milepost.diagrams.graph import Edge, Graph, Node
from milepost.diagrams.labels import plain, spoken

SVG = "http://www.w3.org/2000/svg"
TITLE, DESCRIPTION = "milepost-title", "milepost-desc"


class Incomplete(Exception):
    """Something of the graph is missing in the rendered picture. Part of a picture would mislead, so there is none."""


def svg(graph: Graph, rendered: bytes) -> bytes:
    """The finished picture, from what Graphviz rendered; no comment, no outside reference, no time of making.

    Raises Incomplete where a node or an edge was not rendered.
    """
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(rendered)
    root.attrib |= {"role": "img", "aria-labelledby": f"{TITLE} {DESCRIPTION}"}
    nodes = {svg_id(node.id): node for node in graph.nodes}
    edges = {svg_id(edge.tail, edge.head): edge for edge in graph.edges}
    groups = {f"cluster_{group.key}": group for group in graph.groups}
    for element in root.iter(_tag("g")):
        if node := nodes.get(element.get("id", "")):
            _mark(element, "node", node, spoken(graph, node))
        elif edge := edges.get(element.get("id", "")):
            _mark(element, "edge", edge, _edge_said(graph, edge))
        elif element.get("class") == "cluster":
            title = _title(element)
            title.text = plain(groups[title.text or ""].title)
        elif element.get("class") == "graph" and (name := element.find(_tag("title"))) is not None:
            element.remove(name)
    drawn = {element.get("id") for element in root.iter(_tag("g"))}
    if missing := sorted({*nodes, *edges} - drawn):
        raise Incomplete(", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else ""))
    for place, (tag, id, text) in enumerate((("title", TITLE, graph.title), ("desc", DESCRIPTION, described(graph)))):
        made = ElementTree.Element(_tag(tag), {"id": id})
        made.text = plain(text)
        root.insert(place, made)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def described(graph: Graph) -> str:
    """The text alternative: the description, and the path node by node."""
    return " ".join([graph.description, *(spoken(graph, node) for node in graph.path)])


def _title(element: ElementTree.Element) -> ElementTree.Element:
    title = element.find(_tag("title"))
    if title is None:
        raise Incomplete(f"the title of {element.get('id')}")
    return title


def _mark(element: ElementTree.Element, kind: str, what: Node | Edge, said: str) -> None:
    _title(element).text = said
    if isinstance(what, Node):
        data = {"id": what.id, "kind": what.kind, "place": str(what.place or ""), "state": what.state}
        on_path = bool(what.place)
    else:
        data, on_path = {"tail": what.tail, "head": what.head}, what.on_path
    element.set("class", f"{kind} path" if on_path else kind)
    element.attrib |= {f"data-{key}": value for key, value in data.items() if value}


def _edge_said(graph: Graph, edge: Edge) -> str:
    tail, head = graph.by_id[edge.tail], graph.by_id[edge.head]
    return plain(f"{tail.label} → {head.label}: {edge.detail or edge.label}")


def _tag(local: str) -> str:
    return f"{{{SVG}}}{local}"
