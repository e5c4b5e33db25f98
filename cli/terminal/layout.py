"""Laying out text: width, wrapping, headings."""

import shutil
import textwrap
from collections.abc import Iterable

import click

from milepost.cli.terminal import looks

NO_BREAK = "\N{NO-BREAK SPACE}"
WIDEST = 80
NARROWEST = 40
# How much of a long list is shown at first.
FEW = 3


def width() -> int:
    """The columns to write in: those of the terminal or of COLUMNS, from 40 to 80, as longer lines are hard to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def wrapped(text: str, columns: int, indent: str = "", first: str | None = None) -> str:
    """A paragraph wrapped to `columns`; later lines start with `indent`, the first with `first`."""
    start = indent if first is None else first
    return textwrap.fill(text, columns, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def listed(before: str, parts: Iterable[str], columns: int) -> str:
    """Parts in one sentence, where no line break comes inside a short part."""
    kept = ", ".join(part.replace(" ", NO_BREAK) for part in parts)
    return wrapped(f"{before} {kept}.", columns).replace(NO_BREAK, " ")


def item(text: str, columns: int, indent: str = "  ") -> str:
    """An item of a list."""
    return wrapped(text, columns, f"{indent}  ", f"{indent}- ")


def heading(text: str, columns: int, indent: str = "") -> str:
    """A heading; bold where that may be."""
    lines = wrapped(text, columns, indent).splitlines()
    bold = looks.bold()
    # Each line by itself, after wrapping: the codes for bold take no room on the screen.
    return "\n".join(click.style(line, bold=True) if bold else line for line in lines)
