"""What was typed at a question, understood as an answer to it."""

from milepost.cli.terminal.streams import printable
from milepost.engine.model.answer_sheet import Answer, one_form
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question

# Other letters than those that work at every prompt.
LETTERS = {"n": NOT_SURE, "w": RATHER_NOT_SAY}


class NotUnderstood(Exception):
    """What was typed is no answer; the message says why, and what to type."""


def understood(question: Question, offered: dict[str, str], said: str) -> Answer:
    """The answer in what was typed. Raises NotUnderstood."""
    if not said:
        raise NotUnderstood("Nothing is chosen yet. There is no wrong answer here.")
    return _number(question, said) if question.type == "number" else _picked(question, offered, said)


def _number(question: Question, said: str) -> Answer:
    if said in LETTERS:
        return LETTERS[said]
    if not (said.isascii() and said.removeprefix("-").isdigit()):
        raise NotUnderstood(f"`{printable(said)}` is not a whole number. Type a whole number, n or w.")
    # No number of more digits than this is within bounds, and Python refuses to read very long ones.
    given = int(said) if len(said) < 10 else question.maximum + 1
    if not question.minimum <= given <= question.maximum:
        raise NotUnderstood(
            f"`{printable(said)}` is too far out. "
            f"Type {question.minimum} to {question.maximum} {question.unit}, n or w."
        )
    return given


def _picked(question: Question, offered: dict[str, str], said: str) -> Answer:
    keys = list(offered)
    picked: list[str] = []
    for part in said.replace(",", " ").split():
        if part.isascii() and part.isdigit() and len(part) < 4 and 1 <= int(part) <= len(keys):
            picked.append(keys[int(part) - 1])
        elif part in keys:
            picked.append(part)
        else:
            raise NotUnderstood(f"`{printable(part)}` is not one of the numbers. Type 1 to {len(keys)}.")
    picked = list(dict.fromkeys(picked))
    if not picked:
        raise NotUnderstood("Nothing is chosen yet. There is no wrong answer here.")
    if question.type != "many":
        if len(picked) > 1:
            raise NotUnderstood("Type one number. The one that fits best will do.")
        return picked[0]
    for alone in (NONE, RATHER_NOT_SAY):
        if alone in picked and len(picked) > 1:
            raise NotUnderstood(f"`{offered[alone]}` goes by itself. Type its number alone, or leave it out.")
    return one_form(tuple(picked))
