"""What `milepost ask` says before its first question, on a screen of its own, and the country it asks for there."""

import os
from collections.abc import Mapping, Sequence

import click

from milepost.cli.terminal import looks
from milepost.cli.terminal.layout import accent, heading, listed, secondary, width, wrapped
from milepost.cli.terminal.prompt import ITS_NUMBERS, LETTERS, Prompt
from milepost.engine.model.helpline import Country

TITLE = "milepost: what now?"
WHAT = "You answer questions, one at a time. You get one next step, what to do and what not to do, and why."
NOWHERE = "Your answers stay in this program: nothing is sent, and nothing is written down unless you type s."
WATCHED = "If somebody watches this device they may see them too, so use one they cannot reach."
CLEARS = "x clears this screen and leaves at once. It cannot clear a log that your terminal keeps."
LEAVES = "x leaves at once, but cannot clear this screen."
DANGER = "In danger now? Type h."
GUESSED = "Country: {}? Type y for its numbers, or the letters of another, as in {}."
BEGIN = "Country, or Enter to begin:"
BEGIN_AT = "Enter to begin:"
HEARD = "{}. Its numbers come with help."
NOT_KEPT = "Your country is not in the file, as it tells something about you."


def welcome(prompt: Prompt, notes: Sequence[str]) -> None:
    """Says what this is, and what it keeps; then asks for a country, unless it is known, or the subject has none.

    Whoever goes on from a file has read that, and reads `notes` on it instead. Raises what a letter asks for.
    """
    columns = width()
    kept = (NOWHERE, WATCHED, LEAVES if looks.accessible() else CLEARS)
    first = [accent(wrapped(TITLE, columns)), *([] if notes else [wrapped(WHAT, columns)])]
    parts = [
        "\n".join([*first, *([heading(DANGER, columns)] if prompt.has_helplines else [])]),
        *([] if notes else ["\n".join(secondary(wrapped(sentence, columns)) for sentence in kept)]),
        letters_in_words(),
        *(wrapped(note, columns) for note in notes),
    ]
    prompt.tell("\n\n".join(parts))
    if prompt.at is not None or not prompt.has_helplines:
        prompt.line(BEGIN_AT, lambda: [WHAT], lambda: None)
        return
    guess = guessed(prompt.countries)
    ask = GUESSED.format(guess.name, _other(guess)) if guess else ITS_NUMBERS
    found = prompt.country(f"{NOT_KEPT} {ask}" if notes else ask, BEGIN, guess)
    if found is not None:
        click.echo(wrapped(HEARD.format(found.name), columns))


def letters_in_words(more: Mapping[str, str] | None = None) -> str:
    """What every letter does."""
    return listed("Letters:", (f"{letter} {what}" for letter, what in {**(more or {}), **LETTERS}.items()), width())


def _other(guess: Country) -> str:
    return "IE" if guess.code != "IE" else "GB"


def guessed(countries: Mapping[str, Country]) -> Country | None:
    """The country in the language that the system is set to; offered, and never taken for granted."""
    language = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return countries.get(language.partition(".")[0].partition("_")[2].upper())
