"""Helplines in words, and as plain data."""

import datetime
from collections.abc import Iterable
from typing import Any

from milepost.engine.model.helpline import LAST_AFTER, SAID_AFTER, Country, Line
from milepost.engine.telling.countries import ANYWHERE, lines_for
from milepost.engine.telling.texts import date, sentence

IN_DANGER = "If you are in danger now, call the emergency number of your country."
CAN_BE_SEEN = "A call can show on your phone and on the bill."
HOURS_NOT_KNOWN = "hours not known; may be closed at night"
NO_SUCH_LINE = "There is no such line here that we know of."
LAST_CHECKED = "last checked {}"
AGED = "that was {}, so it may have changed"
OVER_A_YEAR, OVER_SOME_DAYS = "over a year ago", f"over {SAID_AFTER} days ago"
IF_YOU_CANNOT_SPEAK, BY_TEXT = "If you cannot speak: {}", "To text the emergency services: {}."


def country(one: Country, purposes: Iterable[str], today: datetime.date) -> dict[str, Any]:
    """A country with its lines for some purposes, in their order, or with all its lines if it has none for them."""
    purposes = list(purposes)
    return {
        "country": one.code,
        "name": one.name,
        "emergency": one.emergency,
        "silent": one.silent,
        "text": one.text,
        "checked": one.checked,
        "checked_how": one.checked_how,
        "lines": [_line(one, line, today) for each in lines_for(one, purposes, today).values() for line in each],
        "no_line": [
            {"for": purpose, "in_words": one.purposes[purpose].words, "say": say}
            for purpose, say in no_line(one, purposes).items()
        ],
    }


def no_line(one: Country, purposes: Iterable[str]) -> dict[str, str]:
    """What is said for each of some purposes for which a country has no line; nothing for `any country`."""
    if one.code == ANYWHERE:
        return {}
    wanted = set(purposes) - {line.purpose for line in one.lines}
    return {
        key: f"{NO_SUCH_LINE} {purpose.instead}"
        for key, purpose in one.purposes.items()
        if key in wanted and purpose.instead
    }


def hours(line: Line) -> str:
    """When a line is there, or that nobody knows; nothing for a mere page, which is always there."""
    return line.hours or (HOURS_NOT_KNOWN if line.phone or line.text or line.chat else "")


def age(line: Line, today: datetime.date) -> str:
    """That a line was checked long ago, in words; nothing where its date is fresh."""
    days = line.age(today)
    if days <= SAID_AFTER:
        return ""
    return AGED.format(OVER_A_YEAR if days > LAST_AFTER else OVER_SOME_DAYS)


def last_checked(checked: str, age: str) -> str:
    """When a line was last checked, and that this was long ago where it was."""
    return "; ".join(part for part in (LAST_CHECKED.format(date(checked)), age) if part)


def last_checked_of_all(lines: Iterable[Line], today: datetime.date) -> str:
    """When lines were last checked, in one sentence for all that are not old, as each old one says so by itself."""
    lines = list(lines)
    fresh = sorted({line.checked for line in lines if not age(line, today)})
    if not fresh:
        return ""
    first, last = date(fresh[0]), date(fresh[-1])
    seen = LAST_CHECKED.format(last if first == last else f"from {first} to {last}")
    return sentence(seen if all(not age(line, today) for line in lines) else f"all others here were {seen}")


def without_a_word(silent: str, text: str) -> list[str]:
    """How to reach the emergency number of a country without speaking, as far as it is known."""
    ways = ((IF_YOU_CANNOT_SPEAK, silent), (BY_TEXT, text))
    return [said.format(way) for said, way in ways if way]


def _line(one: Country, line: Line, today: datetime.date) -> dict[str, Any]:
    fields = {key: value for key, value in line._asdict().items() if key not in ("purpose", "at", "others")}
    said = one.purposes[line.purpose].words
    return {"for": line.purpose, "in_words": said, **fields, "hours": hours(line), "age": age(line, today)}
