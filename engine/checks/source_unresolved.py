"""**Every source that is cited exists.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    groups = {"question": kb.questions, "rule": kb.rules, "step": kb.steps, "advice": kb.advice}
    for what, entries in groups.items():
        for key, entry in entries.items():
            for source in entry.sources:
                if source not in kb.statements:
                    yield Fault(
                        entry.at,
                        f"`{source}` in `sources` of {what} `{key}` is not a statement of a source",
                        did_you_mean(source, kb.statements, "correct the id, or add it under `says` of a source"),
                    )
