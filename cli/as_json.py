"""The recommendation as JSON, under a schema version of its own."""

import json
from collections.abc import Iterable

from engine.consultation.consult import Consultation, Reason
from engine.consultation.evidence import conflicts, research
from engine.consultation.sheet import Answer
from engine.explaining.explain import Explanation
from engine.model.advice import Advice

SCHEMA = "milepost.recommendation/2"


def as_json(consultation: Consultation, explanation: Explanation) -> str:
    """Everything the text says and nothing folded, as indented JSON."""
    step = consultation.step
    return json.dumps(
        {
            "schema": SCHEMA,
            "knowledge_base": consultation.kb.digest,
            "step": {
                "id": step.key,
                "title": step.title,
                "say": step.say,
                "how_long": consultation.how_long,
                "come_back": step.come_back,
                "opens_next": step.opens_next,
                "contact": step.contact,
                "sources": step.sources,
            },
            "do": [_line(line) for line in consultation.lines("do")],
            "dont": [_line(line) for line in consultation.lines("dont")],
            "notes": [_line(line) for line in consultation.lines("note")],
            "help": [{**_line(line), "lines": line.lines} for line in consultation.lines("help")],
            "why": [_reason(consultation, reason) for reason in consultation.reasons],
            "considered": [
                {"id": other.key, "title": other.title, "why": [_reason(consultation, r) for r in reasons]}
                for other, reasons in consultation.considered
            ],
            "deciding": {"answers": _answers(consultation, explanation.deciding), "no_alarm": explanation.quiet},
            "would_change": [
                {"answers": {key: _plain(answer) for key, answer in change.answers.items()}, "whose": _whose(consultation, change.answers), "step": change.step}
                for change in explanation.changes
            ],
            "left_open": [{"question": left.question, "steps": sorted(set(left.steps.values()))} for left in explanation.left_open],
            "conflicts": [
                {"id": c.id, "about": c.about, "sides": [{"says": s.says, "claims": s.claims} for s in c.sides], "followed": c.followed, "because": c.because}
                for c in conflicts(consultation)
            ],
            "research": [{"id": r.id, "says": r.says, "stance": r.stance, "studies": r.studies} for r in research(consultation)],
            "findings": consultation.findings,
            "answers": _answers(consultation, consultation.kb.questions),
        },
        ensure_ascii=False,
        indent=2,
    )


def _line(line: Advice) -> dict:
    return {"id": line.id, "say": line.say, "because": line.because, "sources": line.sources, "safety": line.safety}


def _answers(consultation: Consultation, keys: Iterable[str]) -> dict:
    """The answers to these questions that were given, in one form however they were written: to `many` always a list."""
    given = consultation.sheet.answers
    return {key: _list(given[key]) if consultation.kb.questions[key].type == "many" else given[key] for key in keys if key in given}


def _plain(answer: Answer) -> object:
    return list(answer) if isinstance(answer, tuple) else answer


def _whose(consultation: Consultation, keys: Iterable[str]) -> dict[str, str]:
    return {key: consultation.kb.questions[key].changes for key in keys}


def _list(answer: Answer) -> list:
    return list(answer) if isinstance(answer, tuple) else [answer]


def _reason(consultation: Consultation, reason: Reason) -> dict:
    return {
        "rule": reason.rule.id,
        "because": reason.rule.because,
        "sources": reason.rule.sources,
        "answers": _answers(consultation, reason.answers),
        "below": [_reason(consultation, r) for r in reason.below],
    }
