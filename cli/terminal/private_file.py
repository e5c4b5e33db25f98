"""Writing a file that appears whole or not at all."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

PRIVATE = 0o600
# What the account's own mask leaves of it, as for any file that holds nothing of anybody.
COMMON = 0o666


def write_new(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Write a file that is not there yet. Raises FileExistsError if it is, and OSError if it cannot be written."""
    _written(path, content, mode, lambda place: None)


def write_over(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put a new file in the place of one that may be there, in one go. Raises OSError if it cannot be written."""
    # Through a link, so that the file ends where the person keeps it.
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{secrets.token_hex(8)}")
    _written(beside, content, mode, lambda beside: beside.replace(place))


def write(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Write a file, new or over one that is there; into what is no file, as a terminal or a pipe. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
    elif path.exists():
        write_over(path, content, mode)
    else:
        write_new(path, content, mode)


def _written(path: Path, content: bytes, mode: int, then: Callable[[Path], object]) -> None:
    """Write a file that gets its name once all of it is on the disk, and do with it what comes then."""
    try:
        # Without a name, so that nothing stays behind however the program ends.
        descriptor, has_name = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, mode), False
    except (AttributeError, OSError):  # not on this system, or not in this folder
        descriptor, has_name = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), True
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
            if not has_name:
                # The folder is given only as this makes Python follow the link to the file.
                os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)
                has_name = True
        then(path)
    except BaseException:
        if has_name:
            path.unlink(missing_ok=True)
        raise
