"""How much room words take, without asking a font: so that a picture is laid out alike on every machine."""

from milepost.diagrams.labels import plain

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMWQO@%—…")


class _Widths(dict):
    """The width of each character in em, worked out once."""

    def __missing__(self, c: str) -> float:
        self[c] = (
            0.4 if c in NARROW else 0.92 if c in WIDE else 1.25 if ord(c) > 0x2E7F else 0.72 if c.isupper() else 0.6
        )
        return self[c]


EM = _Widths()


def wide(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in points; on the safe side for the usual sans-serif fonts."""
    return sum(map(EM.__getitem__, text)) * size * (1.1 if bold else 1)


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


def high(size: float) -> float:
    """The height of a line in points."""
    return size * 1.32
