"""One thing at a time on a terminal, and the letters that work at every prompt."""

import datetime
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial

import click

from milepost.cli import help_now
from milepost.cli.terminal import keyboard
from milepost.cli.terminal.helplines import chosen
from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.screens import screens
from milepost.engine.model.helpline import Country
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import texts
from milepost.engine.telling.countries import with_anywhere

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
# What people type who do not think of the letters.
SPELT = {
    "back": "b",
    "why": "?",
    "review": "r",
    "save": "s",
    "help": "h",
    "exit": "q",
    "quit": "q",
    "bye": "q",
    "clear": "x",
}
MORE = "Enter for more:"
GO_ON = "Enter goes on:"
READ_ON = "Press Enter to read on, or type {}."
ENTER_FIRST = "Press Enter to go on. Letters and answers work again after it; {} work here too."
NUMBERS_KNOWN = "You see the numbers for {}. Press Enter to go on, or type another country."
ITS_NUMBERS = "For the numbers of your country, type its name or letters, as in IE."


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
        # A subject without helplines names no country, and does not begin with danger.
        self.has_helplines = bool(kb.countries)
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
            click.echo(wrapped("Type 1 for yes, or just press Enter for no.", width()))

    def country(
        self, ask: str, words: str = "Country, or Enter:", guess: Country | None = None, letters: str = EVERY
    ) -> Country | None:
        """Asks for a country and keeps it; None for Enter. `guess` is taken for `y`. Raises what a letter asks for."""

        def show() -> None:
            known = NUMBERS_KNOWN.format(self.at.name) if self.at else ask
            click.echo("\n" + wrapped(known, width()))

        show()
        why = "Emergency numbers and helplines differ by country."
        while True:
            said = self.line(words, lambda: [why], show, letters)
            if guess is not None and said.lower() in ("y", "yes"):
                said = guess.code
            try:
                found = chosen(self.countries, said)
            except click.BadParameter as error:
                click.echo(wrapped(f"{texts.sentence(error.message)} You can also just press Enter.", width()))
                continue
            self.at = found or self.at
            return found

    def line(self, words: str, why: Callable[[], list[str]], show: Callable[[], None], letters: str = EVERY) -> str:
        """One line typed. Sees to `letters`; `show` shows again what the prompt is about, `why` is told at `?`.

        Raises Back, Review and Cleared, and Quit, also at the end of input.
        """
        while True:
            typed = self._typed(words, show)
            first, _, rest = typed.partition(" ")
            letter = SPELT.get(first.lower(), first.lower())
            if not letter or letter not in letters or (rest and letter != "h"):
                return typed
            if letter in LEAVING:
                raise LEAVING[letter]
            if letter == "?":
                click.echo("\n".join(wrapped(said, width(), "    ", "  ") for said in why()))
                continue
            if letter == "h":
                self._help(rest)
            else:
                self.save()
            show()

    def tell(self, text: str, letters: str = "hqx") -> None:
        """Shows a text from its beginning, a screen at a time where somebody sits at one. Raises as `line` does."""
        *before, last = screens(text)
        for page in before:
            click.echo(page)
            self._on(MORE, partial(click.echo, page), letters)
        click.echo(last)

    def offer(self, text: str, taken: Collection[str], words: str, why: str) -> str:
        """Shows a text that ends with what can be typed, as `tell` does; this can be typed on each screen of it.

        Returns what was typed of what is `taken`, named in `words`; empty where the text was shown to its end.
        """
        *before, last = screens(text)
        for page in before:
            click.echo(page)
            while said := self.line(MORE, lambda: [why], partial(click.echo, page)).lower():
                if said in taken:
                    return said
                click.echo(wrapped(READ_ON.format(words), width()))
        click.echo(last)
        return ""

    def _on(self, words: str, show: Callable[[], None], letters: str = "qx") -> None:
        """Waits for Enter, and says so to whatever else is typed; only these letters work."""
        while self.line(words, lambda: [], show, letters):
            click.echo(wrapped(ENTER_FIRST.format(texts.listed(letters, "and")), width()))

    def _typed(self, words: str, show: Callable[[], None]) -> str:
        """What is typed, without the space around it. Raises Quit at the end of input."""

        def ask() -> None:
            click.echo(f"{words} ", nl=False)
            sys.stdout.flush()

        def again(*_) -> None:
            click.echo("")
            show()
            ask()

        while True:
            keyboard.flush()
            ask()
            self.meanwhile()
            try:
                with _when_back(again):
                    line = keyboard.line()
            except keyboard.SeveralLines:
                click.echo("\n" + wrapped(SEVERAL, width()))
                show()
                continue
            if not line:
                click.echo("")
                raise Quit
            return line.strip()

    def _help(self, named: str) -> None:
        try:
            self.at = chosen(self.countries, named) or self.at
        except click.BadParameter as error:
            click.echo("\n" + wrapped(texts.sentence(error.message), width()))
        if self.at is None:
            self._numbers()
            if self.country(ITS_NUMBERS, "Country, or Enter to go on:", letters="qx") is None:
                return
        self._numbers()
        # What was asked comes again below, and would push the numbers off the screen.
        self._on(GO_ON, lambda: None)

    def _numbers(self) -> None:
        first = wrapped(help_now.IN_DANGER, width())
        self.tell(f"\n{first}\n{help_now.text(self.countries, self.at, width(), self.today)}", "qx")


@contextmanager
def _when_back(again: Callable[..., None]) -> Iterator[None]:
    """While something is typed: `again` is called when the program was stopped (Ctrl-Z) and goes on (`fg`)."""
    if not hasattr(signal, "SIGCONT"):
        yield
        return
    before = signal.signal(signal.SIGCONT, again)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def option(number: str, label: str) -> None:
    """Shows one thing to choose."""
    click.echo(option_in_words(number, label))


def option_in_words(number: str, label: str) -> str:
    """One thing to choose, after what to type for it."""
    return wrapped(label, width(), "     ", f"{number:>3}  ")
