"""Questions, and the answers they take."""

import msgspec

from milepost.engine.model.position import Position

TYPES = ("choice", "yes_no", "many", "number")
HANDS = ("mine", "time", "theirs", "never")
NOT_SURE = "not_sure"
RATHER_NOT_SAY = "rather_not_say"
NONE = "none"
# The state that a fact is in where its answer is open, `not_sure` or `rather_not_say`.
UNKNOWN = "unknown"
# The answers that leave it there, which people tell apart and rules do not.
SAY_NOTHING = (NOT_SURE, RATHER_NOT_SAY)


class Question(msgspec.Struct, frozen=True):
    """What is asked.

    `options` maps option keys to labels (yes and no for `yes_no`, empty for `number`); `minimum` and `maximum` bound a
    number, both included. `changes` says in whose hands the answer lies; `guard` marks a question that protects
    somebody.
    """

    key: str
    topic: str
    ask: str
    why: str
    type: str
    changes: str
    at: Position
    options: dict[str, str] = {}
    help: str = ""
    unit: str = ""
    minimum: int = 0
    maximum: int = 0
    guard: bool = False
    sources: tuple[str, ...] = ()
