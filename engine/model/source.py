"""Sources, and the statements taken from them."""

import msgspec

from milepost.engine.model.position import Position

KINDS = ("article", "guidance", "study")
# What becomes of a statement of an article, and by what kind of entry one that is at work is carried.
AT_WORK, TOLD, BACKGROUND, DECLINED = "at_work", "told", "background", "declined"
MOST_CARRIED = 4
WAYS = {"asks": ("question",), "gates": ("rule",), "concludes": ("rule",), "says": ("advice", "step", "rule")}


class Source(msgspec.Struct, frozen=True):
    """A text or a body of guidance that was read; `checked` is the date of reading (YYYY-MM-DD)."""

    key: str
    kind: str
    title: str
    checked: str
    about: str
    at: Position
    author: str = ""
    address: str = ""
    year: str = ""


class Statement(msgspec.Struct, frozen=True):
    """One thing a source says, in our words. Rules and advice cite its `id`.

    For an article `status` says what became of it: at work (in the entry `carrier`, which asks, gates, concludes or
    says it: `how`), told (on the page of the system `carrier`, or as the reason of an entry), background or declined
    (`why`), the latter with what is said `instead`.
    """

    id: str
    source: str
    text: str
    at: Position
    cite: str = ""
    links: tuple[str, ...] = ()
    system: str = ""
    status: str = ""
    carrier: str = ""
    how: str = ""
    why: str = ""
    instead: str = ""
