"""The exact reasons as plain data: the answers that decide, what would change the step, and what was left open."""

from collections.abc import Mapping
from typing import Any

from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling.said import answer, answers


def exact(consultation: Consultation, explanation: Explanation) -> dict[str, Any]:
    """`deciding`, `would_change` and `left_open`."""
    kb, given = consultation.kb, consultation.sheet.answers
    return {
        "deciding": {"answers": answers(kb, given, explanation.deciding), "no_alarm": explanation.quiet},
        "would_change": [
            {"answers": _changed(kb, change.answers), "step": named(kb, change.step)} for change in explanation.changes
        ],
        "left_open": [
            {
                "question": left.question,
                "ask": kb.questions[left.question].ask,
                "why": kb.questions[left.question].why,
                "steps": [named(kb, step) for step in dict.fromkeys(left.steps.values())],
            }
            for left in explanation.left_open
        ],
    }


def _changed(kb: KnowledgeBase, given: Mapping[str, Answer]) -> list[dict[str, Any]]:
    return [{**answer(kb, key, new), "whose": kb.questions[key].changes} for key, new in given.items()]


def named(kb: KnowledgeBase, step: str) -> dict[str, Any]:
    """A step by its id and title."""
    return {"id": step, "title": kb.steps[step].title}
