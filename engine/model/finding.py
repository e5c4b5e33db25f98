"""Findings: what is concluded from answers and from other findings."""

import msgspec

from milepost.engine.model.position import Position

IMPOSSIBLE = "impossible"


class Finding(msgspec.Struct, frozen=True):
    """Always has one of `values` (value to words, strongest first); `otherwise` holds when no rule argues for any.

    `title` says in people's words what it is about.
    """

    key: str
    values: dict[str, str]
    otherwise: str
    at: Position
    title: str = ""
