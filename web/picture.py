"""A finished SVG made part of a page: its nodes are links to their words, with a number of its own."""

from xml.etree import ElementTree

from markupsafe import Markup

from milepost.diagrams.graph import Graph
from milepost.diagrams.labels import spoken
from milepost.diagrams.svg import SVG


def linked(graph: Graph, svg: bytes, numbers: dict[str, int]) -> Markup:
    """The picture for the inside of a page. Each node is a link with the id `box-N` to `#part-N`, N its number."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    # As an image its links would be out of reach; its title and description stay its name.
    root.attrib |= {"role": "group", "id": "picture"}
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if node := graph.by_id.get(child.get("data-id", "")):
                number = numbers[node.id]
                link = ElementTree.Element(
                    f"{{{SVG}}}a", {"id": f"box-{number}", "href": f"#part-{number}", "aria-label": spoken(graph, node)}
                )
                link.append(child)
                parent[place] = link
    return Markup(ElementTree.tostring(root, encoding="unicode"))
