"""`milepost export`: the knowledge base in another language, as data, or as one file for any phone."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.streams import harmless

if TYPE_CHECKING:
    from milepost.library import Milepost

FRESH = "get a fresh copy from those who made it"


@click.command("export")
@click.option(
    "--to",
    "language",
    type=click.Choice(["asp", "json", "html"]),
    help="asp: an answer set program, which runs in clingo. json: all of it as data. html: a file for any phone.",
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--name", metavar="TEXT", default="", help="Who gives the file out, shown at its start.")
@options.country
@click.option("--unproved", is_flag=True, help="Prove no promise; the file says so.")
@click.option("--force", is_flag=True, help="Let the file replace one that is there.")
@click.option("--verify", is_flag=True, help="Say if FILE is whole, and what it was made from.")
@options.with_shared
def command(language, file, name, country, unproved, force, verify, folder, today) -> None:
    """The rules as a program, as data, or as one file for any phone.

    The file runs the whole consultation in the browser of any phone, without a network. It is written only if every
    promise holds.

    \b
    Examples:
      milepost export --to asp > rules.lp
      milepost export --to html what-now.html --name "Our helpline" --country IE
      milepost export --verify what-now.html
    """
    if verify != (language is None):
        raise click.UsageError("say --to and a language, or --verify and a file")
    if (file is None) == (verify or language == "html"):
        raise click.UsageError("name one file for --to html and for --verify; the other languages are printed")
    if language != "html" and (name or country or unproved or force):
        raise click.UsageError("--name, --country, --unproved and --force go with --to html")
    if verify:
        return _verify(file, folder)
    milepost = options.open_base(folder)
    if language == "html":
        return _write(milepost, file, name, country, unproved, force)
    if language == "json":
        from milepost.cli.terminal.streams import echo_json
        from milepost.engine.exporting.exported import exported

        return echo_json(exported(milepost.kb))
    from milepost.engine.solver.asp import program

    # As bytes: the program is UTF-8 whatever the terminal speaks.
    click.echo(program(milepost.circuit).encode(), nl=False)


def _write(milepost: "Milepost", path: Path, name: str, country: str, unproved: bool, force: bool) -> None:
    from milepost.cli.terminal.helplines import chosen
    from milepost.cli.terminal.pictures import refuse_to_replace
    from milepost.cli.terminal.private_file import COMMON, write
    from milepost.web.phone import file

    with suppress(OSError, ValueError):  # what stands in the way of writing is told when it is written
        refuse_to_replace(path, force)
    own = chosen(milepost.kb.countries, country)
    if not unproved:
        _prove(milepost)
    text = file.written(milepost.kb, file.Options(name, own.code if own else "", unproved))
    try:
        write(path, text.encode(), COMMON)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "this is not the name of a file"
        raise Undone(f"{path}: the file cannot be written: {why}", ELSEWHERE) from None
    click.echo(f"{harmless(str(path))}: {len(text.encode())} bytes. Its digest is\n{file.digest(text)}", err=True)


def _prove(milepost: "Milepost") -> None:
    """Raise Undone unless every promise holds."""
    from milepost.cli.prove import EXIT
    from milepost.cli.terminal.proof import progress
    from milepost.engine.promises.methods import Disagreement

    promises = list(milepost.kb.promises)
    if not promises:
        raise _unproved("this knowledge base makes no promises", 3)
    try:
        for place, id in enumerate(promises, 1):
            progress(f"{place} of {len(promises)}: {id}")
            (verdict,) = milepost.prove(id)
            if EXIT[verdict.status]:
                raise _unproved(f"the promise `{id}` does not hold: {verdict.status}", EXIT[verdict.status])
    except Disagreement as error:
        raise _unproved(str(error), 1) from None
    finally:
        progress("")


def _unproved(why: str, code: int) -> Undone:
    do = "`milepost prove` tells more; with --unproved the file is written, and says so"
    return Undone(f"{why}, so nothing is written; {do}", do, code)


def _verify(path: Path, folder: Path) -> None:
    """Say if a file is whole, and if this milepost writes the same from the knowledge base at hand."""
    from milepost.web.phone import file

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is no text"
        raise Undone(
            f"{path}: it cannot be read: {why}", "name a file that `milepost export --to html` wrote"
        ) from None
    named = file.named_digest(text)
    if not named or named != file.digest(text):
        what = (
            "it was changed, or a part of it is missing" if named else "this is no file of `milepost export --to html`"
        )
        raise Undone(f"{path}: {what}; {FRESH}", FRESH)
    click.echo(f"{harmless(str(path))} is whole. Its digest is\n{named}")
    same = file.written(options.open_base(folder).kb, file.options_of(text)) == file.without_kept(text)
    click.echo(
        "This milepost writes the very same file." if same else "Another milepost or another knowledge base wrote it."
    )
