"""A question on the terminal: how it is shown, and the loop until what is typed is an answer."""

from collections.abc import Callable

import click
import msgspec

from milepost.cli.terminal.layout import heading, rows, width, wrapped
from milepost.cli.terminal.prompt import Prompt, option_in_words
from milepost.cli.terminal.typed import LETTERS as OF_NUMBERS
from milepost.cli.terminal.typed import understood
from milepost.engine.interview.given import NotUnderstood
from milepost.engine.meaning.words import answer_in_words, choices
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.question import FIRST, NOT_SURE, Question

DONE = "d"
SCROLL = "The list begins further up: scroll to see all of it."
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
    question, offered = asked.question, choices(asked.question)

    def show() -> None:
        told, columns = wrapped(question.ask, width()), width()
        parts = [f"\n{asked.above}\n", heading(question.ask, columns)]
        parts += [wrapped(question.help, columns)] if question.help else []
        letters = {unknown: letter for letter, unknown in OF_NUMBERS.items()}
        for number, (key, label) in enumerate(offered.items(), 1):
            parts += [heading(question.headings[key], columns)] if key in question.headings else []
            parts.append(option_in_words(letters[key] if question.type == "number" else str(number), label))
        if asked.before is not None:
            so_far = answer_in_words(question, asked.before)
            parts.append(wrapped(f"Your answer so far: {so_far}. Enter keeps it.", columns))
        elif question.asked == FIRST:
            parts.append(wrapped(LEAVE_OUT, columns))
        text = "\n".join(parts)
        # A long list pushes what is asked off a small screen, so it is said again where the eye is.
        again = f"\n{wrapped(SCROLL, columns)}\n{told}"
        click.echo(text + again if text.count("\n") + 2 > rows() else text)

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
            answer = understood(question, offered, said, prompt.today)
        except NotUnderstood as problem:
            # Only the prompt comes again: a long list would push this sentence, or itself, off the screen.
            click.echo(wrapped(str(problem), width()))
            continue
        if isinstance(answer, int) and said != str(answer):
            click.echo(wrapped(f"That is {answer_in_words(question, answer)}.", width()))
        return answer


def _what_to_type(question: Question) -> str:
    if question.unit == "days":
        return "Days, weeks or a date, n or w"
    if question.type == "number":
        return f"A whole number of {question.unit}, n or w"
    return "Numbers, as in 1, 3" if question.type == "many" else "Number"
