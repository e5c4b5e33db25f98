"""What is shown beside a recommendation: where sources disagree, and what research says."""

from collections.abc import Set

from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.evidence import Conflict, Research


def conflicts(consultation: Consultation, lines: Set[str]) -> list[Conflict]:
    """The conflicts that touch what is in view; those of the step and its reasons first, then as written."""
    near = _deciding(consultation)
    touched = [c for c in consultation.kb.conflicts.values() if not (near | lines).isdisjoint(c.touches)]
    return sorted(touched, key=lambda c: near.isdisjoint(c.touches))


def research(consultation: Consultation, lines: Set[str]) -> list[Research]:
    """The research about what is in view; that on the step and its reasons first, then as written."""
    near = _deciding(consultation)
    found = [r for r in consultation.kb.research.values() if not (near | lines).isdisjoint(r.about)]
    return sorted(found, key=lambda r: near.isdisjoint(r.about))


def _deciding(consultation: Consultation) -> set[str]:
    """The step, and the rules that argue for it; rules that led elsewhere do not count."""
    return {consultation.step.key, *(reason.rule.id for reason in consultation.reasons)}
