"""What is shown beside a recommendation: where sources disagree, and what research says."""

from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.evidence import Conflict, Research


def conflicts(consultation: Consultation) -> list[Conflict]:
    """The conflicts that this recommendation touches; those of the step and its reasons first, then as written."""
    near, all_ = _deciding(consultation), _at_work(consultation)
    touched = [c for c in consultation.kb.conflicts.values() if not all_.isdisjoint(c.touches)]
    return sorted(touched, key=lambda c: near.isdisjoint(c.touches))


def research(consultation: Consultation) -> list[Research]:
    """The research about what is shown here; that on the step and its reasons first, then as written."""
    near, all_ = _deciding(consultation), _at_work(consultation)
    found = [r for r in consultation.kb.research.values() if not all_.isdisjoint(r.about)]
    return sorted(found, key=lambda r: near.isdisjoint(r.about))


def _deciding(consultation: Consultation) -> set[str]:
    return {consultation.step.key, *(reason.rule.id for reason in consultation.reasons)}


def _at_work(consultation: Consultation) -> set[str]:
    """The step, the rules that argue for it, and the lines shown; rules that led elsewhere do not count."""
    return _deciding(consultation) | consultation.told
