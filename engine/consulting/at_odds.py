"""Which answers do not fit each other."""

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.conditions import Conditions, conditions_met
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.condition import tests
from milepost.engine.model.knowledge_base import KnowledgeBase


class Misfit(msgspec.Struct, frozen=True):
    """An entry of `at_odds` that holds, with the questions whose answers are at odds."""

    entry: AtOdds
    questions: tuple[str, ...]


def misfits(kb: KnowledgeBase, sheet: Sheet) -> list[Misfit]:
    """Return the answers of a sheet that do not fit, as written. Nothing is concluded from them."""
    entries = kb.at_odds.values()
    every = kb.kept("answers at odds", lambda: Conditions(compiled(kb), [entry.when for entry in entries]))
    found = [entry for entry, holds in zip(entries, every.met(sheet), strict=True) if holds]
    if not found:
        return []
    met = conditions_met(compiled(kb), sheet)
    return [Misfit(entry, tuple(dict.fromkeys(t.fact for t in tests(entry.when) if met(t)))) for entry in found]
