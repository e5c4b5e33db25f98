"""What is typed on a terminal: one line at a time, and nothing that was typed or pasted ahead."""

import re
import select
import sys

# What a terminal puts around a paste, where a shell has left that on.
PASTED = re.compile("\x1b\\[20[01]~")
# Lines of one paste come within this many seconds of each other.
TOGETHER = 0.05


class SeveralLines(Exception):
    """More than one line came at once, as from a paste; none of them was taken."""


def flush() -> None:
    """Forget what was typed and not read yet, so that it answers no question, and reaches no shell."""
    try:
        import termios

        termios.tcflush(sys.stdin, termios.TCIFLUSH)
    except (ImportError, OSError, ValueError):  # no terminal, or one of another system
        return


def line() -> str:
    """Wait for a line; empty at the end of input. Raises SeveralLines."""
    typed = sys.stdin.readline()
    if not typed.endswith("\n") or not _more():
        return PASTED.sub("", typed)
    while _more(TOGETHER) and sys.stdin.readline():
        pass
    flush()  # a last line without its end
    raise SeveralLines


def _more(seconds: float = 0) -> bool:
    try:
        return bool(select.select([sys.stdin], [], [], seconds)[0])
    except (OSError, ValueError):  # what is no file of the system cannot be looked at
        return False
