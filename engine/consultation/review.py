"""Review dates: what was last checked too long ago."""

import datetime

from engine.consultation.consult import Consultation

GOOD_FOR = datetime.timedelta(days=365)


def overdue(consultation: Consultation, today: datetime.date) -> list[str]:
    """The review dates, over a year before `today`, of rules that fired and of advice that is shown."""
    kb, conclusion = consultation.kb, consultation.derivation.conclusion
    entries = [kb.rules[id] for id in conclusion.fired] + [kb.advice[id] for id in conclusion.advice]
    return sorted(e.reviewed for e in entries if datetime.date.fromisoformat(e.reviewed) + GOOD_FOR < today)
