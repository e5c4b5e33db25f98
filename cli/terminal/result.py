"""The recommendation on the terminal: the first screen, then a menu that opens what is behind it."""

import datetime

import click

from milepost.cli.terminal.helplines import lines_for, reachable
from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.prompt import Prompt, option
from milepost.cli.terminal.recommendation import LETTERS, everything, first_screen, names, row
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.helpline import Country
from milepost.engine.telling.numbers import numbers
from milepost.engine.telling.sections import Telling
from milepost.library import Milepost

WITH_ALL = "With --all:"
MENU_WHY = "What you read is the short form. Each letter opens a part of the rest."
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
        places = reachable(self.milepost.kb, country)
        return "\n\n".join(lines_for(each, self.consultation.purposes, width(), self.today) for each in places)

    def show(self, prompt: Prompt, whole: bool) -> None:
        """Show it to somebody who can be asked: first what cannot wait, then the menu."""
        ends = self.consultation.step.ends_interview
        if self.consultation.lines("help") and not ends and prompt.at is None:
            prompt.country(f"Some of the advice is about people you can call. {YOUR_COUNTRY}")
        columns = width()
        if whole and not ends:
            click.echo("\n" + self.text(prompt.at, whole))
            return
        click.echo("\n" + first_screen(self.told(prompt.at, exact=False), columns))
        if ends:
            self._numbers_first(prompt)
        self._menu(prompt)

    def _numbers_first(self, prompt: Prompt) -> None:
        while True:
            # On a small screen the step has scrolled away by now, so it is said again where the eye is.
            more = f" {YOUR_COUNTRY}" if prompt.at is None else ""
            called = numbers(self.milepost.kb.countries, prompt.at, self.consultation.purposes, self.today)
            said = ". ".join([self.consultation.step.title, *(number.say for number in called)])
            ask = f"{said}.{more} Enter goes on to what else can help."
            found = prompt.country(ask)
            if found is None:
                return
            click.echo(f"\n{lines_for(found, self.consultation.purposes, width(), self.today)}")

    def _menu(self, prompt: Prompt) -> None:
        rows = {LETTERS[each.key]: each for each in self.told(prompt.at, exact=False).rows}

        def show() -> None:
            click.echo("")
            for letter, each in rows.items():
                option(letter, each.title)

        show()
        while (said := prompt.line("Letter, or Enter to finish:", lambda: [MENU_WHY], show).lower()) != "":
            if said in rows:
                click.echo("\n" + self._opened(rows[said].key, prompt.at))
            else:
                click.echo(wrapped(f"Type one of {', '.join(rows)}, or just press Enter.", width()))

    def _opened(self, key: str, country: Country | None) -> str:
        opened = self.told(country).row(key)
        return row(opened, width(), self.helplines(country)) if opened else ""
