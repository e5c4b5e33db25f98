"""Drawing into a file that a person named; over one that is there only with --force, and never over the answers."""

from contextlib import suppress
from pathlib import Path

import click

from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.private_file import COMMON, PRIVATE, write_new, write_over
from milepost.cli.terminal.streams import printable

FILE = click.Path(path_type=Path)
LONGEST = 4096
ENDINGS = ".svg, .png, .pdf, .dot, .mmd, .txt or .json"

force = click.option("--force", is_flag=True, help="Let the picture replace a file that is there.")


def checked(path: Path | None, wanted: str = "", force: bool = False, answers: str | Path | None = None) -> str:
    """The format that is wanted, else the one that a file's ending asks for; empty without either.

    Raises UsageError for an ending we cannot draw, and for a file that is not to be replaced.
    """
    if path is None:
        return wanted
    from milepost.diagrams.render import CannotDraw, format_of

    try:
        format = wanted or format_of(path)
    except CannotDraw as error:
        raise click.UsageError(str(error)) from None
    with suppress(OSError, ValueError):  # what stands in the way of writing is told when it is written
        refuse_to_replace(path, force, answers)
    return format


def refuse_to_replace(path: Path, force: bool, answers: str | Path | None = None) -> None:
    """Raise UsageError if there is a file that is not to be replaced, OSError or ValueError if that cannot be seen.

    That is any file with something in it without `force`, and the file of the answers in any case.
    """
    # What is no file, as a terminal or a pipe, holds nothing that could be lost.
    if not path.is_file() or not path.stat().st_size:
        return
    name = printable(str(path), LONGEST)
    if answers is not None and Path(answers).exists() and path.samefile(answers):
        raise click.UsageError(f"`{name}` holds the answers; name another file for the picture")
    if not force:
        raise click.UsageError(f"`{name}` is there already; name another file, or let --force replace it")


def save(
    path: Path, graph, format: str, columns: int, force: bool, answers: str | Path | None = None, private: bool = False
) -> int:
    """Draw a graph into a file, `private` for one that only this account can read, and say so. Return the exit code.

    Raises Undone if it cannot be done, UsageError if there is a file that is not to be replaced.
    """
    from milepost.diagrams.fonts import missing
    from milepost.diagrams.render import CannotDraw, draw

    mode = PRIVATE if private else COMMON
    try:
        drawn = draw(graph, format, columns)
        refuse_to_replace(path, force, answers)
        if path.exists() and not path.is_file():
            path.write_bytes(drawn)
        elif path.exists():
            write_over(path, drawn, mode)
        else:
            write_new(path, drawn, mode)
    except CannotDraw as error:
        raise Undone(str(error), "name a file that ends in .txt or .json; these need nothing that draws") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "this is not the name of a file"
        raise Undone(f"{path}: the picture cannot be written: {why}", ELSEWHERE) from None
    click.echo(f"the picture is in {printable(str(path), LONGEST)}", err=True)
    if format in ("png", "pdf") and (letters := missing(graph)):
        click.echo(f"no font here has the letters {printable(letters, LONGEST)}: boxes stand in their place", err=True)
    return 0
