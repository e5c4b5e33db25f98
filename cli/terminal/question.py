"""A question on the terminal: how it is shown, and the loop until what is typed is an answer."""

from collections.abc import Callable

import click
import msgspec

from milepost.cli.terminal.layout import listed, width, wrapped
from milepost.cli.terminal.prompt import LETTERS, Prompt, option
from milepost.cli.terminal.typed import LETTERS as OF_NUMBERS
from milepost.cli.terminal.typed import NotUnderstood, understood
from milepost.engine.meaning.words import answer_in_words, choices
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.question import FIRST, NOT_SURE, Question

DONE = "d"


class Enough(Exception):
    """The person wants to see the step now."""


class Asked(msgspec.Struct, frozen=True):
    """A question as it is put: `above` it, the answer it has already, if any, and whether `d` ends the questions."""

    question: Question
    above: str
    why: Callable[[], list[str]]
    before: Answer | None = None
    may_stop: bool = False


def ask(prompt: Prompt, asked: Asked) -> Answer:
    """The answer to a question; one it has already is kept by Enter. Raises what a letter asks for, and Enough."""
    question, offered = asked.question, choices(asked.question)

    def show() -> None:
        click.echo(f"\n{asked.above}\n")
        click.echo(wrapped(question.ask, width()))
        if question.help:
            click.echo(wrapped(question.help, width()))
        letters = {unknown: letter for letter, unknown in OF_NUMBERS.items()}
        for number, (key, label) in enumerate(offered.items(), 1):
            option(letters[key] if question.type == "number" else str(number), label)
        if asked.before is not None:
            click.echo(
                wrapped(f"Your answer so far: {answer_in_words(question, asked.before)}. Enter keeps it.", width())
            )
        elif question.asked == FIRST:
            click.echo(wrapped("You can leave this out: just press Enter.", width()))

    show()
    while True:
        said = prompt.line(f"{_what_to_type(question)}:", asked.why, show).lower()
        if not said and asked.before is not None:
            return asked.before
        if not said and question.asked == FIRST:
            return NOT_SURE
        if said == DONE and asked.may_stop:
            raise Enough
        try:
            return understood(question, offered, said)
        except NotUnderstood as problem:
            click.echo("\n" + wrapped(str(problem), width()))
            click.echo(letters_in_words(asked.may_stop))
            show()


def letters_in_words(may_stop: bool = False) -> str:
    """What every letter does."""
    done = {DONE: "show your step"} if may_stop else {}
    return listed("Letters:", (f"{letter} {what}" for letter, what in {**done, **LETTERS}.items()), width())


def _what_to_type(question: Question) -> str:
    if question.type == "number":
        return f"A whole number of {question.unit}, n or w"
    return "Numbers, as in 1, 3" if question.type == "many" else "Number"
