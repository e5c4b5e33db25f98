"""Drawing into a file that a person named; never over anything but a picture that milepost drew before."""

from contextlib import suppress
from pathlib import Path

import click

from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.streams import printable

FILE = click.Path(path_type=Path)
LONGEST = 4096
ENDINGS = ".svg, .png, .pdf, .dot, .mmd, .txt or .json"


def checked(path: Path | None, wanted: str = "") -> str:
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
        refuse_to_replace(path)
    return format


def refuse_to_replace(path: Path) -> None:
    """Raises UsageError if there is a file that milepost did not draw, OSError or ValueError if that cannot be seen."""
    from milepost.diagrams.mark import is_ours

    # What is no file, as a terminal or a pipe, holds nothing that could be lost.
    if path.is_file() and (content := path.read_bytes()) and not is_ours(content):
        name = printable(str(path), LONGEST)
        raise click.UsageError(
            f"`{name}` is there already, and milepost did not draw it; name another file, or remove this one first"
        )


def save(path: Path, graph, format: str, columns: int) -> int:
    """Draws a graph into a file, and says so on standard error. Returns the exit code.

    Raises Undone if it cannot be done, UsageError if there is a file that is not to be replaced.
    """
    from milepost.diagrams.fonts import missing
    from milepost.diagrams.render import CannotDraw, draw

    try:
        # The whole picture first, so that a failure leaves no half of a file.
        drawn = draw(graph, format, columns)
        refuse_to_replace(path)
        path.write_bytes(drawn)
    except CannotDraw as error:
        raise Undone(str(error), "name a file that ends in .txt or .json; these need nothing that draws") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "this is not the name of a file"
        raise Undone(f"{path}: the picture cannot be written: {why}", ELSEWHERE) from None
    click.echo(f"the picture is in {path}", err=True)
    if format in ("png", "pdf") and (letters := missing(graph)):
        click.echo(f"no font here has the letters {printable(letters, LONGEST)}: boxes stand in their place", err=True)
    return 0
