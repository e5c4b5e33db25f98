"""**Every source that is cited exists.**"""

from collections.abc import Iterator, Mapping

from milepost.engine.model.advice import Advice
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import Step


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    groups: dict[str, Mapping[str, Question | Rule | Step | Advice]] = {
        "question": kb.questions,
        "rule": kb.rules,
        "step": kb.steps,
        "advice": kb.advice,
    }
    for what, entries in groups.items():
        for key, entry in entries.items():
            for source in entry.sources:
                if source not in kb.statements:
                    yield Fault(
                        entry.at,
                        f"`{source}` in `sources` of {what} `{key}` is not a statement of a source",
                        did_you_mean(source, kb.statements, "correct the id, or add it under `says` of a source"),
                    )
