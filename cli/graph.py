"""`milepost graph`: the stages and their steps, or a person's way to their step."""

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
    help="Show the way from these answers to their step; - reads standard input.",
)
@click.option("--stages", is_flag=True, help="With --path: show the stages, and your step among them.")
@click.option("--out", type=pictures.FILE, metavar="FILE", help=f"Write to a file: {pictures.ENDINGS}.")
@click.option(
    "--format", "wanted", type=click.Choice(list(FORMATS)), help="The format; else by the ending of --out, or text."
)
@pictures.force
@options.with_shared
def command(sheet_file, stages, out, wanted, force, folder, today) -> int:
    """The stages and their steps, or your way to your step.

    \b
    Examples:
      milepost graph --out stages.svg
      milepost graph --path my-answers.yaml --out my-way.svg
      milepost graph --format mermaid
    """
    from milepost.diagrams.render import CannotDraw, draw

    format = pictures.checked(out, FORMATS[wanted] if wanted else "", force, sheet_file) or "txt"
    if format in BINARY and out is None and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {format}; name a file with --out")
    milepost = options.open_base(folder)
    consultation = _consultation(milepost, sheet_file) if sheet_file else None
    graph = milepost.stages(consultation) if stages else milepost.graph(consultation)
    if out is not None:
        return pictures.save(out, graph, format, width(), force, sheet_file, private=sheet_file is not None)
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
