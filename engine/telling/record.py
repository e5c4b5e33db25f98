"""The recommendation as one record, under a schema version of its own: everything the text says, and nothing folded."""

import datetime
from collections.abc import Iterable
from typing import Any

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.model.advice import ALSO
from milepost.engine.model.answer_sheet import LeftOut
from milepost.engine.model.evidence import STANCES
from milepost.engine.model.helpline import Country
from milepost.engine.telling.at_odds import misfits
from milepost.engine.telling.evidence import conflicts, research
from milepost.engine.telling.exact import exact
from milepost.engine.telling.helplines import country
from milepost.engine.telling.options import Option, options
from milepost.engine.telling.plain import document
from milepost.engine.telling.review import overdue
from milepost.engine.telling.said import answered, answers, in_one_form, line, reasons

SCHEMA = "milepost.recommendation/3"


def record(
    consultation: Consultation,
    explanation: Explanation,
    today: datetime.date | None = None,
    countries: Iterable[Country] = (),
    left_out: Iterable[LeftOut] = (),
) -> dict[str, Any]:
    """What a person is told, ready for JSON.

    `today` is what review dates are compared with, if anything; `countries` are those whose helplines the person can
    use, `left_out` the answers that were left out of an older sheet.
    """
    kb = consultation.kb
    words = consultation.words
    fields = {
        "answer": answered(consultation),
        "step": _step(consultation),
        "today": line(consultation.today) if consultation.today else None,
        "words": {"to_whom": words.to_whom, **line(words)} if words else None,
        "next_moment": line(consultation.next_moment) if consultation.next_moment else None,
        "at_odds": [
            {"id": m.entry.id, "say": m.entry.say, "answers": answers(kb, consultation.sheet.answers, m.questions)}
            for m in misfits(consultation)
        ],
        "do": [line(one) for one in consultation.lines("do")],
        "dont": [line(one) for one in consultation.lines("dont")],
        "notes": [line(one) for one in consultation.lines("note")],
        "help": [{**line(one), "lines": one.lines} for one in consultation.lines("help")],
        "people": _people(consultation, countries, today or datetime.date.min),
        "why": reasons(consultation, consultation.reasons),
        "options": [_option(consultation, option) for option in options(consultation)],
        **exact(consultation, explanation),
        **_evidence(consultation),
        "overdue": sorted(set(overdue(consultation, today))) if today else [],
        "left_out": list(left_out),
        "findings": consultation.findings,
        "answers": {
            key: in_one_form(kb, key, consultation.sheet.answers[key])
            for key in kb.questions
            if key in consultation.sheet.answers
        },
    }
    return document(SCHEMA, kb, **fields)


def _step(consultation: Consultation) -> dict[str, Any]:
    step = consultation.step
    return {
        "id": step.key,
        "title": step.title,
        "say": consultation.say,
        "also": [line(one) for one in consultation.lines(ALSO)],
        "how_long": consultation.how_long,
        "come_back": step.come_back,
        "opens_next": step.opens_next,
        "contact": step.contact,
        "ends_interview": step.ends_interview,
        "sources": step.sources,
    }


def _option(consultation: Consultation, option: Option) -> dict[str, Any]:
    against = [
        {
            "step": each.step.key,
            "title": each.step.title,
            "order": each.order,
            "reasons": reasons(consultation, each.reasons),
        }
        for each in option.against
    ]
    return {
        "id": option.step.key,
        "title": option.step.title,
        "chosen": option.chosen,
        "stage": option.stage,
        "for": reasons(consultation, option.speaks_for),
        "against": against,
    }


def _people(consultation: Consultation, countries: Iterable[Country], today: datetime.date) -> list[dict[str, Any]]:
    """The countries with the lines that this recommendation calls for; nothing where no advice calls for any."""
    called_for = consultation.lines("help") or consultation.step.ends_interview
    return [country(each, consultation.purposes, today) for each in countries] if called_for else []


def _evidence(consultation: Consultation) -> dict[str, Any]:
    """Where sources disagree, and what research says."""
    statements = consultation.kb.statements
    return {
        "conflicts": [
            {
                "id": c.id,
                "about": c.about,
                "sides": [{"says": s.says, "claims": s.claims} for s in c.sides],
                "followed": c.followed,
                "because": c.because,
            }
            for c in conflicts(consultation)
        ],
        "research": [
            {
                "id": r.id,
                "says": r.says,
                "stance": r.stance,
                "stance_said": STANCES[r.stance],
                "studies": [{"id": id, "cite": statements[id].cite, "links": statements[id].links} for id in r.studies],
            }
            for r in research(consultation)
        ],
    }
