"""The recommendation as one record, under a schema version of its own: all that is told, and what it was made from."""

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.model.answer_sheet import Answer, LeftOut
from milepost.engine.model.helpline import Country
from milepost.engine.telling import plain
from milepost.engine.telling.countries import ANYWHERE
from milepost.engine.telling.helplines import country
from milepost.engine.telling.said import in_one_form
from milepost.engine.telling.sections import Row, Section
from milepost.engine.telling.tell import tell

SCHEMA = "milepost.recommendation/5"


class StepTaken(msgspec.Struct, frozen=True):
    """The step, by what other programs know it: its id, how far it goes, and on which day to look again."""

    id: str
    title: str
    contact: str
    ends_interview: bool
    look_again: datetime.date | None


class Recommendation(msgspec.Struct, frozen=True):
    """What is told, in the order in which it is read, with the answers and findings it was made from."""

    step: StepTaken
    screen: tuple[Section, ...]
    rows: tuple[Row, ...]
    people: list[dict[str, Any]]
    deciding: tuple[str, ...]
    findings: dict[str, str]
    answers: dict[str, Answer]
    left_out: tuple[LeftOut, ...]


def record(
    consultation: Consultation,
    explanation: Explanation,
    today: datetime.date | None = None,
    countries: Iterable[Country] = (),
    left_out: Iterable[LeftOut] = (),
) -> dict[str, Any]:
    """What a person is told, ready for JSON.

    `today` is what dates are counted from, if anything; `countries` are those whose helplines the person can use, their
    own first, `left_out` the answers that were left out of an older sheet.
    """
    kb, step, countries = consultation.kb, consultation.step, list(countries)
    own = next((each for each in countries if each.code != ANYWHERE), None)
    telling = tell(consultation, explanation, own, today)
    days = consultation.look_again
    made = Recommendation(
        step=StepTaken(
            step.key,
            step.title,
            step.contact,
            step.ends_interview,
            today + datetime.timedelta(days=days) if today and days else None,
        ),
        screen=telling.screen,
        rows=telling.rows,
        people=people(consultation, countries, today),
        deciding=explanation.deciding,
        findings=consultation.findings,
        answers={
            key: in_one_form(kb, key, consultation.sheet.answers[key])
            for key in kb.questions
            if key in consultation.sheet.answers
        },
        left_out=tuple(left_out),
    )
    return plain.document(SCHEMA, kb, **msgspec.structs.asdict(made))


def people(
    consultation: Consultation, countries: Iterable[Country], today: datetime.date | None
) -> list[dict[str, Any]]:
    """The countries with the lines that this recommendation calls for; nothing where no advice calls for any."""
    called_for = consultation.lines("help") or consultation.step.ends_interview
    return (
        [country(each, consultation.purposes, today or datetime.date.min) for each in countries] if called_for else []
    )


def schema(helplines: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of a record, made from its types; its `people` are those of the schema of helplines."""
    made = plain.schema(SCHEMA, Recommendation)
    made["properties"]["people"] = {**helplines["properties"]["people"], "minItems": 0}
    return {**made, "$defs": {**made["$defs"], **helplines["$defs"]}}
