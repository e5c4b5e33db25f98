"""Graphviz' HTML-like labels for nodes and edges; they allow bold type, a number in a badge, and any text."""

import html

import msgspec

from milepost.diagrams import looks
from milepost.diagrams.graph import RECOMMENDED, Edge, Node
from milepost.diagrams.labels import TICK, YOUR_ANSWER, shortened
from milepost.diagrams.measure import fitted, high, wide

LONGEST_ANSWER, LONGEST_LABEL = 90, 60
# Room for the words, in points.
ROOM = {"question": 182, "finding": 182, "gate": 112, "step": 168, "more": 168}
ROOM_OF_STEP, ROOM_OF_EDGE, ROOM_BESIDE_STAGES = 225, 160, 124
BADGE = 27


class Line(msgspec.Struct, frozen=True):
    """One line of a label."""

    text: str
    size: int
    ink: str
    bold: bool = False


def escaped(text: str) -> str:
    """Text for the inside of a label. A single backslash would start one of Graphviz' own escapes."""
    return html.escape(text).replace("\\", "\\\\")


def lines_of(node: Node) -> list[Line]:
    """What stands in a node, line by line: a caption, its words, and the person's answer; for the step its sentence."""
    chosen = node.state == RECOMMENDED
    ink = looks.WHITE if chosen else looks.QUIET_INK if node.kind == "more" else looks.INK
    quiet = looks.WHITE if chosen else looks.QUIET_INK
    is_bold = chosen or (bool(node.place) and node.kind == "gate")
    parts = [(f"{TICK} {node.caption}" if chosen else node.caption, looks.SMALL, quiet, False),
             (node.label, looks.LARGE if chosen else looks.SIZE, ink, is_bold),
             (f"{YOUR_ANSWER}: {shortened(node.answer, LONGEST_ANSWER)}" if node.answer else "", looks.SIZE, ink, True),
             (node.detail if chosen else "", looks.SIZE, ink, False)]  # fmt: skip
    room = ROOM_OF_STEP if chosen else ROOM[node.kind]
    return [
        Line(text, size, ink, bold)
        for whole, size, ink, bold in parts
        if whole
        for text in fitted(whole, room, size, bold)
        if text
    ]


def lines_of_edge(edge: Edge, room: float = 0) -> list[Line]:
    """The lines of an edge's label; bold on the path."""
    ink = looks.PATH if edge.on_path else looks.QUIET_INK
    words = edge.label if edge.on_path and edge.head.startswith("step:") else shortened(edge.label, LONGEST_LABEL)
    return [
        Line(text, looks.SMALL, ink, edge.on_path)
        for text in fitted(words, room or room_of(edge), looks.SMALL, edge.on_path)
        if text
    ]


def room_of(edge: Edge) -> float:
    """The room for an edge's words where nothing else limits it."""
    return ROOM_BESIDE_STAGES if edge.head.startswith("gate:") and edge.tail.startswith("gate:") else ROOM_OF_EDGE


def size_of(lines: list[Line]) -> tuple[float, float]:
    """The width and height of some lines, in points."""
    return max((wide(line.text, line.size, line.bold) for line in lines), default=0), sum(
        high(line.size) + 1 for line in lines
    )


def of_node(node: Node, width: float = 0) -> str:
    """The label of a node: its number, where it has one, and its lines; `width` is the least width in points."""
    words = _table(
        lines_of(node),
        side="" if node.kind == "gate" else "LEFT",
        width=width - BADGE if width and node.place else width,
    )
    if not node.place:
        return f"<{words}>"
    badge = _badge(node.place, node.state == RECOMMENDED)
    if node.kind == "gate":
        rows = f"<TR><TD>{badge}</TD></TR><TR><TD>{words}</TD></TR>"
    else:
        rows = f'<TR><TD VALIGN="TOP">{badge}</TD><TD WIDTH="5"></TD><TD>{words}</TD></TR>'
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>>'


def of_edge(edge: Edge, room: float = 0, side: str = "LEFT") -> str:
    """The label of an edge."""
    return f"<{_table(lines_of_edge(edge, room), side)}>"


def _table(lines: list[Line], side: str, width: float = 0) -> str:
    place = f' ALIGN="{side}"' if side else ""
    least = f' WIDTH="{width:.0f}"' if width else ""
    rows = []
    for line in lines or [Line(" ", looks.SMALL, looks.INK)]:
        text = f"<B>{escaped(line.text)}</B>" if line.bold else escaped(line.text)
        rows.append(f'<TR><TD{place}><FONT POINT-SIZE="{line.size}" COLOR="{line.ink}">{text}</FONT></TD></TR>')
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{least}>{"".join(rows)}</TABLE>'


def _badge(number: int, chosen: bool) -> str:
    ground, ink = (looks.WHITE, looks.PATH) if chosen else (looks.PATH, looks.WHITE)
    font = f'<FONT POINT-SIZE="12" COLOR="{ink}"><B>{number}</B></FONT>'
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="22" HEIGHT="19" STYLE="ROUNDED" BGCOLOR="{ground}">{font}</TD>'
    return f'<TABLE VALIGN="TOP" BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{cell}</TR></TABLE>'
