"""Saving the answers into a file, when the person types `s`."""

import os
import re
import shlex
from pathlib import Path

import click

from milepost.cli.terminal.errors import reason
from milepost.cli.terminal.layout import width, wrapped
from milepost.cli.terminal.private_file import write_new, write_over
from milepost.cli.terminal.prompt import Back, Prompt
from milepost.cli.terminal.streams import printable

# No letter that would be a likely name; and saving within saving makes no sense.
LETTERS = "b?hqx"
WARNING = "Anyone who can use this account or this device can read the file: it is not encrypted."
WHERE = "Type a name for the file, as in answers.yaml. Enter goes back, and nothing is saved."
NO_NAME = "`{}` looks like an answer. Type a name that ends in .yaml, or just press Enter to go back."
WHY = "With the file you can go on later. Nothing else is ever written down."
LONGEST = 4096
# What somebody types who thinks that the question is still there.
ANSWER = re.compile(r"[\d\s,.)]+|[a-z]", re.IGNORECASE)


def save(prompt: Prompt, text: str) -> Path | None:
    """Asks where, and writes a file there.

    Returns its path; None if the person thought better of it. Raises Quit and Cleared.
    """

    def show() -> None:
        click.echo("\n" + wrapped(WARNING, width()))
        click.echo(wrapped(WHERE, width()))

    show()
    while True:
        try:
            typed = prompt.line("File name, or Enter:", lambda: [WHY], show, LETTERS)
            if not typed:
                raise Back
            if ANSWER.fullmatch(typed):
                click.echo(wrapped(NO_NAME.format(typed), width()))
                continue
        except Back:
            click.echo("Nothing was saved.")
            return None
        path = Path(os.path.expanduser(unquoted(typed)))
        try:
            if _written(prompt, path, text):
                click.echo("Saved. To go on later, type:")
                # Not wrapped, so that it can be copied.
                click.echo(f"  milepost ask --from {shlex.quote(printable(str(path), LONGEST))}")
                return path
        except OSError as error:
            _not_saved(path, reason(error))
        except ValueError:
            _not_saved(path, "this is not the name of a file")


def unquoted(typed: str) -> str:
    """A path as the shell would take it: without quotes around it, or backslashes before spaces."""
    try:
        words = shlex.split(typed)
    except ValueError:
        return typed
    # Whoever types a path with bare spaces means them.
    return words[0] if len(words) == 1 else typed


def _written(prompt: Prompt, path: Path, text: str) -> bool:
    """Was it written? Not if there is something that the person, or this program, does not want to write over."""
    try:
        write_new(path, text.encode())
        return True
    except FileExistsError:
        if not path.is_file():
            _not_saved(
                path, "there is a folder of this name" if path.is_dir() else "what is there is not a file to write to"
            )
            return False
    why = "What is in the file now is gone then."
    try:
        over = prompt.yes(
            f"There is a file `{printable(str(path), LONGEST)}` already. Write over it?", why, "No, keep it", LETTERS
        )
    except Back:
        over = False
    if over:
        write_over(path, text.encode())
    return over


def _not_saved(path: Path, why: str) -> None:
    click.echo(wrapped(f"Not saved in `{printable(str(path), LONGEST)}`: {why}. Your answers are still here.", width()))
