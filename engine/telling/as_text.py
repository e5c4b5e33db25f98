"""A telling as plain text, to save or to hand on."""

from collections.abc import Iterable, Iterator
from typing import Any

from milepost.engine.telling import texts
from milepost.engine.telling.sections import Item, Section, Telling


def as_text(telling: Telling, people: Iterable[dict[str, Any]] | None = None) -> str:
    """Return the first screen as text; where `people` are given, also all rows, with these in the row about people."""
    parts = [_section(each) for each in telling.screen]
    for row in () if people is None else telling.rows:
        parts += [[row.title.upper()], *(_section(each) for each in row.sections)]
        parts += map(_country, people or ()) if row.key == "people" else ()
    return "\n".join(line for part in parts for line in [*part, ""])


def _section(told: Section) -> list[str]:
    head = ": ".join(part for part in (told.title, told.lead) if part)
    return [*([head] if head else []), *_items(told.items, "")]


def _items(told: Iterable[Item], indent: str) -> Iterator[str]:
    for each in told:
        yield f"{indent}- {f'{each.say} {each.why}'.strip()}"
        yield from _items(each.below, f"{indent}  ")


def _country(told: dict[str, Any]) -> list[str]:
    """A country and its lines, as they stand in the record."""
    return [told["name"], *map(_line, told["lines"])]


def _line(told: dict[str, Any]) -> str:
    ways = [way.format(number) for way, number in ((texts.CALL, told["phone"]), (texts.TEXT, told["text"])) if number]
    addresses = dict.fromkeys(each for each in (told["chat"], told["web"]) if each)
    about = [told[key] for key in ("who", "hours", "languages") if told[key]]
    return f"- {told['name']}: {'; '.join([*([texts.listed(ways)] if ways else []), *addresses, *about])}"
