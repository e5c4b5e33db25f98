"""Words and small text helpers that the formats share."""

import textwrap
import unicodedata

from milepost.diagrams.graph import CONSIDERED, RECOMMENDED, Graph, Node

KINDS = {"question": "Question", "finding": "What follows", "gate": "Stage", "step": "Step", "more": "Folded"}
YOUR_ANSWER = "Your answer"
YOUR_STEP = "Your next step"
TICK = "✓"
STATES = {RECOMMENDED: YOUR_STEP, CONSIDERED: "considered too"}


def plain(text: str) -> str:
    """The text on one line, without control characters: these would break a format or a terminal."""
    if text.isprintable():  # most text is, and then has none of them
        return " ".join(text.split())
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text).split())


def lines(text: str, width: int) -> list[str]:
    """The text wrapped to `width` characters; a word that is longer is broken."""
    return textwrap.wrap(plain(text), width, break_on_hyphens=False) or [""]


def shortened(text: str, length: int) -> str:
    """The text, cut at the end of a word where it is longer than `length`."""
    return textwrap.shorten(plain(text), length, placeholder=" …")


def begun(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def steps_counted(count: int) -> str:
    """ "1 step", "2 steps" """
    return "1 step" if count == 1 else f"{count} steps"


def spoken(graph: Graph, node: Node) -> str:
    """A node's name for somebody who does not see the picture."""
    kind = KINDS[node.kind] + (f" {node.place} of your path" if node.place else "")
    if node.state == RECOMMENDED:
        kind += f", {YOUR_STEP.lower()}"
    elif node.state == CONSIDERED:
        kind += f", {STATES[CONSIDERED]}"
    said = [f"{kind}: {plain(node.label)}"]
    if node.answer:
        said.append(f"{YOUR_ANSWER}: {plain(node.answer)}")
    if node.detail:
        said.append(plain(node.detail))
    if count := len(graph.leaving(node.id)):
        said.append(f"Leads to {count} " + ("place" if count == 1 else "places"))
    return " ".join(part if part.endswith((".", "?", "!")) else part + "." for part in said)
