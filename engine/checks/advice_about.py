"""**Every line of advice is about subjects that order.yaml lists.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for line in kb.advice.values():
        for subject in line.about:
            if subject not in kb.subjects:
                remedy = did_you_mean(subject, kb.subjects, "list it under `subjects` in order.yaml")
                yield Fault(line.at, f"`{subject}` in advice `{line.id}` is not a subject", remedy)
