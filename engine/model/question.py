"""Questions, and the answers they take."""

import msgspec

from milepost.engine.model.position import Position

TYPES = ("choice", "yes_no", "many", "number")
HANDS = ("mine", "time", "theirs", "never")
# What a box that is left empty means in a list: that it is not so, or nothing.
OPEN = "open"
UNTICKED = ("no", OPEN)
# When a question is asked that is not only asked where it matters: before all others, or before the step is told.
FIRST, ALWAYS = ASKED = ("first", "always")
# The question that holds what the person came to ask; lines of kind `answer` answer its options.
OWN_QUESTION = "question"
NOT_SURE = "not_sure"
RATHER_NOT_SAY = "rather_not_say"
NONE = "none"
# The state that a fact is in where its answer is open, `not_sure` or `rather_not_say`.
UNKNOWN = "unknown"
# The answers that leave it there, which people tell apart and rules do not.
SAY_NOTHING = (NOT_SURE, RATHER_NOT_SAY)


class Question(msgspec.Struct, frozen=True):
    """What is asked.

    `options` maps option keys to labels (yes and no for `yes_no`, empty for `number`); `headings` maps the key of an
    option to what stands above it and those that follow; `minimum` and `maximum` bound a number, both included.
    `unticked` says what an empty box of `many` means: `no` or `open`. `changes` says in whose hands the answer lies;
    `guard` marks a question that protects somebody, `grid` a list that is put option by option, each with yes, no or
    not sure. `asked` is empty where a question is asked while it matters, else `first` or `always`; with `asked_with`,
    also or always of those alone who gave one of these answers to a question asked first. `particular` marks what is so
    for few, and shapes their days when it is.
    """

    key: str
    topic: str
    ask: str
    why: str
    type: str
    changes: str
    at: Position
    options: dict[str, str] = {}
    headings: dict[str, str] = {}
    help: str = ""
    unit: str = ""
    minimum: int = 0
    maximum: int = 0
    unticked: str = ""
    guard: bool = False
    grid: bool = False
    asked: str = ""
    asked_with: tuple[str, ...] = ()
    particular: bool = False
    sources: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Is it a list on which what is not ticked is not said?"""
        return self.unticked == OPEN

    @property
    def takes_none(self) -> bool:
        """Is it a list to which "none of these" is an answer?"""
        return self.type == "many" and not self.is_open
