"""What stands in a node, line by line, wrapped to the room that there is."""

from collections.abc import Iterable

import msgspec

from milepost.diagrams import looks
from milepost.diagrams.graph import AMONG, SUBJECT, YOURS, Node
from milepost.diagrams.labels import BULLET
from milepost.diagrams.measure import fitted, high, wide

# How far a row stands in, and the lines that follow the first of one with a bullet.
INDENT, HANGING = 14, 10
WIDEST_NUMBER = "99. "


class Line(msgspec.Struct, frozen=True):
    """One line of words: its size, the name of its colour, how far in it stands, and the id of what it is about."""

    text: str
    size: int
    ink: str = looks.INK
    bold: bool = False
    inset: float = 0
    to: str = ""

    width = property(lambda self: self.inset + wide(self.text, self.size, self.bold))
    height = property(lambda self: high(self.size))


def lines_of(node: Node, room: float) -> list[Line]:
    """The lines of a node: its caption, words, answer and condition; for somebody's step also its sentence."""
    yours = node.state == YOURS
    ink, quiet = (looks.ON_PATH, looks.ON_PATH) if yours else (looks.INK, looks.QUIET)
    lines = wrapped(node.caption, room, looks.SMALL, quiet, bold=True)
    if node.answer:
        lines += wrapped(node.label, room, looks.SMALL, quiet)
        lines += wrapped(node.answer, room, looks.SIZE, ink, bold=True)
    else:
        words = quiet if node.kind in ("checked", "next", "more") or node.state == AMONG else ink
        bold, size = node.state in (YOURS, SUBJECT) or node.kind == "stage", size_of(node)
        inset = wide(WIDEST_NUMBER, size, bold) if node.number else 0
        label = wrapped(node.label, room - inset, size, words, bold)
        lines += _numbered(label, node.number, inset) if node.number else label
    if yours:
        lines += wrapped(node.detail, room, looks.SIZE, ink)
    for row in node.rows if node.kind != "checked" else ():
        inset, hanging = INDENT * row.depth, HANGING if row.text.startswith(BULLET) else 0
        first, *more = wrapped(row.text or " ", room - inset - hanging, looks.SMALL, ink, to=row.to)
        lines.append(msgspec.structs.replace(first, inset=inset))
        lines += [msgspec.structs.replace(line, inset=inset + hanging) for line in more]
    return lines


def _numbered(lines: list[Line], number: int, inset: float) -> list[Line]:
    """Lines that stand in by some points, with a number before the first."""
    before = f"{number}. "
    stood_in = [msgspec.structs.replace(line, inset=inset) for line in lines]
    if lines:
        first = lines[0]
        back = inset - wide(before, first.size, first.bold)
        stood_in[0] = msgspec.structs.replace(first, text=before + first.text, inset=max(0.0, back))
    return stood_in


def size_of(node: Node) -> int:
    """The size of a node's label: large where somebody's step is told whole."""
    if node.state == YOURS and node.detail:
        return looks.LARGE
    return looks.SMALL if node.kind == "checked" else looks.SIZE


def wrapped(text: str, room: float, size: int, ink: str = looks.INK, bold: bool = False, to: str = "") -> list[Line]:
    """A text in lines of at most `room` points."""
    return [Line(part, size, ink, bold, to=to) for part in fitted(text, room, size, bold) if part]


def height_of(lines: Iterable[Line]) -> float:
    """The height of some lines, one below the other."""
    return sum(line.height for line in lines)
