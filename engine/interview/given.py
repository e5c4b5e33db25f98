"""What somebody gave as an answer, as far as a terminal and a page read it alike."""

import datetime
from collections.abc import Collection

from milepost.engine.interview.days import ALONE, NotDays, days
from milepost.engine.model.question import NONE, RATHER_NOT_SAY, Question

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# No number with as many signs as this is within the bounds of a question, and Python refuses to read very long ones.
TOO_LONG = 10


class NotUnderstood(Exception):
    """What was given is no answer; the message says why, and what to do."""


def simplified(said: str) -> str:
    """Return what was typed in small letters of the usual width, with one space between words."""
    return " ".join(said.translate(FULL_WIDTH).lower().split())


def whole_number(question: Question, said: str, today: datetime.date) -> int:
    """Return the number in what was typed and simplified, dates counted up to `today`; it may be out of bounds.

    Raises NotDays for what is no whole number and, where days are asked for, no length of time and no date.
    """
    number = said.removesuffix(question.unit).strip()
    if number.isascii() and number.removeprefix("-").isdigit():
        return int(number) if len(number) < TOO_LONG else question.maximum + 1
    if number in ALONE:
        return ALONE[number]
    if question.unit != "days":
        raise NotDays("")
    return days(said, today)


def goes_by_itself(chosen: Collection[str]) -> str | None:
    """Return the choice that goes by itself, and was made beside others; None if there is none."""
    return next((alone for alone in (NONE, RATHER_NOT_SAY) if alone in chosen and len(chosen) > 1), None)
