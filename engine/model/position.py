"""Where something stands in a file."""

from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file: `file` as shown to the author, `line` and `column` from 1 on; line 0 is no place in it."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file
