"""Laying out text: width, wrapping, headings, and whether there may be bold type."""

import os
import shutil
import sys
import textwrap

import click

WIDEST = 80
NARROWEST = 40
# How much of a long list is shown at first.
FEW = 3


def width() -> int:
    """The columns to write in: those of the terminal or of COLUMNS, between 40 and 80."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def wrapped(text: str, columns: int, indent: str = "", first: str | None = None) -> str:
    """A paragraph wrapped to `columns`; later lines start with `indent`, the first with `first`."""
    start = indent if first is None else first
    return textwrap.fill(text, columns, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def item(text: str, columns: int, indent: str = "  ") -> str:
    """An item of a list."""
    return wrapped(text, columns, f"{indent}  ", f"{indent}- ")


def heading(text: str, columns: int, indent: str = "") -> str:
    """A heading; bold on a terminal that has it, unless NO_COLOR is set or TERM is dumb."""
    lines = wrapped(text, columns, indent).splitlines()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    # Each line by itself, after wrapping: the codes for bold take no room on the screen.
    return "\n".join(line if plain else click.style(line, bold=True) for line in lines)
