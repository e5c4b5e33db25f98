"""Numbers to call at once: the emergency number, and the first line for what a recommendation calls for.

A first line that does not take everybody has one for the rest beside it.
"""

import datetime
import re
from collections.abc import Iterable, Mapping

from milepost.engine.model.helpline import Country, Line
from milepost.engine.telling import texts
from milepost.engine.telling.countries import ANYWHERE, anywhere, emergency, lines_for
from milepost.engine.telling.sections import Item, Link

NUMBER = re.compile(r"(?P<message>(?:text|SMS)\b[^\d]*)?(?P<number>\d(?:[\d -]*\d)+)(?!\w)")


def numbers(
    countries: Mapping[str, Country], country: Country | None, purposes: Iterable[str], today: datetime.date | None
) -> tuple[Item, ...]:
    """Return the emergency number, then the first line for the first of these purposes; each with links that dial.

    Without a country, the few emergency numbers that cover most people, and the first list of lines for any country.
    What is old on the day `today` comes last.
    """
    call = emergency(country) if country else anywhere(countries)
    first = _first_lines(country or countries.get(ANYWHERE), purposes, today or datetime.date.min)
    return (Item(call, links=links(call)), *map(_told, first))


def _first_lines(country: Country | None, purposes: Iterable[str], today: datetime.date) -> list[Line]:
    """The first line, if there is one; where it does not take everybody, then the first line for the rest."""
    if country is None:
        return []
    first = [line for lines in lines_for(country, purposes, today).values() for line in lines][:1]
    rest = [
        other
        for line in first
        if line.others
        for other in lines_for(country, [line.others], today).get(line.others, [])
        if not other.others
    ]
    return [*first, *rest[:1]]


def _told(line: Line) -> Item:
    """A line with whom it is for, as who is not meant would hang up, and its hours where it is not always there."""
    ways = [way.format(number) for way, number in ((texts.CALL, line.phone), (texts.TEXT, line.text)) if number]
    said = f"{line.name}: {texts.listed(ways) or line.web or line.chat}"
    who, hours = line.who and texts.FOR.format(line.who), "" if line.hours == texts.ALWAYS_THERE else line.hours
    about = "; ".join(filter(None, (who, hours)))
    return Item(f"{said} ({about})" if ways and about else said, links=links(said))


def links(said: str) -> tuple[Link, ...]:
    """Return the numbers and addresses in a text, with the addresses by which a telephone or a browser opens them."""
    addresses = [Link(address, address) for address in re.findall(r"https?://\S+", said)]
    if addresses:
        return tuple(addresses)
    return tuple(
        Link(found["number"], f"{'sms' if found['message'] else 'tel'}:{re.sub('[^0-9]', '', found['number'])}")
        for found in NUMBER.finditer(said)
    )
