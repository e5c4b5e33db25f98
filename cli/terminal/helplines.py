"""Helplines as text: emergency number first, then the lines for what is needed, and when they were last checked."""

import datetime
import re
from collections.abc import Iterable, Mapping

import click

from milepost.cli.terminal.layout import heading, wrapped
from milepost.cli.terminal.streams import printable
from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.helpline import Country, Line
from milepost.engine.telling import countries as telling
from milepost.engine.telling.countries import codes, found
from milepost.engine.telling.helplines import age, hours, last_checked, last_checked_of_all, no_line, without_a_word


def chosen(countries: Mapping[str, Country], named: str) -> Country | None:
    """The country with this code or name; None for an empty text. Raises BadParameter for one that is not there."""
    try:
        return found(countries, printable(named))
    except LookupError as error:
        names = [country.name for code, country in countries.items() if code != telling.ANYWHERE]
        remedy = did_you_mean(named.strip().title(), names, f"there are for {', '.join(codes(countries))}")
        raise click.BadParameter(f"{error.args[0]}; {remedy}", param_hint="--country") from None


def lines_for(country: Country, purposes: Iterable[str], columns: int, today: datetime.date) -> str:
    """A country's lines for some purposes, in their order, or all its lines if it has none for them, under its name.

    With the purposes for which it has none, and with when they were last checked, seen from the day `today`.
    """
    purposes = list(purposes)
    parts = [heading(country.name, columns, "  ")]
    parts += [wrapped(said, columns, "    ", "  ") for said in without_a_word(country.silent, country.text)]
    shown = telling.lines_for(country, purposes, today)
    for purpose, lines in shown.items():
        parts.append(wrapped(f"For {country.purposes[purpose].words}:", columns, "    ", "  "))
        parts += [_line(line, columns, today) for line in lines]
    for purpose, say in no_line(country, purposes).items():
        parts.append(wrapped(f"For {country.purposes[purpose].words}: {say}", columns, "    ", "  "))
    # Between the numbers stands only what is old: a date beside each would be noise to somebody in need.
    checked = last_checked_of_all((line for lines in shown.values() for line in lines), today)
    parts += [wrapped(checked, columns, "    ", "  ")] if checked else []
    return "\n".join(parts)


def _line(line: Line, columns: int, today: datetime.date) -> str:
    ways = " or ".join(way for way in (line.phone and f"call {line.phone}", line.text and f"text {line.text}") if way)
    addresses = [line.chat and f"chat {_address(line.chat, columns - 11)}"]
    if line.web != line.chat:
        addresses.append(line.web and _address(line.web, columns - 6))
    addresses = [address for address in addresses if address]
    if not ways and addresses and len(f"    {line.name}: {addresses[0]}") <= columns:
        ways = addresses.pop(0)
    old = age(line, today)
    about = [line.who, hours(line), line.languages, last_checked(line.checked, old) if old else ""]
    rows = [wrapped(f"{line.name}: {ways}" if ways else line.name, columns, "      ", "    ")]
    rows += [wrapped(address, columns, "        ", "      ") for address in addresses]
    rows.append(wrapped("; ".join(part for part in about if part), columns, "      "))
    return "\n".join(row for row in rows if row)


def _address(address: str, room: int) -> str:
    """A web address; without what a browser adds by itself where there is no room for it."""
    return address if len(address) <= room else re.sub("^https?://(www[.])?|/$", "", address)
