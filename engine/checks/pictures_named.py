"""**Where one finding has a title, all have; where one stage says what lets one on, all but the last do.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    if any(finding.title for finding in kb.findings.values()):
        for key, finding in kb.findings.items():
            if not finding.title:
                yield Fault(finding.at, f"the finding `{key}` has no title", "say in a few words what it is about")
    if kb.onward:
        for title in list(kb.stages)[:-1]:
            if title not in kb.onward:
                remedy = "give it `onward`, a sentence"
                yield Fault(kb.step_choice.at, f"the stage `{title}` does not say what lets one on", remedy)
