"""Whose helplines a person can use."""

from collections.abc import Iterable, Mapping

from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import ANYWHERE, with_anywhere


def countries(known: Mapping[str, Country]) -> list[Country]:
    """The countries that can be chosen, by name."""
    return sorted((each for each in with_anywhere(known).values() if each.code != ANYWHERE), key=lambda each: each.name)


def guessed_first(known: list[Country], languages: Iterable[str]) -> list[Country]:
    """These countries, those that a browser's languages name (as in en-IE) first; which one it is, the person says."""
    named = [language.replace("_", "-").partition("-")[2].upper() for language in languages]
    return sorted(known, key=lambda each: named.index(each.code) if each.code in named else len(named))
