"""The text of a file, or why it has none: too large, binary, not UTF-8, or with characters that cannot be seen."""

import codecs
import re
import unicodedata
from itertools import islice
from pathlib import Path

from yaml.reader import Reader

from milepost.engine.model.faults import Fault, with_extract
from milepost.engine.model.position import Position

MAXIMUM_BYTES = 1_000_000
MOST_ODD = 20  # odd characters named in one file
OTHER_ENCODINGS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
SAVE = "save it with the encoding UTF-8"
# YAML's own list of the characters that it does not allow, such as ESC, which could also play tricks on a terminal.
CONTROL = Reader.NON_PRINTABLE

# What Unicode counts as letters though nothing is seen of them.
BLANK_LETTERS = "\u034f\u115f\u1160\u3164\uffa0"
LINE_ENDS = "\x85\u2028\u2029"
TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
MERGE = re.compile(r"^(<{7}|>{7}|\|{7}) .*$", re.MULTILINE)


class Unreadable(Exception):
    """A file is nothing that can be gone on with; `fault` says why."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(str(fault))


def read_text(path: Path, shown: str) -> str:
    """The text of a file.

    Raises Unreadable with one fault if it is no small UTF-8 text file, OSError if it cannot be opened.
    """
    if not path.is_file() and path.exists():
        raise Unreadable(Fault(Position(shown), "this is not a file", "remove it, or give it another name"))
    _bounded(path.stat().st_size, shown)
    return decode(path.read_bytes(), shown)


def decode(raw: bytes, shown: str) -> str:
    """The text in some bytes, each line ending in `\\n` whatever machine wrote it.

    Raises Unreadable with one fault if it is too large, binary, or not UTF-8.
    """
    at = Position(shown)
    _bounded(len(raw), shown)
    for mark, name in OTHER_ENCODINGS.items():
        if raw.startswith(mark):
            raise Unreadable(Fault(at, f"this file is {name} text, not UTF-8", SAVE))
    if b"\0" in raw:
        raise Unreadable(
            Fault(
                at, "this is not a text file, as it holds a zero byte", "save it as plain text with the encoding UTF-8"
            )
        )
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        fault = Fault(_after(raw[: error.start].decode(), shown), "this character is not UTF-8", SAVE)
        raise Unreadable(with_extract(fault, CONTROL.sub("\ufffd", raw.decode(errors="replace")))) from None
    if found := CONTROL.search(text):
        fault = Fault(
            _after(text[: found.start()], shown),
            f"the control character U+{ord(found[0]):04X} stands here",
            "remove it",
        )
        raise Unreadable(with_extract(fault, CONTROL.sub("\ufffd", text)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := MERGE.search(text):
        fault = Fault(
            _after(text[: found.start()], shown),
            "a mark of an unfinished merge stands here",
            "keep the lines that are meant, and remove the marks (`<<<<<<<`, `=======`, `>>>>>>>`)",
        )
        raise Unreadable(with_extract(fault, text))
    return text


def without_odd(text: str, shown: str) -> tuple[str, list[Fault]]:
    """The text without characters that look like nothing or like a space, or turn it round; and a fault for each."""
    told = {c: said for c in set(text) if not c.isascii() and (said := _oddness(c))} if not text.isascii() else {}
    if not told:
        return text, []
    seen = "".join("\ufffd" if c in told else c for c in text)
    found = ((number, c) for number, c in enumerate(text) if c in told)
    faults = [
        with_extract(Fault(_after(text[:number], shown), *told[c]), seen) for number, c in islice(found, MOST_ODD)
    ]
    # Read on as it is meant, so that one character is one fault.
    meant = {ord(c): " " if unicodedata.category(c) == "Zs" else "\n" if c in LINE_ENDS else "" for c in told}
    return text.translate(meant), faults


def _oddness(character: str) -> tuple[str, str] | None:
    """What is odd about a character, and what to do; None for one that can be seen for what it is."""
    named = f"U+{ord(character):04X}, {unicodedata.name(character, 'without a name').lower()}"
    category = unicodedata.category(character)
    if category == "Zs":
        return f"a space that is not the usual one stands here ({named})", "write a usual space"
    if unicodedata.bidirectional(character) in TURNING or character in "\u200e\u200f\u061c":
        return f"a character that changes the direction of the text stands here ({named})", "remove it"
    if category in ("Cc", "Cf", "Zl", "Zp") or character in BLANK_LETTERS:
        return f"a character that cannot be seen stands here ({named})", "remove it"
    return None


def _after(text: str, shown: str) -> Position:
    """The place just after a text."""
    lines = (text + ".").splitlines()
    return Position(shown, len(lines), len(lines[-1]))


def _bounded(size: int, shown: str) -> None:
    if size > MAXIMUM_BYTES:
        remedy = "a file may hold up to 1 MB; see that it is the right one, or split it"
        raise Unreadable(Fault(Position(shown), f"this file is too large ({size / 1e6:.1f} MB)", remedy))
