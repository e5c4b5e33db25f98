"""Text that is longer than the terminal, in screens that end where somebody can pause."""

import re

from milepost.cli.terminal import looks
from milepost.cli.terminal.layout import rows

# The first line of an item of a list, or of what is chosen by a number or a letter.
ITEM = re.compile(r" *([-+]|\w{1,2} ) \S")
OPTION = re.compile(r" *\w{1,2}  \S")


def screens(text: str) -> list[str]:
    """The text a screen at a time where somebody sits at a terminal, with a line left for a prompt; else all of it."""
    lines, room, found = text.split("\n"), rows() - 1, []
    while looks.paged() and len(lines) > room:
        cut = _cut(lines, room)
        found.append("\n".join(lines[:cut]))
        lines = lines[cut:]
    return [*found, "\n".join(lines)]


def _cut(lines: list[str], room: int) -> int:
    """Where a screen ends: between two blocks, else between two items, if that leaves more than half of it."""
    places = range(room, room // 2, -1)
    blocks = [place for place in places if not lines[place].strip()]
    items = [place for place in places if ITEM.match(lines[place]) or _indent(lines[place]) < _indent(lines[place - 1])]
    # One option alone on the last screen looks as if it were all there is.
    several = [place for place in blocks or items if sum(bool(OPTION.match(line)) for line in lines[place:]) != 1]
    return next(iter(several or blocks or items), room)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
