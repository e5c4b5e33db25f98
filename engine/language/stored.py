"""A stored form of what was read from a folder, made when milepost is built, so that nothing is parsed at every start.

The stored form is data only, never code. It begins with the files it was made from and the modules that read them, byte
by byte: that binds it more closely than a digest would, in less time than loading a library for digests takes. Where
anything has changed, the stored form is passed over and the files are read.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

FOLDER = ".stored"
WHOLE, HELPLINES = "knowledge-base", "helplines"
READERS = tuple(Path(__file__).parents[1] / room for room in ("language", "model"))
END = b"\0\0end of the files\0\0"
T = TypeVar("T")


def load(folder: Path, part: str, decode: Callable[[bytes], T]) -> T | None:
    """Return what `decode` makes of a stored part of a folder; None where there is none, or the files have changed.

    `part` is WHOLE, or HELPLINES for what lies in the folder `helplines` alone.
    """
    try:
        raw = (folder / FOLDER / part).read_bytes()
        origin = _origin(folder, part)
        return decode(raw[len(origin) :]) if raw.startswith(origin) else None
    except (OSError, ValueError):
        return None


def store(folder: Path, part: str, encoded: bytes, into: Path) -> None:
    """Write the stored form of a part of a folder below the folder `into`."""
    target = into / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    (target / part).write_bytes(_origin(folder, part) + encoded)


def _origin(folder: Path, part: str) -> bytes:
    """Return all that a stored part is made from: each file by its name and length, then its bytes."""
    found = []
    for root in (folder if part == WHOLE else folder / HELPLINES, *READERS):
        for name, path in sorted(_files(os.fspath(root))):
            with open(path, "rb") as opened:
                raw = opened.read()
            found += [b"%s\0%d\0" % (os.fsencode(name), len(raw)), raw]
    return b"".join(found) + END


def _files(root: str, below: str = "") -> Iterator[tuple[str, str]]:
    """Yield each file of YAML or Python under a folder, by its name below it and its path; hidden ones are left out."""
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.name.endswith((".yaml", ".yml", ".py")):
                yield f"{below}{entry.name}", entry.path
