"""**What order.yaml offers first after the step are questions.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for key, at in kb.refining.items():
        if key not in kb.questions:
            remedy = did_you_mean(key, kb.questions, "name a question, or take it out")
            yield Fault(at, f"`{key}` in `refining` is not a question", remedy)
