"""Drawing into a file that a person named."""

from pathlib import Path

import click

from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason

FILE = click.Path(path_type=Path)
ENDINGS = ".svg, .png, .pdf, .dot, .mmd, .txt or .json"


def checked(path: Path | None) -> str:
    """The format that a file's ending asks for; empty without a file. Raises BadParameter for an ending we cannot draw."""
    if path is None:
        return ""
    from milepost.diagrams.render import CannotDraw, format_of

    try:
        return format_of(path)
    except CannotDraw as error:
        raise click.UsageError(str(error)) from None


def save(path: Path, graph, format: str, columns: int) -> int:
    """Draws a graph into a file, and says so on standard error. Returns the exit code; raises Undone if it cannot be done."""
    from milepost.diagrams.render import CannotDraw, draw

    try:
        # The whole picture first, so that a failure leaves no half of a file.
        path.write_bytes(draw(graph, format, columns))
    except CannotDraw as error:
        raise Undone(str(error), "name a file that ends in .txt or .json; these need nothing that draws") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "this is not the name of a file"
        raise Undone(f"{path}: the picture cannot be written: {why}", ELSEWHERE) from None
    click.echo(f"the picture is in {path}", err=True)
    return 0


def save_own_path(path: Path, consultation, format: str, columns: int) -> int:
    """Draws a person's path into a file; as `save`."""
    from milepost.diagrams.own_path import own_path

    return save(path, own_path(consultation), format, columns)
