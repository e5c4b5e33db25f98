"""Which answers do not fit each other."""

import msgspec

from milepost.engine.meaning.holding import condition_holds
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import Test, tests
from milepost.engine.model.knowledge_base import KnowledgeBase


class Misfit(msgspec.Struct, frozen=True):
    """An entry of `at_odds` that holds, with the questions whose answers are at odds."""

    entry: AtOdds
    questions: tuple[str, ...]


def misfits(kb: KnowledgeBase, sheet: Sheet, conclusion: Conclusion) -> list[Misfit]:
    """Return the answers of a sheet that do not fit, as written. Nothing is concluded from them."""

    def met(test: Test) -> bool:
        return condition_holds(kb, test, sheet, conclusion)

    found = [entry for entry in kb.at_odds.values() if condition_holds(kb, entry.when, sheet, conclusion)]
    return [
        Misfit(entry, tuple(dict.fromkeys(test.fact for test in tests(entry.when) if met(test)))) for entry in found
    ]
