"""Where sources disagree, and what research says."""

import msgspec

from milepost.engine.model.position import Position

STANCES = {
    "supports": "",
    "qualifies": "So things are less clear-cut than the advice.",
    "contradicts": "This speaks against the advice.",
    "no_evidence": "This is popular advice without evidence.",
}


class Side(msgspec.Struct, frozen=True):
    """One side of a conflict: what it says, and the statements that say so."""

    says: str
    claims: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """A place where sources disagree: what was `followed`, `because` of what; `touches` are the entries it shows in."""

    id: str
    about: str
    sides: tuple[Side, ...]
    followed: str
    because: str
    touches: tuple[str, ...]
    at: Position


class Research(msgspec.Struct, frozen=True):
    """What studies say about some entries, in one plain sentence: supports, qualifies, contradicts, or no evidence."""

    id: str
    says: str
    stance: str
    studies: tuple[str, ...]
    about: tuple[str, ...]
    at: Position
