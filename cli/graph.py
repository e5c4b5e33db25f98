"""`milepost graph`: the stages and their steps, or a person's way to their step."""

import sys
from pathlib import Path

import click

from milepost.cli.terminal import options, paging, pictures
from milepost.cli.terminal.layout import width, wrapped
from milepost.engine.telling.texts import counted

# What people call a format, and the ending that it has as a file.
FORMATS = {"text": "txt", "svg": "svg", "dot": "dot", "mermaid": "mmd", "json": "json", "png": "png", "pdf": "pdf"}
BINARY = ("png", "pdf")


@click.command("graph")
@click.argument("answers", type=click.Path(), metavar="[FILE]", required=False)
@click.option(
    "--path",
    "sheet_file",
    type=click.Path(),
    metavar="FILE",
    help="The same as FILE: the way from these answers to their step; - reads standard input.",
)
@click.option("--stages", is_flag=True, help="With --path: show the stages, and your step among them.")
@click.option("--step", metavar="KEY", help="One step: what opens it, stops it, and what it leads to.")
@click.option("--finding", metavar="KEY", help="The same of a finding.")
@click.option("--question", metavar="KEY", help="The same of a question.")
@click.option(
    "--wiring", is_flag=True, help="For authors: all of it, topic by topic; beside the options above, nothing left out."
)
@click.option(
    "--out",
    "place",
    type=click.Path(),
    metavar="FILE",
    help=f"Write to a file: {pictures.ENDINGS}. To a FOLDER/: the stages and all parts as SVG, linked to each other.",
)
@click.option(
    "--format", "wanted", type=click.Choice(list(FORMATS)), help="The format; else by the ending of --out, or text."
)
@pictures.force
@options.with_shared
def command(answers, sheet_file, stages, step, finding, question, wiring, place, wanted, force, folder, today) -> int:
    """The stages and their steps, or your way to your step.

    The way is that of a FILE of answers.

    \b
    Examples:
      milepost graph --out stages.svg
      milepost graph my-answers.yaml --out my-way.svg
      milepost graph --step pause
      milepost graph --out pictures/
    """
    from milepost.diagrams.linked import STAGES
    from milepost.diagrams.render import CannotDraw, draw

    if answers and sheet_file:
        raise click.UsageError("name the answers once: as FILE, or with --path")
    sheet_file = answers or sheet_file
    in_folder = place is not None and pictures.is_folder(place)
    out = None if place is None else Path(place, STAGES if in_folder else "")
    if in_folder and FORMATS.get(wanted, "svg") != "svg":
        raise click.UsageError("pictures in a folder lead to each other, and only SVG can; leave out --format")
    format = pictures.checked(out, FORMATS[wanted] if wanted else "", force, sheet_file) or "txt"
    if format in BINARY and out is None and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {format}; name a file with --out")
    milepost = options.open_base(folder)
    named = [
        f"{kind}:{key}"
        for kind, key in (("step", step), ("finding", finding), ("question", question))
        if key is not None
    ]
    if len(named) + stages > 1:
        raise click.UsageError("name one of --stages, --step, --finding and --question")
    if in_folder and named:
        raise click.UsageError("a folder takes the stages and all parts; leave out --step, --finding and --question")
    consultation, done = _consulted(milepost, sheet_file) if sheet_file else (None, False)
    guarded, private = not (wiring or done), sheet_file is not None
    if named:
        graph = _around(milepost, named[0], guarded)
    elif wiring and not in_folder:
        graph = milepost.wiring()
    else:
        graph = milepost.stages(consultation) if stages or in_folder else milepost.graph(consultation)
    if out is not None:
        if in_folder:
            return pictures.save_linked(out, milepost.kb, graph, guarded, force, sheet_file, private)
        return pictures.save(out, graph, format, width(), force, sheet_file, private)
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


def _around(milepost, id: str, guarded: bool):
    from milepost.engine.model.faults import did_you_mean

    try:
        return milepost.around(id, guarded)
    except KeyError:
        kind, _, key = id.partition(":")
        known = {"step": milepost.kb.steps, "finding": milepost.kb.findings, "question": milepost.kb.questions}[kind]
        remedy = did_you_mean(key, known, "`milepost graph --out FOLDER/` draws all, each in a file of its name")
        raise click.UsageError(f"--{kind}: there is no {kind} `{key}`; {remedy}") from None


def _consulted(milepost, file: str):
    """The consultation of a file of answers, and whether all is answered that can change the step."""
    from milepost.cli.terminal import answers

    read = answers.from_file(file, milepost.kb)
    sheet = read.sheet
    answers.say_left_out(read.left_out, width())
    missing = milepost.interview.deciding(sheet)
    if missing:
        are, they_are = ("is", "it is") if len(missing) == 1 else ("are", "they are")
        keys = [f"`{question.key}`" for question in missing[: answers.FEW]]
        keys += ["..."] if len(missing) > answers.FEW else []
        count = f"{counted(len(missing), 'answer')} {are} missing that can still change the step ({', '.join(keys)})"
        note = f"{answers.shown(file)}: {count}; {they_are} taken as not known"
        click.echo(wrapped(note, width()), err=True)
    return milepost.consult(sheet), not missing
