"""Whose helplines a person can use."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import ANYWHERE, with_anywhere
from milepost.engine.telling.numbers import links
from milepost.engine.telling.sections import Link


def countries(known: Mapping[str, Country]) -> list[Country]:
    """The countries that can be chosen, by name."""
    return sorted((each for each in with_anywhere(known).values() if each.code != ANYWHERE), key=lambda each: each.name)


def guessed(known: Iterable[Country], languages: Iterable[str]) -> str:
    """The code of the one of these countries that a browser's languages name first (as in en-IE), empty for none.

    It is offered, and nothing is shown for it before somebody says that it is theirs.
    """
    codes = {each.code for each in known}
    named = (language.replace("_", "-").partition("-")[2].upper() for language in languages)
    return next((code for code in named if code in codes), "")


def with_links(said: str, used: Iterable[Link]) -> Markup:
    """A text with pieces of it as links, in the order in which they stand there."""
    made, rest = Markup(""), said
    for link in used:
        before, text, rest = rest.partition(link.text)
        elsewhere = Markup(' rel="noreferrer"') if link.to.startswith("http") else ""
        made += Markup('{}<a href="{}"{}>{}</a>').format(before, link.to, elsewhere, text)
    return made + rest


def dialled(said: str) -> Markup:
    """A text with its numbers as links that dial or write."""
    return with_links(said, links(said))
