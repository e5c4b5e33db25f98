"""Words and small text helpers that the formats share."""

import textwrap
import unicodedata

from milepost.diagrams.graph import YOURS, Edge, Graph, Node

YOUR_ANSWER = "Your answer"
YOUR_STEP = "Your next step"
TICK, BULLET = "✓", "• "


def plain(text: str) -> str:
    """The text on one line, without control characters: these would break a format or a terminal."""
    if text.isprintable():  # most text is, and then has none of them
        return " ".join(text.split())
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text).split())


def numbered(node: Node) -> str:
    """A node's label, with its number if it has one."""
    return f"{node.number}. {node.label}" if node.number else node.label


def lines(text: str, width: int) -> list[str]:
    """The text wrapped to `width` characters; a word that is longer is broken."""
    return textwrap.wrap(plain(text), width, break_on_hyphens=False) or [""]


def spoken(graph: Graph, node: Node) -> str:
    """A node's name for somebody who does not see the picture."""
    said = [
        plain(node.caption),
        plain(f"{TICK} {YOUR_STEP}: {numbered(node)}") if node.state == YOURS else plain(numbered(node)),
    ]
    if node.answer:
        said.append(f"{YOUR_ANSWER}: {plain(node.answer)}")
    said += [plain(node.detail), *(plain(row.text) for row in node.rows)]
    return " ".join(part if part.endswith((".", "?", "!", ":")) else part + "." for part in said if part)


def edge_said(graph: Graph, edge: Edge) -> str:
    """An edge's name: what it leads from and to, and its words."""
    words = f": {edge.label}" if edge.label else ""
    return plain(f"{graph.by_id[edge.tail].label} → {graph.by_id[edge.head].label}{words}")
