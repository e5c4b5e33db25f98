"""Sources, and the statements taken from them."""

import msgspec

from engine.model.position import Position

KINDS = ("article", "guidance", "study")


class Source(msgspec.Struct, frozen=True):
    """A text or a body of guidance that was read; `checked` is the date of reading (YYYY-MM-DD)."""

    key: str
    kind: str
    title: str
    checked: str
    about: str
    at: Position
    author: str = ""


class Statement(msgspec.Struct, frozen=True):
    """One thing a source says, in our words. Rules and advice cite its `id`."""

    id: str
    source: str
    text: str
    at: Position
    cite: str = ""
    links: tuple[str, ...] = ()
