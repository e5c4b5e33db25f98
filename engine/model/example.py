"""Examples: named answer sheets with what must come out of them."""

import msgspec

from milepost.engine.model.position import Position


class Example(msgspec.Struct, frozen=True):
    """`answers` as in an answer sheet; answers left out are unknown. Every example is run as a test."""

    id: str
    about: str
    answers: dict[str, str | int | tuple[str, ...]]
    step: str
    because: tuple[str, ...]
    at: Position
    shows: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    pair_of: str = ""
    answers_at: dict[str, Position] = {}
