"""Which answers do not fit each other."""

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.conditions import conditions_met
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
    met = conditions_met(compiled(kb), sheet)
    return [
        Misfit(entry, tuple(dict.fromkeys(test.fact for test in tests(entry.when) if met(test))))
        for entry in kb.at_odds.values()
        if met(entry.when)
    ]
