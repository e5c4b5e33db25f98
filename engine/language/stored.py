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
# What each stored form is made by: rooms of the engine, and modules.
READERS = {
    WHOLE: ("language", "model", "meaning", "circuit/compile.py", "circuit/gates.py", "checks/storing.py"),
    HELPLINES: ("language", "model"),
}
END = b"\0\0end of the files\0\0"
T = TypeVar("T")


def load(folder: Path, part: str, decode: Callable[[bytes], T]) -> T | None:
    """Return what `decode` makes of a stored part of a folder; None where there is none, or the files have changed.

    `part` is WHOLE, or HELPLINES for what lies in the folder `helplines` alone.
    """
    try:
        # Without buffers, as each of them is one more copy of millions of bytes.
        with open(folder / FOLDER / part, "rb", buffering=0) as opened:
            if all(opened.read(len(piece)) == piece for piece in _origin(folder, part)):
                return decode(opened.read())
    except (OSError, ValueError):
        pass
    return None


def store(folder: Path, part: str, encoded: bytes, into: Path) -> None:
    """Write the stored form of a part of a folder below the folder `into`."""
    target = into / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    (target / part).write_bytes(b"".join((*_origin(folder, part), encoded)))


def _origin(folder: Path, part: str) -> Iterator[bytes]:
    """Yield all that a stored part is made from: each file by its name and length, then its bytes."""
    readers = (Path(__file__).parents[1] / name for name in READERS[part])
    for root in (folder if part == WHOLE else folder / HELPLINES, *readers):
        for name, path in sorted(_files(os.fspath(root))):
            with open(path, "rb", buffering=0) as opened:
                raw = opened.read(os.fstat(opened.fileno()).st_size)
            yield b"%s\0%d\0%s" % (os.fsencode(name), len(raw), raw)
    yield END


def _files(root: str, below: str = "") -> Iterator[tuple[str, str]]:
    """Yield each file of YAML or Python under a folder, by its name below it and its path; hidden ones are left out.

    Of a file, that is the file.
    """
    if os.path.isfile(root):
        yield os.path.basename(root), root
        return
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.name.endswith((".yaml", ".yml", ".py")):
                yield f"{below}{entry.name}", entry.path
