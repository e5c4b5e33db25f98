"""**Every promise names questions, findings, values, thresholds, lines of advice and helplines that there are.**"""

from collections.abc import Iterator

from milepost.engine.checks.condition_fits import check_test
from milepost.engine.checks.threshold_bounds import check_threshold
from milepost.engine.model.condition import All, Any, Claim, Lines, StepContact, Test
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.helpline import PURPOSES
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for promise in kb.promises.values():
        for claim in (promise.given, promise.never, promise.always):
            if claim is not None:
                yield from _claim(kb, f"promise `{promise.id}`", claim)


def _claim(kb: KnowledgeBase, where: str, claim: Claim) -> Iterator[Fault]:
    match claim:
        case Test():
            yield from check_test(kb, where, claim)
            yield from check_threshold(kb, where, claim)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _claim(kb, where, part)
        case Lines():
            for given, known, what in (
                (claim.ids, kb.advice, "line of advice"),
                (claim.purposes, PURPOSES, "kind of helpline"),
            ):
                for id in given:
                    if id not in known:
                        yield Fault(
                            claim.at, f"`{id}` in {where} is not a {what}", did_you_mean(id, known, "correct the id")
                        )
        case StepContact():
            pass
