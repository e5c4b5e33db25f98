"""Advice: do's, don'ts, notes, help, what is said with the step, answers to a question, words to say, affirmations."""

import msgspec

from milepost.engine.model.condition import Condition
from milepost.engine.model.position import Position

KINDS = ("do", "dont", "note", "help", "also", "answer", "words", "affirmation")
# The kind that is said in one breath with the step, so that what must not be missed stands in its sentence.
ALSO = "also"
# The kinds of which a person is shown one line, the first: it is written first, and fits the fewest people.
SHOWN_ALONE = ANSWER, WORDS = ("answer", "words")
# That what somebody feels or did is fair, or natural, or not their fault.
AFFIRMATION = "affirmation"
# When a do is for: today, or the next moment that is hard. Of each a person is shown one, the first.
MOMENTS = TODAY, NEXT = ("today", "next")


class Advice(msgspec.Struct, frozen=True):
    """One line. `safety` lines are never silenced; the ids in `replaces` are, when this line's condition holds.

    `about` names subjects of the knowledge base, so that promises can speak of all lines on one.
    `to` is the options of the person's own question that an answer answers, which are in its `when` too; `to_whom` is
    to whom words are said, empty for the other person; `moment` is what a do is for, empty for no moment of its own.
    `withdrawn` is the date on which the line was taken back, empty for one that stands.
    """

    id: str
    kind: str
    say: str
    when: Condition
    because: str
    sources: tuple[str, ...]
    reviewed: str
    at: Position
    unless: tuple[Condition, ...] = ()
    contact: str = "none"
    duty: bool = False
    safety: bool = False
    replaces: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_whom: str = ""
    moment: str = ""
    withdrawn: str = ""
