"""`milepost graph`: the whole decision graph, or a person's way on it."""

import sys

import click

from milepost.cli.terminal import options, paging, pictures
from milepost.cli.terminal.layout import width, wrapped

# What people call a format, and the ending that it has as a file.
FORMATS = {"text": "txt", "svg": "svg", "dot": "dot", "mermaid": "mmd", "json": "json", "png": "png", "pdf": "pdf"}
BINARY = ("png", "pdf")


@click.command("graph")
@click.option(
    "--path",
    "sheet_file",
    type=click.Path(),
    metavar="FILE",
    help="Mark the way of these answers on it; - reads standard input.",
)
@click.option("--out", type=pictures.FILE, metavar="FILE", help=f"Write to a file: {pictures.ENDINGS}.")
@click.option(
    "--format", "wanted", type=click.Choice(list(FORMATS)), help="The format; else by the ending of --out, or text."
)
@pictures.force
@options.with_shared
def command(sheet_file, out, wanted, force, folder, today) -> int:
    """The decision graph: questions, findings and steps.

    \b
    Examples:
      milepost graph --out map.svg
      milepost graph --path my-answers.yaml --out my-map.svg
      milepost graph --format mermaid
    """
    from milepost.diagrams.render import CannotDraw, draw

    format = pictures.checked(out, FORMATS[wanted] if wanted else "", force, sheet_file) or "txt"
    if format in BINARY and out is None and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {format}; name a file with --out")
    milepost = options.open_base(folder)
    graph = milepost.graph(_consultation(milepost, sheet_file) if sheet_file else None, whole=True)
    if out is not None:
        mode = pictures.PRIVATE if sheet_file else pictures.COMMON
        return pictures.save(out, graph, format, width(), force, sheet_file, mode)
    try:
        drawn = draw(graph, format, width())
    except CannotDraw as error:
        click.echo(str(error), err=True)
        return 1
    if format == "txt":
        paging.show(drawn.decode().rstrip("\n"))  # text is for the terminal, in the letters it has
    else:
        click.echo(drawn, nl=False)  # all other formats are what they are, byte for byte
    return 0


def _consultation(milepost, file: str):
    from milepost.cli.terminal import answers

    read = answers.from_file(file, milepost.kb)
    sheet = read.sheet
    answers.say_left_out(read.left_out, width())
    if missing := milepost.interview.deciding(sheet):
        count = f"{len(missing)} answers are missing that can still change the step"
        note = f"{answers.shown(file)}: {count}; they are taken as not known"
        click.echo(wrapped(note, width()), err=True)
    return milepost.consult(sheet)
