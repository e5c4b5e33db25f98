"""Drawing into a file or folder that a person named; over a file only with --force, and never over the answers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.private_file import COMMON, PRIVATE, write
from milepost.cli.terminal.streams import printable

FILE = click.Path(path_type=Path)
LONGEST = 4096
ENDINGS = ".svg, .png, .pdf, .dot, .mmd, .txt or .json"

force = click.option("--force", is_flag=True, help="Let the picture replace a file that is there.")


def is_folder(name: str) -> bool:
    """Does a name stand for a folder? It does if there is one, or if it ends as one."""
    return name.endswith(("/", os.sep)) or os.path.isdir(name)


def checked(path: Path | None, wanted: str = "", force: bool = False, answers: str | Path | None = None) -> str:
    """The format that is wanted, else the one that a file's ending asks for; empty without either.

    Raises UsageError for an ending we cannot draw, for one that asks for another format than is wanted, and for a file
    that is not to be replaced.
    """
    if path is None:
        return wanted
    from milepost.diagrams.render import CannotDraw, format_of

    try:
        format = format_of(path)
    except CannotDraw as error:
        if not wanted:
            raise click.UsageError(str(error)) from None
        format = wanted
    if wanted not in ("", format):
        raise click.UsageError(
            f"the name of the file asks for {format}, and --format for {wanted}; leave one of them out"
        )
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
    from milepost.diagrams.render import draw

    with _drawing():
        drawn = draw(graph, format, columns)
    _write({path: drawn}, force, answers, private)
    readers = ", which only your account can read" if private else ""
    click.echo(f"the picture is in {printable(str(path), LONGEST)}{readers}", err=True)
    if format in ("png", "pdf") and (letters := missing(graph)):
        click.echo(f"no font here has the letters {printable(letters, LONGEST)}: boxes stand in their place", err=True)
    return 0


def save_linked(
    first: Path, kb, stages, guarded: bool, force: bool, answers: str | Path | None = None, private: bool = False
) -> int:
    """Draw the stages into the file `first`, and each part beside it, as SVG with links to each other; else as `save`.

    The folder is made if there is none. While `guarded`, no part shows what an answer to a guard question opens.
    """
    from milepost.diagrams.linked import linked

    folder = first.parent
    with _drawing():
        drawn = linked(kb, stages, guarded)
    try:
        folder.mkdir(exist_ok=True)
        if not force and (there := next(folder.iterdir(), None)):
            name = printable(str(there), LONGEST)
            raise click.UsageError(f"{name} is there already; name an empty folder, or add --force")
    except (OSError, ValueError) as error:
        raise _unwritten(folder, error) from None
    _write({folder / name: picture for name, picture in drawn.items()}, force, answers, private)
    click.echo(f"{len(drawn)} pictures lead to each other; open {printable(str(first), LONGEST)} first", err=True)
    return 0


@contextmanager
def _drawing() -> Iterator[None]:
    from milepost.diagrams.render import CannotDraw

    try:
        yield
    except CannotDraw as error:
        raise Undone(str(error), "name a file that ends in .txt or .json; these need nothing that draws") from None


def _write(pictures: dict[Path, bytes], force: bool, answers: str | Path | None, private: bool) -> None:
    """Write each picture to its path, and none where one of them is not to be replaced."""
    mode = PRIVATE if private else COMMON
    path = Path()
    try:
        for path in pictures:
            refuse_to_replace(path, force, answers)
        for path, drawn in pictures.items():
            write(path, drawn, mode)
    except (OSError, ValueError) as error:
        raise _unwritten(path, error) from None


def _unwritten(path: Path, error: OSError | ValueError) -> Undone:
    why = reason(error) if isinstance(error, OSError) else "this is not the name of a file"
    return Undone(f"{path}: the picture cannot be written: {why}", ELSEWHERE)
