"""Nothing is told twice: what stands on the first screen, or in a row before, is left out of the rows."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from milepost.engine.telling.sections import Item, Row, Section


def once(screen: Iterable[Section], rows: Iterable[Row], waiting: Container[str] = ()) -> tuple[Row, ...]:
    """Return the rows without what is told already; what belongs under it stays, and so do numbers to call.

    A row with nothing left is not there, unless its key is in `waiting`: then what it tells is yet to be worked out.
    """
    told = {words for section in screen for item in section.items for words in (item.say, item.why)}
    made = []
    for row in rows:
        new = ((each, tuple(_items(each.key, each.items, told))) for each in row.sections)
        sections = tuple(msgspec.structs.replace(each, items=items) for each, items in new if items)
        made.append(msgspec.structs.replace(row, sections=sections))
    return tuple(row for row in made if row.sections or row.key in waiting)


def _items(key: str, items: Iterable[Item], told: set[str]) -> Iterator[Item]:
    """Yield the items of a section that are new. `told` is what is told so far, to which they are added."""
    for item in items:
        # How far a study bears the advice out is said of each.
        why = "" if item.why in told and key != "research" else item.why
        if (item.say in told and not item.links) or (key == "reasons" and not why):
            yield from _items(key, item.below, told)
        else:
            told.update({item.say, why} if key != "reasons" else {why})
            yield msgspec.structs.replace(item, why=why, below=tuple(_items(key, item.below, told)))
