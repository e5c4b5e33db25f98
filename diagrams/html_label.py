"""Graphviz' HTML-like labels for nodes and edges; they allow bold type, links on a line, and any text."""

import html

from milepost.diagrams import looks
from milepost.diagrams.lines import Line
from milepost.diagrams.measure import wide

# What the address of a line begins with, until it is known where that leads.
PLACE = "view:"
# Graphviz keeps these at the beginning of a line.
BLANK = "\N{NO-BREAK SPACE}"


def escaped(text: str) -> str:
    """Text for the inside of a label. A single backslash would start one of Graphviz' own escapes."""
    return html.escape(text).replace("\\", "\\\\")


def label(lines: list[Line], width: float = 0, side: str = "LEFT") -> str:
    """The label of some lines; `width` is the least width in points."""
    least = f' WIDTH="{width:.0f}"' if width else ""
    rows = "".join(_row(line, side) for line in lines or [Line(" ", looks.SMALL)])
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"{least}>{rows}</TABLE>>'


def _row(line: Line, side: str) -> str:
    words = BLANK * round(line.inset / wide(BLANK, line.size, line.bold)) + line.text
    text = f"<B>{escaped(words)}</B>" if line.bold else escaped(words)
    font = f'<FONT POINT-SIZE="{line.size}" COLOR="{looks.light(line.ink)}">{text}</FONT>'
    link = f' HREF="{PLACE}{line.to}"' if line.to else ""
    return f'<TR><TD ALIGN="{side}" HEIGHT="{line.height}"{link}>{font}</TD></TR>'
