"""Which answers do not fit each other."""

import msgspec

from milepost.engine.consulting.consult import Consultation
from milepost.engine.meaning.holding import condition_holds
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.condition import Test, tests


class Misfit(msgspec.Struct, frozen=True):
    """An entry of `at_odds` that holds, with the questions whose answers are at odds."""

    entry: AtOdds
    questions: tuple[str, ...]


def misfits(consultation: Consultation) -> list[Misfit]:
    """The answers of this person that do not fit, as written. Nothing is concluded from them."""
    kb, sheet, conclusion = consultation.kb, consultation.sheet, consultation.conclusion

    def met(test: Test) -> bool:
        return condition_holds(kb, test, sheet, conclusion)

    found = [entry for entry in kb.at_odds.values() if condition_holds(kb, entry.when, sheet, conclusion)]
    return [
        Misfit(entry, tuple(dict.fromkeys(test.fact for test in tests(entry.when) if met(test)))) for entry in found
    ]
