"""One thing at a time on a terminal, and the letters that work at every prompt."""

import datetime
import sys
from collections.abc import Callable

import click

from milepost.cli import help_now
from milepost.cli.terminal import keyboard
from milepost.cli.terminal.helplines import chosen, with_anywhere
from milepost.cli.terminal.layout import width, wrapped
from milepost.engine.model.helpline import Country
from milepost.engine.model.knowledge_base import KnowledgeBase

LETTERS = {
    "b": "back",
    "?": "why we ask",
    "r": "review your answers",
    "s": "save them",
    "h": "help now",
    "q": "quit",
    "x": "clear the screen and leave",
}
EVERY = "".join(LETTERS)
SEVERAL = "Several lines came at once, and none was taken. Type one line."


class Quit(Exception):
    """The person wants to leave."""


class Cleared(Exception):
    """The person wants to leave at once, with nothing left on the screen."""


class Back(Exception):
    """The person wants the screen before."""


class Review(Exception):
    """The person wants to see their answers."""


LEAVING = {"b": Back, "r": Review, "q": Quit, "x": Cleared}


class Prompt:
    """Reads from the terminal. Keeps no answers; only the country and the day, for the numbers that `h` shows.

    `save` does what `s` asks for; somebody who holds answers sets it. `meanwhile` begins what can be done while a
    question is read, and returns at once.
    """

    def __init__(self, kb: KnowledgeBase, at: Country | None, today: datetime.date):
        self.at, self.today = at, today
        self.countries = with_anywhere(kb.countries)
        self.save: Callable[[], None] = lambda: None
        self.meanwhile: Callable[[], None] = lambda: None

    def yes(self, ask: str, why: str, no: str, letters: str = EVERY) -> bool:
        """Yes or no to an offer; Enter is no. Raises what a letter asks for."""

        def show() -> None:
            click.echo("\n" + wrapped(ask, width()))
            option("1", "Yes")
            option("2", no)

        show()
        while True:
            said = self.line("Number, or Enter for no:", lambda: [why], show, letters).lower()
            if said in ("1", "yes", "y"):
                return True
            if said in ("", "2", "no", "n"):
                return False
            click.echo("\n" + wrapped("Type 1 for yes, or just press Enter for no.", width()))
            show()

    def country(self, ask: str) -> Country | None:
        """Asks for a country and keeps it; None for Enter. Raises what a letter asks for."""

        def show() -> None:
            click.echo("\n" + wrapped(ask, width()))

        show()
        why = "Emergency numbers and helplines differ by country."
        while True:
            said = self.line("Country, or Enter:", lambda: [why], show)
            try:
                found = chosen(self.countries, said)
            except click.BadParameter as error:
                click.echo("\n" + wrapped(f"{_sentence(error.message)} You can also just press Enter.", width()))
                continue
            self.at = found or self.at
            return found

    def line(self, words: str, why: Callable[[], list[str]], show: Callable[[], None], letters: str = EVERY) -> str:
        """One line typed. Sees to `letters`; `show` shows again what the prompt is about, `why` is told at `?`.

        Raises Back, Review and Cleared, and Quit, also at the end of input.
        """
        while True:
            keyboard.flush()
            click.echo(f"{words} ", nl=False)
            sys.stdout.flush()
            self.meanwhile()
            try:
                line = keyboard.line()
            except keyboard.SeveralLines:
                click.echo("\n" + wrapped(SEVERAL, width()))
                show()
                continue
            if not line:
                click.echo("")
                raise Quit
            typed = line.strip()
            letter = typed[:1].lower() if len(typed) == 1 or typed[:2].lower() == "h " else ""
            if not letter or letter not in letters:
                return typed
            if letter in LEAVING:
                raise LEAVING[letter]
            if letter == "?":
                click.echo("\n".join(wrapped(said, width(), "    ", "  ") for said in why()))
                continue
            if letter == "h":
                self._help(typed[1:])
            else:
                self.save()
            show()

    def _help(self, named: str) -> None:
        try:
            self.at = chosen(self.countries, named) or self.at
        except click.BadParameter as error:
            click.echo("\n" + wrapped(_sentence(error.message), width()))
        click.echo("\n" + wrapped(help_now.FIRST, width()))
        click.echo(help_now.text(self.countries, self.at, width(), self.today))
        if self.at is None:
            click.echo("\n" + wrapped("For the numbers of one country, type h and its letters, as in: h IE", width()))


def option(number: str, label: str) -> None:
    """Shows one thing to choose."""
    click.echo(wrapped(label, width(), "     ", f"{number:>3}  "))


def _sentence(problem: str) -> str:
    return f"{problem[:1].upper()}{problem[1:]}."
