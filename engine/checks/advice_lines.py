"""**Every line of advice shows helplines for purposes that `purposes` lists.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for line in kb.advice.values():
        for purpose in line.lines:
            if purpose not in kb.purposes:
                remedy = did_you_mean(purpose, kb.purposes, "list it under `purposes`")
                yield Fault(line.at, f"`{purpose}` in `lines` of advice `{line.id}` is not a purpose", remedy)
