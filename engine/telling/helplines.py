"""Helplines as plain data."""

from collections.abc import Iterable
from typing import Any

from milepost.engine.model.helpline import Country, Line
from milepost.engine.telling.countries import lines_for


def country(one: Country, purposes: Iterable[str]) -> dict[str, Any]:
    """A country with its lines for some purposes, in their order, or with all its lines if it has none for them."""
    lines = [_line(line) for each in lines_for(one, purposes).values() for line in each]
    return {
        "country": one.code,
        "name": one.name,
        "emergency": one.emergency,
        "checked": one.checked,
        "checked_how": one.checked_how,
        "lines": lines,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "for": line.purpose,
        **{key: value for key, value in line._asdict().items() if key not in ("purpose", "at")},
    }
