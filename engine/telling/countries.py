"""Finding a country's helplines by what people type, whose lines somebody can use, and which of them to show."""

import datetime
from collections.abc import Iterable, Mapping

from milepost.engine.model.helpline import LAST_AFTER, Country, Line, Purpose
from milepost.engine.telling import texts

ANYWHERE = "INT"
EMERGENCY_IN, EMERGENCY_SOMEWHERE = "Emergency ({}): {}", "Emergency: the emergency number of your country"
# What people type for a country whose code is another.
ALSO = {"UK": "GB", "EN": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "USA": "US", "AMERICA": "US"}


def found(countries: Mapping[str, Country], named: str) -> Country | None:
    """The country with this code or name; None for an empty text. Raises LookupError for one that is not there."""
    wanted = " ".join(named.split()).upper()
    if not wanted:
        return None
    wanted = ALSO.get(wanted, wanted)
    for country in countries.values():
        if wanted in (country.code, country.name.upper()) and country.code != ANYWHERE:
            return country
    raise LookupError(f"there are no numbers here for `{named.strip()}`")


def with_anywhere(countries: Mapping[str, Country]) -> dict[str, Country]:
    """Return these countries; where they lack the directories for any country, with those milepost comes with too.

    All then have one table of purposes: those of these countries, then the others milepost comes with.
    """
    if ANYWHERE in countries:
        return dict(countries)
    # Loaded here, as most have them.
    from milepost import kb
    from milepost.engine.language.countries import read_countries

    shipped = read_countries(kb.FOLDER)
    purposes: dict[str, Purpose] = {}
    for each in (*countries.values(), *shipped.values()):
        purposes |= {key: purpose for key, purpose in each.purposes.items() if key not in purposes}
    return {code: each._replace(purposes=purposes) for code, each in {**shipped, **countries}.items()}


def reachable(countries: Mapping[str, Country], code: str) -> list[Country]:
    """Return those whose lines somebody can use: the country of that code, if there is one, then any country's."""
    every = with_anywhere(countries)
    return [every[each] for each in dict.fromkeys((code, ANYWHERE)) if each in every]


def codes(countries: Iterable[str]) -> list[str]:
    """The countries there are, by their codes."""
    return sorted(code for code in countries if code != ANYWHERE)


def emergency(country: Country | None) -> str:
    """The emergency number in a few words; without a country, that there is one."""
    if country is None or country.code == ANYWHERE:
        return EMERGENCY_SOMEWHERE
    return EMERGENCY_IN.format(country.name, country.emergency)


def anywhere(countries: Mapping[str, Country]) -> str:
    """Return, in words, the few emergency numbers that cover most people, as the lists for any country give them."""
    everywhere = countries.get(ANYWHERE)
    return texts.EMERGENCY.format(everywhere.emergency) if everywhere else texts.EMERGENCY_ANYWHERE


def lines_for(country: Country, purposes: Iterable[str], today: datetime.date) -> dict[str, list[Line]]:
    """A country's lines by purpose, for some purposes in their order; all its lines if it has none for these.

    Of each purpose, lines checked long before `today` come last.
    """
    purposes = list(purposes)
    fresh_first = sorted(country.lines, key=lambda line: line.age(today) > LAST_AFTER)
    by_purpose = {
        purpose: [line for line in fresh_first if line.purpose == purpose] for purpose in [*purposes, *country.purposes]
    }
    wanted = {purpose: by_purpose[purpose] for purpose in purposes if by_purpose[purpose]}
    return wanted or {purpose: lines for purpose, lines in by_purpose.items() if lines}
