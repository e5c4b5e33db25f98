"""A graph in words: a numbered list that reads aloud well."""

import textwrap

from milepost.diagrams.graph import YOURS, Graph, Node
from milepost.diagrams.labels import TICK, YOUR_ANSWER, plain

NARROWEST = 40


def text(graph: Graph, width: int = 80) -> str:
    """The list, at most `width` columns wide (40 at least)."""
    width = max(NARROWEST, width)
    said = [_wrapped(graph.title, width), "", _wrapped(graph.description, width), ""]
    for node in graph.of_group(""):
        said += [*_node(graph, node, width), ""]
    for group in graph.groups:
        said += [*_heading(group.title, width), ""] if group.title else []
        for node in graph.of_group(group.key):
            said += _node(graph, node, width)
        said.append("")
    return "\n".join(said).rstrip() + "\n"


def number_in_list(graph: Graph, id: str) -> str:
    """What a node is called in the list: its own number if it has one, else its place; a stage has a number as such."""
    node = graph.by_id[id]
    return f"Stage {id.partition(':')[2]}" if node.kind == "stage" else str(node.number or graph.numbers[id])


def _heading(heading: str, width: int) -> list[str]:
    lines = _wrapped(heading, width).splitlines()
    return [*lines, "-" * max(len(line) for line in lines)]


def _node(graph: Graph, node: Node, width: int) -> list[str]:
    tick = f"{TICK} " if node.state == YOURS else ""
    first = f"{number_in_list(graph, node.id)}. ".ljust(4)
    shown = [node.caption, tick + node.label] if node.caption else [tick + node.label]
    said = [_wrapped(each, width, first="    " if n else first, indent=" " * 4) for n, each in enumerate(shown)]
    if node.answer:
        said.append(_wrapped(f"{YOUR_ANSWER}: {node.answer}", width, first="    ", indent=" " * 6))
    if node.detail:
        said.append(_wrapped(node.detail, width, first="    ", indent=" " * 6))
    for row in node.rows:
        inset = " " * (4 + 2 * row.depth)
        said.append(_wrapped(row.text, width, first=inset, indent=inset + "  "))
    for edge in graph.leaving(node.id):
        words = f": {edge.label}" if edge.label else ""
        said.append(
            _wrapped(f"Leads to {number_in_list(graph, edge.head)}{words}", width, first="    - ", indent=" " * 8)
        )
    return said


def _wrapped(words: str, width: int, first: str = "", indent: str = "") -> str:
    return textwrap.fill(plain(words), width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
