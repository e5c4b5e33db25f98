"""What was sent from a question page, understood as an answer."""

import datetime
from collections.abc import Mapping

import msgspec
from werkzeug.datastructures import MultiDict

from milepost.engine.interview.days import NotDays
from milepost.engine.interview.given import NotUnderstood, goes_by_itself, simplified, whole_number
from milepost.engine.meaning.words import SAID_UNKNOWN, choices
from milepost.engine.model.answer_sheet import Answer, one_form
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question
from milepost.engine.telling import asking, texts

# How the fields of a grid are named, before the key of the option.
ROW = "row-"


class Sent(msgspec.Struct, frozen=True):
    """What was chosen and typed on a question page, as it was sent; `rows` maps options of a grid to what was said."""

    chosen: tuple[str, ...] = ()
    typed: str = ""
    rows: dict[str, str] = {}


def sent_for(question: Question, answer: Answer | None) -> Sent:
    """What would be sent for an answer: how a page shows the one given before."""
    if answer is None:
        return Sent()
    if question.grid and answer != RATHER_NOT_SAY:
        ticked = answer if isinstance(answer, tuple) else (answer,)
        other = NOT_SURE if NOT_SURE in ticked else "no"
        said = {key: "yes" if key in ticked else other for key in question.options}
        # Beside a yes, lines may have been left empty.
        return Sent(rows={key: each for key, each in said.items() if each != NOT_SURE or len(ticked) == 1})
    if isinstance(answer, tuple):
        return Sent(chosen=answer)
    return Sent(typed=str(answer)) if isinstance(answer, int) else Sent(chosen=(answer,))


def understood(question: Question, sent: Sent, today: datetime.date) -> Answer:
    """The answer that was sent; dates are counted up to `today`. Raises NotUnderstood."""
    offered = choices(question)
    chosen = [key for key in offered if key in sent.chosen]
    if question.type == "number":
        return _number(question, chosen, sent.typed.strip(), today)
    if question.grid and (sent.rows or not chosen):
        return _from_rows(question, chosen, sent.rows)
    if not chosen and question.is_open:
        return NOT_SURE
    if not chosen:
        raise NotUnderstood(texts.NOTHING_CHOSEN)
    if question.type != "many":
        if len(chosen) > 1:
            raise NotUnderstood(asking.CHOOSE_ONE)
        return chosen[0]
    if alone := goes_by_itself(chosen):
        raise NotUnderstood(asking.BY_ITSELF.format(offered[alone]))
    return one_form(tuple(chosen))


def _from_rows(question: Question, chosen: list[str], rows: Mapping[str, str]) -> Answer:
    """The answer in a grid. Once something is so, nobody has to go through the rest: what is left then is not sure."""
    if RATHER_NOT_SAY in chosen:
        raise NotUnderstood(asking.BY_ITSELF_IN_A_GRID.format(SAID_UNKNOWN[RATHER_NOT_SAY]))
    ticked = tuple(key for key in question.options if rows.get(key) == "yes")
    left = [key for key in question.options if key not in rows] if NONE not in chosen else []
    if left and not ticked:
        if not rows:
            raise NotUnderstood(texts.NOTHING_CHOSEN)
        raise NotUnderstood(asking.SOME_LEFT)
    unsure = (NOT_SURE,) if left or NOT_SURE in rows.values() else ()
    return one_form((*ticked, *unsure) or (NONE,))


def _number(question: Question, chosen: list[str], typed: str, today: datetime.date) -> Answer:
    if not typed and not chosen:
        raise NotUnderstood(texts.NOTHING_CHOSEN)
    if len(chosen) > 1 or (typed and chosen):
        raise NotUnderstood(asking.GIVE_ONE)
    if chosen:
        return chosen[0]
    fault = asking.WHOLE_NUMBER.format(question.minimum, question.maximum)
    try:
        given = whole_number(question, simplified(typed), today)
    except NotDays as problem:
        if question.unit == "days":
            fault = f"{problem} {fault[:-1]} days, or as in 2 weeks, 3 months or {today.day} {today:%B}.".strip()
        raise NotUnderstood(fault) from None
    if not question.minimum <= given <= question.maximum:
        raise NotUnderstood(fault)
    return given


def sent(form: MultiDict[str, str]) -> Sent:
    """What a form holds."""
    rows = {key.removeprefix(ROW): value for key, value in form.items() if key.startswith(ROW)}
    return Sent(tuple(form.getlist("answer")), form.get("number", ""), rows)
