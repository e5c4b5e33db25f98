"""**Every entry of `at_odds` looks at answers alone, and always at two of them at least.**"""

from collections.abc import Iterator
from itertools import product

from milepost.engine.checks.condition_fits import check_test
from milepost.engine.checks.threshold_bounds import check_threshold
from milepost.engine.model.condition import All, Any, Condition, Test, parts_of, tests
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN

# What a test asks of its fact: the fact, the operator and the values.
Asked = tuple[str, str, tuple[str | int, ...]]


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for entry in kb.at_odds.values():
        where = f"at_odds entry `{entry.id}`"
        for test in tests(entry.when):
            if test.fact in kb.settled:
                yield Fault(
                    test.at,
                    f"`{test.fact}` in {where} is a finding",
                    "name the answers that do not fit; findings are what we make of them",
                )
            elif test.operator == UNKNOWN:
                yield Fault(
                    test.at,
                    f"`{test.fact}` in {where} is tested for not being known",
                    "name answers; what is not known fits everything",
                )
            else:
                yield from check_test(kb, where, test)
                yield from check_threshold(kb, where, test)
        if any(len(answers) < 2 for answers in _ways(entry.when)):
            yield Fault(
                entry.at,
                f"{where} can hold by one answer",
                "name two answers that do not fit, to two questions or two ticks of one",
            )


def _ways(condition: Condition) -> list[set[Asked]]:
    """For each way in which a condition can hold, the answers it looks at."""
    match condition:
        case Test():
            return [{(condition.fact, condition.operator, condition.values)}]
        case Any():
            return [way for part in parts_of(condition) for way in _ways(part)]
        case All():
            return [{asked for way in ways for asked in way} for ways in product(*map(_ways, parts_of(condition)))]
