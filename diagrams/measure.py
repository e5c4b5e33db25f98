"""How much room words take, without asking a font: so that a picture is laid out alike on every machine.

The widths are those of DejaVu Sans and its bold, which are the widest of the fonts named in `looks`.
"""

import unicodedata

from milepost.diagrams.labels import plain

# In hundredths of the size of the type, from the blank on.
REGULAR = (
    "32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 "
    "100 69 69 70 78 64 58 78 76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 40 34 40 84 50 "
    "50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84"
)
BOLD = (
    "35 46 53 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 59 "
    "100 78 77 74 83 69 69 83 84 38 38 78 64 100 84 85 74 85 77 73 69 82 78 111 78 73 73 46 37 46 84 50 "
    "50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 37 72 84"
)
NONE, WIDE, OTHER, CAPITAL = 0.0, 1.3, 1.0, 1.2


class _Widths(dict[str, float]):
    """The width of each character in em, worked out once. A letter with an accent is as wide as without it.

    A mark by itself counts as a letter: it does for Graphviz, where that does not know the font.
    """

    def __init__(self, widths: str):
        super().__init__((chr(32 + n), int(width) / 100) for n, width in enumerate(widths.split()))

    def __missing__(self, c: str) -> float:
        base = unicodedata.normalize("NFD", c)[0]
        if base != c:
            self[c] = self[base]
        elif c.isspace():
            self[c] = self[" "]
        elif unicodedata.category(c) == "Cf":
            self[c] = NONE
        elif unicodedata.east_asian_width(c) in "WF" or ord(c) > 0xFFFF:
            self[c] = WIDE
        else:
            self[c] = CAPITAL if c.isupper() else OTHER
        return self[c]


EM, EM_BOLD = _Widths(REGULAR), _Widths(BOLD)


def wide(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in points."""
    return sum(map((EM_BOLD if bold else EM).__getitem__, text)) * size


def fitted(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines that fit into `room` points; a word that is wider than that is broken."""
    done: list[str] = []
    line = ""
    for each in plain(text).split():
        word = each
        while wide(word, size, bold) > room and len(word) > 1:
            if line:
                done, line = [*done, line], ""
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or wide(word[:n], size, bold) <= room)
            done, word = [*done, word[:cut]], word[cut:]
        longer = f"{line} {word}".strip()
        if line and wide(longer, size, bold) > room:
            done, line = [*done, line], word
        else:
            line = longer
    return [*done, line] if line else done or [""]


def high(size: float) -> int:
    """The height of a line in points: a whole number, as Graphviz has no other for a line of a label."""
    return int(size * 1.32)
