"""`milepost ask`: the interview on a terminal."""

import sys

import click

from cli import options, pictures
from cli.layout import width, wrapped

OPENING = (
    "Your answers stay in this program: nothing is written down, and nothing is sent.",
    "If somebody watches this device they may see them too, so use one they cannot reach.",
)
KEPT = "Nothing was kept."
CLOSING = "The text above stays on the screen until you close the window."


@click.command("ask")
@click.option("--graph", "picture", type=pictures.FILE, metavar="FILE", help=f"Also draw your path: {pictures.ENDINGS}.")
@options.everything
@options.country
@options.with_shared
def command(picture, everything, country, folder, today) -> int:
    """Answer questions one by one, and get your next step.

    At every question: b goes back, ? tells why we ask, h shows people to call, q quits.

    \b
    Examples:
      milepost ask
      milepost ask --country IE --graph my-path.svg
    """
    from cli.helplines import chosen, with_anywhere
    from cli.prompt import LETTERS, Prompt, Quit

    format = pictures.checked(picture)
    kb = options.load(folder)
    at = chosen(with_anywhere(kb.countries), country)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(_without_terminal(kb), err=True)
        return 2
    for sentence in OPENING:
        click.echo(wrapped(sentence, width()))
    letters = ", ".join(f"{letter} {what}" for letter, what in LETTERS.items())
    click.echo("\n" + wrapped(f"At every question: {letters}.", width()))
    try:
        consultation = _converse(kb, Prompt(kb, at), today, everything)
    except Quit:
        click.echo("\n" + wrapped(f"You left. {KEPT} {CLOSING}", width()))
        return 0
    click.echo("\n" + wrapped(CLOSING if picture else f"{KEPT} {CLOSING}", width()))
    return pictures.save_own_path(picture, consultation, format, width()) if picture else 0


def _converse(kb, prompt, today, everything):
    """Interviews and recommends, and does so again whenever the person goes back. Returns the last consultation."""
    from cli.interviewer import Interviewer
    from cli.prompt import Back
    from cli.recommendation import Page
    from engine.consultation.consult import Consultant

    def page() -> Page:
        return Page(width(), today, prompt.at, everything, asking=True)

    consultant, interviewer = Consultant(kb), Interviewer(kb, prompt)
    interviewer.ask()
    while True:
        consultation = consultant.consult(interviewer.sheet())
        try:
            if consultation.step.ends_interview:
                _help_first(consultation, prompt, page)
            else:
                interviewer.offer()
                consultation = consultant.consult(interviewer.sheet())
                _step_and_all(consultation, prompt, page)
            _folded(consultation, prompt, page())
            return consultation
        except Back:
            interviewer.again()


def _help_first(consultation, prompt, page) -> None:
    """The step and people who can help, at once; all the rest when the person wants it. Raises Back and Quit."""
    from cli.helplines import lines_for
    from engine.telling.countries import emergency
    from cli.recommendation import opening, the_rest

    click.echo("\n" + opening(consultation, page()))
    while True:
        # On a small screen the step has scrolled away by now, so it is said again where the eye is.
        numbers = "" if prompt.at else " Type the letters of your country, as in IE, for its numbers."
        ask = f"{consultation.step.title}. {emergency(prompt.at)}.{numbers} Enter goes on to what else can help."
        found = prompt.country(ask)
        if found is None:
            break
        click.echo(f"\n{lines_for(found, consultation.purposes, width())}")
    click.echo("\n" + the_rest(consultation, page()))


def _step_and_all(consultation, prompt, page) -> None:
    """The recommendation, with the numbers of the person's country if it calls for them. Raises Back and Quit."""
    from cli.recommendation import opening, the_rest

    if consultation.lines("help") and prompt.at is None:
        prompt.country("Some of the advice is about people you can call. Type the letters of your country, as in IE, or just press Enter.")
    click.echo(f"\n{opening(consultation, page())}\n\n{the_rest(consultation, page())}")


def _folded(consultation, prompt, page) -> None:
    """Offers the lines of advice that were left out. Raises Back and Quit."""
    from cli.recommendation import folded

    more = "" if page.everything else folded(consultation, page.columns)
    if more and prompt.yes("There is more advice than this. Show it?", "It fits you too. We show the first five lines first.", "No, this is enough"):
        click.echo("\n" + more)


def _without_terminal(kb) -> str:
    from cli.answers import listed, missing
    from engine.consultation.sheet import Sheet

    columns = width()
    return "\n".join(
        [
            wrapped("`milepost ask` needs a terminal to ask on. Without one, give your answers in a file:", columns),
            "  milepost advise FILE",
            "  milepost advise -",
            wrapped("- reads standard input. `milepost sheet` prints a file to fill in. These answers can change your next step:", columns),
            listed(missing(kb, Sheet()), columns),
        ]
    )
