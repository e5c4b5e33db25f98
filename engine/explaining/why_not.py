"""Why not another step, and how any finding was concluded."""

from collections.abc import Callable

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.conditions import conditions_met
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.condition import All, Any, Condition, Test, parts_of
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP


class Missing(msgspec.Struct, frozen=True):
    """A rule that did not fire: the parts of its condition that are not met, and the blocking parts that are."""

    rule: Rule
    unmet: tuple[Condition, ...]
    blocking: tuple[Condition, ...]


class WhyNot(msgspec.Struct, frozen=True):
    """Why a value was not concluded: rules `argued` for it and a stronger one won, or rules are `missing` something."""

    finding: str
    value: str
    won: str
    argued: tuple[Rule, ...]
    missing: tuple[Missing, ...]


def why_not(consultation: Consultation, finding: str, value: str) -> WhyNot:
    """Why a finding (or the step) does not have a value that it could have."""
    kb, conclusion = consultation.kb, consultation.conclusion
    won = conclusion.step if finding == STEP else conclusion.findings.get(finding, "")
    rules = [rule for rule in kb.rules_for[finding] if rule.value == value]
    argued = tuple(rule for rule in rules if rule.id in conclusion.fired)
    met = conditions_met(compiled(kb), consultation.sheet)
    missing = tuple(_missing(rule, met) for rule in rules if rule.id not in conclusion.fired)
    return WhyNot(finding, value, won, argued, missing)


def _missing(rule: Rule, met: Callable[[Condition], bool]) -> Missing:
    return Missing(rule, tuple(_unmet(rule.when, met)), tuple(item for item in rule.unless if met(item)))


def _unmet(condition: Condition, met: Callable[[Condition], bool]) -> list[Condition]:
    """The smallest parts that keep a condition from holding; of an any, all of it."""
    if met(condition):
        return []
    match condition:
        case All():
            return [part for whole in parts_of(condition) for part in _unmet(whole, met)]
        case Any() | Test():
            return [condition]
