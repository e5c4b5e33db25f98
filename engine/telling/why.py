"""The exact reasons of a step, why not another one, and how a finding was concluded, as plain data."""

from collections.abc import Iterable
from typing import Any

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explainer
from milepost.engine.explaining.why_not import why_not
from milepost.engine.meaning.words import condition_in_words
from milepost.engine.model.answer_sheet import LeftOut
from milepost.engine.model.step import STEP
from milepost.engine.telling.exact import exact, named
from milepost.engine.telling.plain import document
from milepost.engine.telling.said import answered, reasons


def why(
    consultation: Consultation, other: str | None = None, finding: str | None = None, left_out: Iterable[LeftOut] = ()
) -> dict[str, Any]:
    """Why not the step `other`, and how `finding` was concluded; where neither is asked for, the exact reasons.

    `left_out` are the answers that were left out of an older sheet.
    """
    kb = consultation.kb
    asked = other is not None or finding is not None
    return document(
        "milepost.why/1",
        kb,
        step=named(kb, consultation.step.key),
        answer=answered(consultation) if not asked else None,
        why=reasons(consultation, consultation.reasons),
        exact=None if asked else exact(consultation, Explainer(kb).explain(consultation)),
        why_not=_why_not(consultation, other) if other is not None else None,
        finding=_finding(consultation, finding) if finding is not None else None,
        left_out=list(left_out),
    )


def _why_not(consultation: Consultation, step: str) -> dict[str, Any]:
    kb, found = consultation.kb, why_not(consultation, STEP, step)
    return {
        **named(kb, step),
        "is_your_step": step == consultation.step.key,
        "speaks_for_it": [{"rule": rule.id, "because": rule.because} for rule in found.argued],
        "would_need": [
            {
                "rule": missing.rule.id,
                "because": missing.rule.because,
                "not_so": [condition_in_words(kb, part) for part in missing.unmet],
                "in_its_way": [condition_in_words(kb, part) for part in missing.blocking],
            }
            for missing in found.missing
        ],
    }


def _finding(consultation: Consultation, key: str) -> dict[str, Any]:
    value = consultation.findings.get(key)
    said = consultation.kb.findings[key].values.get(value or "")
    return {"id": key, "value": value, "said": said, "why": reasons(consultation, consultation.why(key))}
