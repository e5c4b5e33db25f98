"""The recommendation on the terminal: the first screen, then a menu that opens what is behind it."""

import datetime
from collections.abc import Iterable, Mapping
from contextlib import suppress

import click

from milepost.cli.terminal.helplines import lines_for
from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.prompt import Prompt, Quit, option_in_words
from milepost.cli.terminal.recommendation import LETTERS, everything, first_screen, names, row
from milepost.cli.terminal.welcome import letters_in_words
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import reachable
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.sections import Row, Telling
from milepost.library import Milepost

WITH_ALL = "With --all:"
WHAT_NEXT = "Letter, or q to leave:"
MENU_WHY = "What you read is the short form. Each letter opens a part of the rest."
# What else can be done there; these letters work at every prompt, and none opens a row.
ALSO = {"r": "Look at your answers again", "s": "Save your answers", "q": "Leave"}
STILL_HERE = "Nothing is lost. Type q to leave, or s first to save your answers."
YOUR_COUNTRY = "Type the letters of your country, as in IE, for its numbers."


class Result:
    """What is told about one consultation. The functions that ask raise what a letter asks for."""

    def __init__(self, milepost: Milepost, consultation: Consultation, today: datetime.date):
        self.milepost, self.consultation, self.today = milepost, consultation, today

    def told(self, country: Country | None, exact: bool = True) -> Telling:
        """What is told; the first screen alone needs nothing that is `exact`."""
        return self.milepost.tell(self.consultation, country, self.today, exact)

    def text(self, country: Country | None, whole: bool) -> str:
        """The first screen and the names of what is behind it; or, where the `whole` is wished, all of it."""
        columns, telling = width(), self.told(country, exact=whole)
        if whole:
            return everything(telling, columns, self.helplines(country))
        return f"{first_screen(telling, columns)}\n\n{names(telling.rows, columns, WITH_ALL)}"

    def helplines(self, country: Country | None) -> str:
        """The helplines that are called for, of a country where one is named, then those for any country."""
        places = reachable(self.milepost.kb.countries, country.code if country else "")
        return "\n\n".join(lines_for(each, self.consultation.purposes, width(), self.today) for each in places)

    def show(self, prompt: Prompt, whole: bool) -> None:
        """Show it to somebody who can be asked: first what cannot wait, then the menu, until they leave it with `q`.

        Raises what another letter asks for.
        """
        ends = self.consultation.step.ends_interview
        if self.consultation.lines("help") and not ends and prompt.at is None:
            prompt.country(f"Some of the advice is about people you can call. {YOUR_COUNTRY}")
        if whole and not ends:
            self._menu(prompt, "\n" + self.text(prompt.at, whole), {})
            return
        above = "\n" + first_screen(self.told(prompt.at, exact=False), width())
        if ends and prompt.at is None:
            above = self._numbers_first(prompt, above)
        self._menu(prompt, above, {LETTERS[each.key]: each for each in self.told(prompt.at, exact=False).rows})

    def _numbers_first(self, prompt: Prompt, above: str) -> str:
        """Shows the first screen, and asks for the country. Returns the numbers of that country, if one was named."""
        prompt.tell(above)
        found = prompt.country(f"{self._called(prompt)} {YOUR_COUNTRY} Enter goes on to what else can help.")
        return f"\n{lines_for(found, self.consultation.purposes, width(), self.today)}" if found else ""

    def _called(self, prompt: Prompt) -> str:
        called = numbers(self.milepost.kb.countries, prompt.at, self.consultation.purposes, self.today)
        return f"{'. '.join([self.consultation.step.title, *(number.say for number in called)])}."

    def _menu(self, prompt: Prompt, above: str, rows: Mapping[str, Row]) -> None:
        # The numbers stay where the eye is, whatever has scrolled away.
        called = [wrapped(self._called(prompt), width())] if self.consultation.step.ends_interview else []
        offered = {**{letter: each.title for letter, each in rows.items()}, **ALSO}

        named = f"one of {', '.join(rows)}" if rows else "a letter"

        def menu() -> str:
            return "\n".join([*called, *(option_in_words(*each) for each in offered.items())])

        def show(text: str) -> str:
            return prompt.offer(f"{text}\n\n{menu()}" if text else f"\n{menu()}", rows, named, MENU_WHY)

        with suppress(Quit):
            said = show(above)
            while True:
                said = said or prompt.line(WHAT_NEXT, lambda: [MENU_WHY], lambda: click.echo(f"\n{menu()}")).lower()
                said = show(f"\n{self._opened(rows[said].key, prompt.at)}") if said in rows else _refused(said, offered)

    def _opened(self, key: str, country: Country | None) -> str:
        opened = self.told(country).row(key)
        return row(opened, width(), self.helplines(country)) if opened else ""


def _refused(said: str, offered: Iterable[str]) -> str:
    """Says what can be typed at the menu. Returns that nothing was taken."""
    if not said:
        # The key that goes on at every other prompt may be pressed once too often.
        click.echo(wrapped(STILL_HERE, width()))
    else:
        click.echo(wrapped(f"Type one of {', '.join(offered)}.", width()))
        click.echo(letters_in_words())
    return ""
