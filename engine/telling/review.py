"""Review dates: what was last checked too long ago."""

import datetime

from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.advice import Advice
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.rule import Rule


def overdue(consultation: Consultation, today: datetime.date) -> list[str]:
    """The review dates of what fired or is shown that lie further back from `today` than the knowledge base allows."""
    kb, conclusion = consultation.kb, consultation.conclusion
    entries: list[Rule | Advice | AtOdds] = [
        *(kb.rules[id] for id in conclusion.fired),
        *(kb.advice[id] for id in conclusion.advice),
        *(misfit.entry for misfit in consultation.misfits),
    ]
    return sorted(
        e.reviewed for e in entries if (today - datetime.date.fromisoformat(e.reviewed)).days > kb.about.good_for_days
    )
