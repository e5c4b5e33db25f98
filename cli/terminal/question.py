"""A question on the terminal: how it is shown, and the loop until what is typed is an answer."""

from collections.abc import Callable

import click
import msgspec

from milepost.cli.terminal import looks
from milepost.cli.terminal.layout import heading, rows, width, wrapped
from milepost.cli.terminal.offered import Offered
from milepost.cli.terminal.prompt import Back, Prompt
from milepost.cli.terminal.screens import screens
from milepost.cli.terminal.typed import understood
from milepost.engine.interview.given import NotUnderstood
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.question import FIRST, NONE, NOT_SURE, Question

DONE = "d"
MORE = "Enter for more, or your answer"
THAT_IS_ALL = "More numbers, or Enter if that is all"
SCROLL = "The list begins further up: scroll to see all of it."
OPENS = "A letter opens its group."
LEAVE_OUT = "You can leave this out: just press Enter."


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
    question, offered = asked.question, Offered(asked.question)
    left: list[str] = []  # the screens from the one in view on
    ticked: tuple[str, ...] = ()  # on screens before the last

    def show() -> None:
        click.echo(left[0])

    def begin() -> None:
        left[:] = screens(_shown(asked, offered))
        show()

    begin()
    while True:
        words = MORE if len(left) > 1 else THAT_IS_ALL if ticked else _what_to_type(offered)
        try:
            said = prompt.line(f"{words}:", asked.why, show).lower()
        except Back:
            if not offered.closes():
                raise
            begin()
            continue
        if not said and len(left) > 1:
            del left[0]
            show()
            continue
        if offered.opens(said) or (not said and offered.closes()):
            begin()
            continue
        if not said and ticked:
            return ticked
        if not said and asked.before is not None:
            return asked.before
        if not said and question.asked == FIRST:
            return NOT_SURE
        if said == DONE and asked.may_stop:
            raise Enough
        so_far = ", ".join(map(offered.number, ticked))
        try:
            answer = understood(question, offered.choices, offered.beside(ticked, said), prompt.today)
        except NotUnderstood as problem:
            # Only the prompt comes again: a long list would push this sentence, or itself, off the screen.
            more = f"Enter keeps {so_far}." if ticked else OPENS if offered.groups and not offered.opened else ""
            click.echo(wrapped(f"{problem} {more}", width()))
            continue
        if len(left) > 1 and isinstance(answer, tuple) and not {NONE, NOT_SURE}.intersection(answer):
            # Ticked screen by screen: whoever has read half of a list of harm is to see the rest.
            ticked = answer
            del left[0]
            show()
            click.echo(wrapped(f"So far: {', '.join(map(offered.number, ticked))}.", width()))
            continue
        if isinstance(answer, int) and said != str(answer):
            click.echo(wrapped(f"That is {answer_in_words(question, answer)}.", width()))
        return answer


def _shown(asked: Asked, offered: Offered) -> str:
    """The question with what is above it and what is offered, or the group that is open."""
    question, columns = asked.question, width()
    if offered.opened:
        return "\n".join(["", heading(question.ask, columns), *offered.rows(columns)])
    parts = [f"\n{asked.above}\n", heading(question.ask, columns)]
    parts += [wrapped(question.help, columns)] if question.help else []
    parts += offered.rows(columns)
    parts += [wrapped(OPENS, columns)] if offered.groups else []
    if asked.before is not None:
        so_far = answer_in_words(question, asked.before)
        parts.append(wrapped(f"Your answer so far: {so_far}. Enter keeps it.", columns))
    elif question.asked == FIRST:
        parts.append(wrapped(LEAVE_OUT, columns))
    if sum(part.count("\n") + 1 for part in parts) + 1 > rows():
        # A long list pushes what is asked off a small screen, so it is said again where the eye is.
        parts += [wrapped(said, columns) for said in (SCROLL, question.ask)[looks.paged() :]]
    return "\n".join(parts)


def _what_to_type(offered: Offered) -> str:
    question = offered.question
    if offered.opened:
        return "Number, or Enter for the other groups"
    if offered.groups:
        return "Letter or number"
    if question.unit == "days":
        return "Days, weeks or a date, n or w"
    if question.type == "number":
        return f"A whole number of {question.unit}, n or w"
    return "Numbers, as in 1, 3" if question.type == "many" else "Number"
