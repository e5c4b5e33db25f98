"""The recommendation on the terminal, piece by piece, as a person reads it."""

from collections.abc import Callable

import click

from milepost.cli.terminal.helplines import lines_for
from milepost.cli.terminal.layout import width
from milepost.cli.terminal.prompt import Prompt
from milepost.cli.terminal.recommendation import Page, folded, opening, the_rest
from milepost.engine.consulting.consult import Consultation
from milepost.engine.telling.countries import emergency

# The functions here raise what a letter asks for.


def help_first(consultation: Consultation, prompt: Prompt, page: Callable[[], Page]) -> None:
    """The step and people who can help, at once; all the rest when the person wants it."""
    click.echo("\n" + opening(consultation, page()))
    while True:
        # On a small screen the step has scrolled away by now, so it is said again where the eye is.
        numbers = "" if prompt.at else " Type the letters of your country, as in IE, for its numbers."
        ask = f"{consultation.step.title}. {emergency(prompt.at)}.{numbers} Enter goes on to what else can help."
        found = prompt.country(ask)
        if found is None:
            break
        click.echo(f"\n{lines_for(found, consultation.purposes, width(), page().today)}")
    click.echo("\n" + the_rest(consultation, page()))


def step_and_all(consultation: Consultation, prompt: Prompt, page: Callable[[], Page]) -> None:
    """The recommendation, with the numbers of the person's country if it calls for them."""
    if consultation.lines("help") and prompt.at is None:
        prompt.country(
            "Some of the advice is about people you can call. "
            "Type the letters of your country, as in IE, or just press Enter."
        )
    click.echo(f"\n{opening(consultation, page())}\n\n{the_rest(consultation, page())}")


def offer_the_rest(consultation: Consultation, prompt: Prompt, page: Page) -> None:
    """Offers the lines of advice that were left out."""
    more = "" if page.everything else folded(consultation, page.columns)
    if more and prompt.yes(
        "There is more advice than this. Show it?",
        "It fits you too. We show the first five lines first.",
        "No, this is enough",
    ):
        click.echo("\n" + more)
