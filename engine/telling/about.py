"""What a knowledge base says of itself, and what is in it, as plain data."""

from typing import Any

from milepost.engine.checks.accounting import Unreached
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling.plain import document


def limits(kb: KnowledgeBase) -> dict[str, Any]:
    """Its limits, who reviewed it, and how it is kept up."""
    about = kb.about
    return document(
        "milepost.limits/2",
        kb,
        limits=about.limits,
        reviewed_by=[{"name": r.name, "role": r.role, "date": r.date, "scope": r.scope} for r in about.reviewed_by],
        upkeep=about.upkeep,
        good_for_days=about.good_for_days,
    )


def counts(kb: KnowledgeBase) -> dict[str, int]:
    """How many entries of each kind there are."""
    return {
        "questions": len(kb.questions),
        "findings": len(kb.findings),
        "rules": len(kb.rules),
        "steps": len(kb.steps),
        "advice": len(kb.advice),
        "statements": len(kb.statements),
        "countries": len(kb.countries),
        "examples": len(kb.examples),
    }


def checked(kb: KnowledgeBase, unreached: Unreached | None = None) -> dict[str, Any]:
    """A knowledge base without faults: how much is in it and, where looked for, what no example brings about."""
    return document("milepost.check/1", kb, folder=kb.folder, counts=counts(kb), unreached=unreached)
