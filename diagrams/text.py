"""A graph in words: a numbered list that reads aloud well, the path first."""

import textwrap

from milepost.diagrams.graph import RECOMMENDED, Graph, Node
from milepost.diagrams.labels import KINDS, TICK, YOUR_ANSWER, YOUR_STEP, plain

NARROWEST = 40
PATH, BESIDE, REST = "Your path", "Beside your path", "All parts"


def text(graph: Graph, width: int = 80) -> str:
    """The list, at most `width` columns wide (40 at least). A node's number on the path is its place; others follow."""
    width = max(NARROWEST, width)
    number = {node.id: n for n, node in enumerate(graph.in_reading_order, start=1)}
    said = [_wrapped(graph.title, width), "", _wrapped(graph.description, width), ""]
    for heading, nodes in _sections(graph):
        said += [*_heading(heading, width), ""]
        for node in nodes:
            said += _node(graph, node, number, width)
        said.append("")
    return "\n".join(said).rstrip() + "\n"


def _sections(graph: Graph) -> list[tuple[str, list[Node]]]:
    rest = [node for node in graph.in_reading_order if not node.place]
    sections = [(PATH, list(graph.path))]
    alone = [node for node in rest if not node.group]
    sections.append((BESIDE if graph.path else REST, alone))
    sections += [(group.title, [node for node in rest if node.group == group.key]) for group in graph.groups]
    return [(heading, nodes) for heading, nodes in sections if nodes]


def _heading(heading: str, width: int) -> list[str]:
    lines = _wrapped(heading, width).splitlines()
    return [*lines, "-" * max(len(line) for line in lines)]


def _node(graph: Graph, node: Node, number: dict[str, int], width: int) -> list[str]:
    kind = f"{TICK} {YOUR_STEP}" if node.state == RECOMMENDED else KINDS[node.kind]
    said = [_wrapped(f"{kind}: {node.label}", width, first=f"{number[node.id]}. ".ljust(4), indent=" " * 7)]
    if node.caption and node.state != RECOMMENDED:
        said.append(_wrapped(f"({node.caption})", width, first="    ", indent=" " * 6))
    if node.answer:
        said.append(_wrapped(f"{YOUR_ANSWER}: {node.answer}", width, first="    ", indent=" " * 6))
    if node.detail:
        said.append(_wrapped(node.detail, width, first="    ", indent=" " * 6))
    for edge in graph.leaving(node.id):
        words = f": {edge.label}" if edge.label else ""
        said.append(_wrapped(f"Leads to {number[edge.head]}{words}", width, first="    - ", indent=" " * 8))
    return said


def _wrapped(words: str, width: int, first: str = "", indent: str = "") -> str:
    return textwrap.fill(plain(words), width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
