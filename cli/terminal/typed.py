"""What was typed at a question, understood as an answer to it."""

import datetime
import re

from milepost.cli.terminal.streams import printable
from milepost.engine.interview.days import NotDays
from milepost.engine.interview.given import NotUnderstood, goes_by_itself, simplified, whole_number
from milepost.engine.model.answer_sheet import Answer, one_form
from milepost.engine.model.question import NOT_SURE, RATHER_NOT_SAY, Question
from milepost.engine.telling import texts

# Other letters than those that work at every prompt.
LETTERS = {"n": NOT_SURE, "w": RATHER_NOT_SAY}


# What is said in other words than those on the screen.
MEANT = {
    "y": "yes",
    "n": "no",
    "not sure": NOT_SURE,
    "i am not sure": NOT_SURE,
    "dont know": NOT_SURE,
    "don't know": NOT_SURE,
    "i don't know": NOT_SURE,
    "no answer": RATHER_NOT_SAY,
    "rather not say": RATHER_NOT_SAY,
}
BETWEEN = re.compile(r"[\s,;]+(?:and |& )?|&")
SOME_DAYS = 40
# So many letters of a label can only be that label.
ENOUGH = 3


def understood(
    question: Question,
    offered: dict[str, str],
    said: str,
    today: datetime.date,
    in_view: str = "",
    numbered: dict[str, str] | None = None,
) -> Answer:
    """The answer in what was typed; dates are counted up to `today`. Raises NotUnderstood.

    `in_view` says what can be typed, as in "1 to 5". `numbered` are the keys in view by their numbers, if not all are.
    """
    said = simplified(said)
    if not said and question.is_open:
        return NOT_SURE
    if not said:
        raise NotUnderstood(texts.NOTHING_CHOSEN)
    if question.type == "number":
        return LETTERS.get(said) or meant_in_words(offered, said) or _number(question, said, today)
    numbered = numbered or {str(number): key for number, key in enumerate(offered, 1)}
    return _picked(question, offered, said, in_view or f"1 to {len(offered)}", numbered)


def _number(question: Question, said: str, today: datetime.date) -> Answer:
    try:
        given = whole_number(question, said, today)
    except NotDays as problem:
        raise NotUnderstood(_no_number(question, said, str(problem), today)) from None
    if not question.minimum <= given <= question.maximum:
        raise NotUnderstood(
            f"`{printable(said)}` does not fit. Type {question.minimum} to {question.maximum} {question.unit}, n or w."
        )
    return given


def _no_number(question: Question, said: str, problem: str, today: datetime.date) -> str:
    if question.unit != "days":
        return f"`{printable(said)}` is not a whole number. Type a whole number, n or w."
    why = problem or f"`{printable(said)}` is not a number of days."
    # A day that is not near at hand, so that it is no answer to be copied.
    day = today - datetime.timedelta(days=SOME_DAYS)
    return f"{why} Type a number, 2 weeks, 3 months, a date as in {day.day} {day:%B}, n or w."


def meant_in_words(offered: dict[str, str], said: str) -> str:
    """The key that somebody typed in words: a key, a whole label, or the beginning of one and of no other."""
    meant = MEANT.get(said, said)
    if meant in offered:
        return meant
    labels = {key: label.lower().rstrip(".") for key, label in offered.items()}
    whole = [key for key, label in labels.items() if label == said.rstrip(".")]
    begun = [key for key, label in labels.items() if label.startswith(said) and len(said) >= ENOUGH]
    return next(iter(whole or begun), "") if len(whole or begun) == 1 else ""


def _picked(question: Question, offered: dict[str, str], said: str, in_view: str, numbered: dict[str, str]) -> Answer:
    picked: list[str] = []
    for part in [said] if meant_in_words(offered, said) else [part for part in BETWEEN.split(said) if part]:
        if key := numbered.get(part.strip("().").lstrip("0")) or meant_in_words(offered, part):
            picked.append(key)
        else:
            whole = part if question.type == "many" else said
            people = ", or h for people to call" if question.guard else ""
            raise NotUnderstood(f"`{printable(whole)}` is not one of these. Type {in_view}{people}.")
    picked = list(dict.fromkeys(picked))
    if not picked:
        raise NotUnderstood(texts.NOTHING_CHOSEN)
    if question.type != "many":
        if len(picked) > 1:
            raise NotUnderstood("Type one number. The one that fits best will do.")
        return picked[0]
    if alone := goes_by_itself(picked):
        raise NotUnderstood(f"`{offered[alone]}` goes by itself. Type its number alone, or leave it out.")
    return one_form(tuple(picked))
