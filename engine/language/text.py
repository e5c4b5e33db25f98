"""The text of a file, or why it has none: too large, binary, not UTF-8, or with characters that cannot be seen."""

import codecs
from pathlib import Path

from yaml.reader import Reader

from milepost.engine.model.faults import Fault, with_extract
from milepost.engine.model.position import Position

MAXIMUM_BYTES = 1_000_000
OTHER_ENCODINGS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
SAVE = "save it with the encoding UTF-8"
# YAML's own list of the characters that it does not allow, such as ESC, which could also play tricks on a terminal.
CONTROL = Reader.NON_PRINTABLE


class Unreadable(Exception):
    """A file is nothing that can be gone on with; `fault` says why."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(str(fault))


def read_text(path: Path, shown: str) -> str:
    """The text of a file. Raises Unreadable with one fault if it is no small UTF-8 text file, OSError if it cannot be opened."""
    if not path.is_file() and path.exists():
        raise Unreadable(Fault(Position(shown), "this is not a file", "remove it, or give it another name"))
    _bounded(path.stat().st_size, shown)
    return decode(path.read_bytes(), shown)


def decode(raw: bytes, shown: str) -> str:
    """The text in some bytes, each line ending in `\\n` whatever machine wrote it. Raises Unreadable with one fault if it is too large, binary, or not UTF-8."""
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
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _after(text: str, shown: str) -> Position:
    """The place just after a text."""
    lines = (text + ".").splitlines()
    return Position(shown, len(lines), len(lines[-1]))


def _bounded(size: int, shown: str) -> None:
    if size > MAXIMUM_BYTES:
        remedy = "a file may hold up to 1 MB; see that it is the right one, or split it"
        raise Unreadable(Fault(Position(shown), f"this file is too large ({size / 1e6:.1f} MB)", remedy))
