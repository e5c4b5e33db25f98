"""Which files of a folder are read, and what is wrong with a folder that cannot be."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from milepost.engine.language.order import ORDER
from milepost.engine.model.faults import Fault, KnowledgeBaseFaulty
from milepost.engine.model.position import Position

ORDERS = (ORDER, "order.yml")  # the latter is a fault of its own
ALLOW = "see that it is there and may be read"


def listed(folder: Path, below: str = "") -> tuple[dict[str, Path], list[Fault]]:
    """Return the files of a knowledge base by their names for messages, and the faults of folders within it.

    With `below`, only those that lie in the folder of that name, if there is one. What is hidden is left out. Raises
    KnowledgeBaseFaulty where the folder itself is none, or no knowledge base.
    """
    try:
        if not folder.is_dir():
            problem = "there is no such folder" if not folder.exists() else "this is not a folder"
            raise KnowledgeBaseFaulty([Fault(Position(str(folder)), problem, "name the folder that holds order.yaml")])
        if not below and not any(name.lower() in ORDERS for name in os.listdir(folder)):
            raise KnowledgeBaseFaulty([without_order(folder)])
    except OSError as error:  # as a name that is too long, or a folder of somebody else
        raise KnowledgeBaseFaulty([unreadable(str(folder), error)]) from None
    found, faults = {}, []

    def note(error: OSError) -> None:
        if os.path.lexists(error.filename):
            faults.append(unreadable(_shown(Path(error.filename).relative_to(folder)), error))

    for path in _files(folder / below, note):
        found[_shown(path.relative_to(folder))] = path
    return dict(sorted(found.items())), faults


def _files(folder: Path, note: Callable[[OSError], None]) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def unreadable(shown: str, error: OSError) -> Fault:
    """Return the fault that a folder cannot be read."""
    return Fault(Position(shown, 0), f"this folder cannot be read: {(error.strerror or str(error)).lower()}", ALLOW)


def without_order(folder: Path) -> Fault:
    """Return the fault that a folder is no knowledge base; where the one above or one below it is, that was meant."""
    above = folder.parent if folder.name not in ("", "..") else folder.resolve().parent
    near = sorted(path.parent for path in folder.glob(f"*/{ORDER}") if not path.parent.name.startswith("."))
    meant = [above] if (above / ORDER).is_file() else near[:3]
    if meant:
        remedy = f"did you mean {' or '.join(f'`{path}`' for path in meant)}?"
    else:
        remedy = "write one that lists the topics and the steps in order"
    return Fault(Position(ORDER), "there is no order.yaml in this folder", remedy)


def _shown(path: Path) -> str:
    """A path for messages, with `/`, and with a mark for what is no text."""
    return path.as_posix().encode(errors="surrogateescape").decode(errors="replace")
