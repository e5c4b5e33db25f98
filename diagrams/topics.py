"""A graph too large for one picture, drawn topic by topic; what a topic looks at elsewhere is a link to its place."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, fromstring

from msgspec.structs import replace

from milepost.diagrams import looks
from milepost.diagrams.dot import svg_id
from milepost.diagrams.graph import TOPIC, Graph, Group, Node, graph_of
from milepost.diagrams.svg import SVG, head, painted, written

MARGIN, APART = 16, 40


def pages(graph: Graph) -> Iterator[Graph]:
    """Yield a graph for each group: its nodes, and without a group what they look at elsewhere."""
    for group in graph.groups:
        home = {node.id for node in graph.of_group(group.key)}
        edges = [edge for edge in graph.edges if edge.head in home]
        near = home | {edge.tail for edge in edges}
        nodes = [_from_elsewhere(node, home) for node in graph.nodes if node.id in near]
        yield graph_of(group.title, graph.description, nodes, edges, [Group(group.key, "")], TOPIC)


def home_of(page: Graph) -> dict[str, str]:
    """Where the nodes of a page lead that have their place on another."""
    return {node.id: f"#{svg_id(node.id)}" for node in page.of_group("")}


def bound(graph: Graph, drawn: list[bytes]) -> bytes:
    """The pictures of all pages as one, below each other."""
    root = Element(f"{{{SVG}}}svg", {"font-family": looks.FONT})
    y, widest = float(MARGIN), 0.0
    grounds = SubElement(root, "rect", painted(looks.GROUND))
    for page, picture in zip(pages(graph), drawn, strict=True):
        inner = fromstring(picture)
        wide, tall = (float(inner.attrib.pop(side).removesuffix("pt")) for side in ("width", "height"))
        for name in ("role", "aria-labelledby"):
            inner.attrib.pop(name, None)
        for element in list(inner)[:3]:  # name, description and looks, which the whole has
            inner.remove(element)
        for element in inner.iter():
            if element.get("data-id") in home_of(page):
                del element.attrib["id"]
        inner.attrib |= {"x": str(MARGIN), "y": f"{y:.1f}", "width": f"{wide:g}", "height": f"{tall:g}"}
        root.append(inner)
        y, widest = y + tall + APART, max(widest, wide)
    size = {"width": f"{widest + 2 * MARGIN:g}", "height": f"{y:g}"}
    grounds.attrib |= size
    root.attrib |= {**size, "viewBox": f"0 0 {size['width']} {size['height']}"}
    head(root, graph)
    return written(root)


def sheet(graph: Graph) -> Graph:
    """All pages as one graph, where the form has neither pages nor links: a page shows what is elsewhere once more."""
    nodes, edges = [], []
    for n, (group, page) in enumerate(zip(graph.groups, pages(graph), strict=True), start=1):
        copies = {node.id: f"{node.id}_{n}" for node in page.of_group("")}
        nodes += [replace(node, id=copies.get(node.id, node.id), group=group.key) for node in page.nodes]
        edges += [replace(edge, tail=copies.get(edge.tail, edge.tail)) for edge in page.edges]
    # Graphviz puts what is named first at the bottom, where it draws to the right.
    return graph_of(graph.title, graph.description, nodes, edges, graph.groups[::-1], TOPIC)


def _from_elsewhere(node: Node, home: set[str]) -> Node:
    return node if node.id in home else replace(node, group="")
