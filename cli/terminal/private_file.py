"""Writing a file that only the account it belongs to can read, and never half of one."""

import os
import secrets
from pathlib import Path

MODE = 0o600


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet. Raises FileExistsError if it is, and OSError if it cannot be written."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write_over(path: Path, text: str) -> None:
    """Puts a new file in the place of one that is there, in one go. Raises OSError if it cannot be written."""
    # Through a link, so that the answers end where the person keeps them.
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{secrets.token_hex(8)}")
    write_new(beside, text)
    try:
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
