"""**No promise and no example needs a line of advice that was withdrawn.**"""

from collections.abc import Iterator

from milepost.engine.model.condition import All, Any, Claim, Lines, Told
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    needed: list[tuple[Position, str, str]] = []
    for promise in kb.promises.values():
        for claim in (promise.given, promise.always):
            needed += [(at, f"promise `{promise.id}`", id) for at, id in _named(claim)]
    for example in kb.examples.values():
        needed += [(example.at, f"example `{example.id}`", id) for id in example.shows]
    for at, where, id in needed:
        if id in kb.withdrawn:
            problem = f"`{id}`, which {where} needs, was withdrawn on {kb.withdrawn[id].withdrawn}"
            yield Fault(at, problem, "name a line that says it better, or take the name out")


def _named(claim: Claim | None) -> Iterator[tuple[Position, str]]:
    if isinstance(claim, Lines):
        yield from ((claim.at, id) for id in claim.ids)
    elif isinstance(claim, Told):
        yield claim.at, claim.id
    elif isinstance(claim, All | Any):
        for part in claim.parts:
            yield from _named(part)
