"""Laying out text: width, wrapping, headings."""

import os
import re
import sys
import textwrap
from collections.abc import Iterable
from functools import partial

import click

from milepost.cli.terminal import looks

NO_BREAK = "\N{NO-BREAK SPACE}"
WIDEST = 80
NARROWEST = 40
ROWS = 24


def width() -> int:
    """The columns to write in: those of the terminal or of COLUMNS, from 40 to 80, as longer lines are hard to read."""
    return max(NARROWEST, min(WIDEST, _columns() or WIDEST))


def _columns() -> int:
    """The columns of the terminal, as shutil.get_terminal_size finds them; 0 where there are none to find.

    shutil loads three libraries for compression, and help is to come at once.
    """
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    if sys.__stdout__ is None:
        return 0
    try:
        return os.get_terminal_size((sys.__stdout__ or sys.stdout).fileno()).columns
    except (ValueError, OSError):
        return 0


def rows() -> int:
    """The rows of the terminal, or of LINES; 24 where there are none to find."""
    named = os.environ.get("LINES", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size((sys.__stdout__ or sys.stdout).fileno()).lines or ROWS
    except (AttributeError, ValueError, OSError):
        return ROWS


def wrapped(text: str, columns: int, indent: str = "", first: str | None = None) -> str:
    """A paragraph wrapped to `columns`; later lines start with `indent`, the first with `first`.

    No line breaks inside a telephone number, nor between a number and the minutes that it counts.
    """
    start, kept = indent if first is None else first, re.sub(r"(?<=\d) (?=\d|minute)", NO_BREAK, text)
    filled = textwrap.fill(kept, columns, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
    return filled.replace(NO_BREAK, " ")


def listed(before: str, parts: Iterable[str], columns: int) -> str:
    """Parts in one sentence, where no line break comes inside a short part."""
    kept = ", ".join(part.replace(" ", NO_BREAK) for part in parts)
    return wrapped(f"{before} {kept}.", columns)


def item(text: str, columns: int, indent: str = "  ", mark: str = "- ") -> str:
    """An item of a list, after its mark."""
    return wrapped(text, columns, indent + " " * len(mark), indent + mark)


def heading(text: str, columns: int, indent: str = "") -> str:
    """A heading; bold where that may be."""
    return styled(wrapped(text, columns, indent), bold=True)


def accent(text: str) -> str:
    """The one thing on a screen that matters most, in the one colour there is, where colours may be."""
    return styled(text, bold=True, fg="cyan")


def secondary(text: str) -> str:
    """What can be passed over, dim where that may be."""
    return styled(text, dim=True)


def styled(text: str, bold: bool = False, dim: bool = False, fg: str | None = None) -> str:
    """Lines that are wrapped already, in a style; each by itself, as the codes take no room on the screen."""
    if not looks.bold():
        return text
    style = partial(click.style, bold=bold or None, dim=dim or None, fg=fg)
    return "\n".join(style(line) if line else line for line in text.split("\n"))
