"""One question at a time on a terminal, and the letters that work at every prompt."""

import sys
from collections.abc import Callable

import click

from cli import help_now
from cli.helplines import chosen, with_anywhere
from cli.layout import heading, width, wrapped
from cli.typed import NotUnderstood, choices, understood
from engine.consultation.sheet import Answer
from engine.model.helpline import Country
from engine.model.knowledge_base import KnowledgeBase
from engine.model.question import NOT_SURE, Question
from engine.words import answer_in_words

LETTERS = {"b": "back", "?": "why we ask", "h": "help now", "q": "quit"}


class Quit(Exception):
    """The person wants to leave."""


class Back(Exception):
    """The person wants the question before."""


class Enough(Exception):
    """The person wants to see the step now."""


class Prompt:
    """Reads from the terminal. Keeps no answers; only the country, for the numbers that `h` shows."""

    def __init__(self, kb: KnowledgeBase, at: Country | None = None):
        self.at = at
        self.countries = with_anywhere(kb.countries)
        self.topics = kb.topics
        self.topic = ""

    def question(self, question: Question, before: Answer | None = None, may_stop: bool = False) -> Answer:
        """The answer to a question; `before` is kept by Enter. Raises Back, Quit, and Enough for `s` if `may_stop`."""
        offered = choices(question)
        stop = " s shows your step." if may_stop else ""

        def show() -> None:
            self._head(question)
            for number, (key, label) in enumerate(offered.items(), 1):
                letter = "n" if key == NOT_SURE else "r"
                _option(letter if question.type == "number" else str(number), label)
            if before is not None:
                click.echo(wrapped(f"Your answer so far: {answer_in_words(question, before)}. Enter keeps it.", width()))

        show()
        while True:
            said = self.line(f"{_what_to_type(question)}:", question.why, show)
            if not said and before is not None:
                return before
            if said == "s" and may_stop:
                raise Enough
            try:
                return understood(question, offered, said)
            except NotUnderstood as problem:
                click.echo("\n" + wrapped(f"{problem}{stop}", width()))
                show()

    def yes(self, ask: str, why: str, no: str) -> bool:
        """Yes or no to an offer; Enter is no. Raises Back and Quit."""

        def show() -> None:
            click.echo("\n" + wrapped(ask, width()))
            _option("1", "Yes")
            _option("2", no)

        show()
        while True:
            said = self.line("Number, or Enter for no:", why, show)
            if said in ("1", "yes", "y"):
                return True
            if said in ("", "2", "no", "n"):
                return False
            click.echo("\n" + wrapped("Type 1 for yes, or just press Enter for no.", width()))
            show()

    def country(self, ask: str) -> Country | None:
        """Asks for a country and keeps it; None for Enter. Raises Back and Quit."""

        def show() -> None:
            click.echo("\n" + wrapped(ask, width()))

        show()
        while True:
            said = self.line("Country, or Enter:", "Emergency numbers and helplines differ by country.", show)
            try:
                found = chosen(self.countries, said)
            except click.BadParameter as error:
                click.echo("\n" + wrapped(f"{_sentence(error.message)} You can also just press Enter.", width()))
                continue
            self.at = found or self.at
            return found

    def line(self, words: str, why: str, show: Callable[[], None]) -> str:
        """One line typed, in small letters. Sees to b, ?, h and q; `show` shows again what the prompt is about.

        Raises Back and Quit; the end of input is Quit.
        """
        while True:
            click.echo(f"{words} ", nl=False)
            sys.stdout.flush()
            line = sys.stdin.readline()
            said = line.strip().lower()
            if not line:
                click.echo("")
                raise Quit
            if said == "q":
                raise Quit
            if said == "b":
                raise Back
            if said == "?":
                click.echo(wrapped(why, width(), "  "))
            elif said == "h" or said.startswith("h "):
                self._help(said[1:])
                show()
            else:
                return said

    def _help(self, named: str) -> None:
        try:
            self.at = chosen(self.countries, named) or self.at
        except click.BadParameter as error:
            click.echo("\n" + wrapped(_sentence(error.message), width()))
        click.echo("\n" + wrapped(help_now.FIRST, width()))
        click.echo(help_now.text(self.countries, self.at, width()))
        if self.at is None:
            click.echo("\n" + wrapped("For the numbers of one country, type h and its letters, as in: h IE", width()))

    def _head(self, question: Question) -> None:
        click.echo("")
        if question.topic != self.topic:
            self.topic = question.topic
            click.echo(heading(f"{self.topics[self.topic]}", width()) + "\n")
        click.echo(wrapped(question.ask, width()))
        if question.help:
            click.echo(wrapped(question.help, width()))


def _option(number: str, label: str) -> None:
    click.echo(wrapped(label, width(), "     ", f"{number:>3}  "))


def _what_to_type(question: Question) -> str:
    if question.type == "number":
        return f"A whole number of {question.unit}, n or r"
    return "Numbers, as in 1, 3" if question.type == "many" else "Number"


def _sentence(problem: str) -> str:
    return f"{problem[:1].upper()}{problem[1:]}."
