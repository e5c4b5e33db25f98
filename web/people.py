"""Whose helplines a person can use."""

from collections.abc import Iterable, Mapping

from milepost import kb
from milepost.engine.language.countries import read_countries
from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import ANYWHERE


def with_anywhere(known: Mapping[str, Country]) -> dict[str, Country]:
    """These countries; where they lack the directories for any country, together with those milepost comes with."""
    return dict(known) if ANYWHERE in known else {**read_countries(kb.FOLDER), **known}


def countries(known: Mapping[str, Country]) -> list[Country]:
    """The countries that can be chosen, by name."""
    return sorted((each for each in with_anywhere(known).values() if each.code != ANYWHERE), key=lambda each: each.name)


def reachable(known: Mapping[str, Country], code: str) -> list[Country]:
    """The country of that code, if there is one, then the directories for any country."""
    every = with_anywhere(known)
    return [every[each] for each in dict.fromkeys((code, ANYWHERE)) if each in every]


def guessed_first(known: list[Country], languages: Iterable[str]) -> list[Country]:
    """These countries, those that a browser's languages name (as in en-IE) first; which one it is, the person says."""
    named = [language.replace("_", "-").partition("-")[2].upper() for language in languages]
    return sorted(known, key=lambda each: named.index(each.code) if each.code in named else len(named))
