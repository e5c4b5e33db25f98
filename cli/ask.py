"""`milepost ask`: the interview on a terminal."""

import shlex
import sys

import click

from milepost.cli.terminal import looks, options, pictures
from milepost.cli.terminal.layout import width, wrapped

KEPT = "Nothing was kept."
SAVED_BEFORE = "The answers that you saved are in {}; later ones were not kept."
STILL_THERE = "{} still holds the answers you came with; nothing else was kept."
CLOSING = "The text above stays on the screen until you close the window."
INTERRUPTED = 130
# To the top, clear the screen, clear what has scrolled away.
CLEAR = "\x1b[H\x1b[2J\x1b[3J"


@click.command("ask")
@click.option("--from", "sheet_file", type=click.Path(), metavar="FILE", help="Go on from answers that you saved.")
@click.option("--no-input", is_flag=True, help="Ask nothing; name the answers that are missing, and exit with 2.")
@click.option(
    "--graph", "picture", type=pictures.FILE, metavar="FILE", help=f"Also draw your path: {pictures.ENDINGS}."
)
@pictures.force
@options.everything
@options.country
@options.with_shared
def command(sheet_file, no_input, picture, force, everything, country, folder, today) -> int:
    """Answer questions one by one, and get your next step.

    At every question, b goes back, ? tells why we ask, and r reviews your answers. s saves them, and h shows people to
    call. q quits, and x clears the screen and leaves.

    \b
    Examples:
      milepost ask
      milepost ask --country IE --graph my-path.svg
      milepost ask --from my-answers.yaml
    """
    if sheet_file == "-":
        raise click.UsageError("answers cannot come from standard input here, as you type there; name a file")
    format = pictures.checked(picture, force=force, answers=sheet_file)
    if no_input or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from milepost.cli.terminal.unasked import say_missing

        say_missing(folder, sheet_file)
        return 2
    from milepost.cli.terminal.helplines import chosen
    from milepost.cli.terminal.keyboard import flush
    from milepost.cli.terminal.prompt import Cleared, Prompt, Quit
    from milepost.cli.terminal.result import Result
    from milepost.cli.terminal.talk import Talk
    from milepost.engine.telling.countries import with_anywhere

    milepost = options.open_base(folder)
    kb = milepost.kb
    prompt = Prompt(kb, chosen(with_anywhere(kb.countries), country), today)
    prompt.meanwhile = milepost.prepare
    conversation, notes = _begun(milepost, sheet_file)
    talk = Talk(milepost, conversation, prompt, lambda found: Result(milepost, found, today).show(prompt, everything))
    try:
        talk.welcome(notes)
        consultation = talk.until_done()
    except Cleared:
        click.echo("" if looks.accessible() else CLEAR, nl=False)
        return 0
    except Quit:
        click.echo("\n" + wrapped(f"You left. {_kept(talk, sheet_file)} {CLOSING}", width()))
        return 0
    except KeyboardInterrupt:
        # As short as it was abrupt; the text above is in view.
        click.echo("\n" + wrapped(f"You left. {_kept(talk, sheet_file)}{_on(talk.saved or sheet_file)}", width()))
        return INTERRUPTED
    finally:
        # What was typed on is not to reach the shell and its history, whichever way this ends.
        flush()
    click.echo("\n" + wrapped(CLOSING if picture else f"{_kept(talk, sheet_file)} {CLOSING}", width()))
    if not picture:
        return 0
    kept = talk.saved or sheet_file
    return pictures.save(picture, milepost.graph(consultation), format, width(), force, kept, private=True)


def _begun(milepost, sheet_file: str | None):
    """The conversation, with the answers that were saved; and what there is to say of these."""
    from milepost.cli.terminal import answers
    from milepost.engine.telling import asking

    if not sheet_file:
        return milepost.begin(), []
    read = answers.from_file(sheet_file, milepost.kb)
    answers.say_left_out(read.left_out, width())
    conversation = milepost.begin(read.sheet)
    taken, dropped = len(conversation.sheet.answers), len(conversation.replay.dropped)
    said = asking.LOADED.format(_answers(taken))
    said += f" {asking.LEFT_OUT.format(_answers(dropped))}" if dropped else ""
    return conversation, [f"{said} Type r to see your answers."]


def _answers(count: int) -> str:
    return f"{count} answer was" if count == 1 else f"{count} answers were"


def _on(kept) -> str:
    """How to go on from a file; empty where there is none."""
    from milepost.cli.terminal.streams import printable

    return f" `milepost ask --from {shlex.quote(printable(str(kept), 4096))}` goes on from it." if kept else ""


def _kept(talk, given: str | None) -> str:
    from milepost.cli.terminal.streams import printable

    if talk.saved:
        where = printable(str(talk.saved), 4096)
        return f"Your answers are in {where}." if talk.is_saved else SAVED_BEFORE.format(where)
    return STILL_THERE.format(printable(given, 4096)) if given else KEPT
