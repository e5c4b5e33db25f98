"""A telling laid out as text: the first screen, the rows behind it, and their names."""

from collections.abc import Iterable, Iterator

from milepost.cli.terminal.layout import accent, heading, item, wrapped
from milepost.engine.telling.sections import Item, Row, Section, Telling

# The letter that opens each row; none is one of those that work at every prompt.
LETTERS = {"people": "p", "more": "m", "why": "w", "change": "c", "others": "o", "from": "f", "who": "a"}
MARKS = {"do": "+ "}
MARK = "- "


def first_screen(telling: Telling, columns: int) -> str:
    """The first screen."""
    return "\n\n".join(_blocks(telling.screen, columns))


def row(opened: Row, columns: int, helplines: str) -> str:
    """A row, opened; with the helplines in the row about people."""
    people = [helplines] if opened.key == "people" else []
    return "\n\n".join([heading(opened.title, columns), *_blocks(opened.sections, columns), *people])


def everything(telling: Telling, columns: int, helplines: str) -> str:
    """The first screen, and all rows opened."""
    return "\n\n".join([first_screen(telling, columns), *(row(each, columns, helplines) for each in telling.rows)])


def names(rows: Iterable[Row], columns: int, before: str) -> str:
    """The titles of rows in one paragraph, after what opens them."""
    return wrapped(f"{before} {', '.join(each.title for each in rows)}.", columns)


def _blocks(sections: Iterable[Section], columns: int) -> list[str]:
    """Sections as blocks of text; what is one item stands right behind its title, and close to others like it."""
    blocks: list[list[str]] = []
    was_short = False
    for each in sections:
        short = len(each.items) == 1 and bool(each.title) and not each.lead and not each.items[0].below
        if not (short and was_short):
            blocks.append([])
        blocks[-1] += _inline(each, columns) if short else section(each, columns)
        was_short = short
    return ["\n".join(block) for block in blocks]


def _inline(told: Section, columns: int) -> list[str]:
    """A section of one item, begun on the line of its title."""
    said, title = told.items[0], told.title.rstrip(":")
    joint = " " if title.endswith("?") else ": "
    lines = wrapped(f"{title}{joint}{_whole(said)}", columns, "  ", "").splitlines()
    return [_bold_start(lines[0], title, columns), *lines[1:]]


def _bold_start(line: str, title: str, columns: int) -> str:
    return heading(title, columns) + line[len(title) :] if line.startswith(title) else line


def section(told: Section, columns: int) -> list[str]:
    """The rows of a section under its title."""
    rows = [heading(told.title, columns)] if told.title else []
    if told.key == "step":
        rows.append(accent(wrapped(told.lead, columns, "  ", "  ")))
        return [*rows, *(wrapped(_whole(each), columns, "  ") for each in told.items)]
    rows += [wrapped(told.lead, columns, "  ")] if told.lead else []
    return rows + list(items(told.items, columns, "  ", MARKS.get(told.key, MARK)))


def items(told: Iterable[Item], columns: int, indent: str = "  ", mark: str = MARK) -> Iterator[str]:
    """Items as a list, with what belongs under each below it and further in."""
    for each in told:
        yield item(_whole(each), columns, indent, mark)
        yield from items(each.below, columns, indent + "  " if len(indent) < columns // 4 else indent)


def _whole(said: Item) -> str:
    return f"{said.say} {said.why}".strip()
