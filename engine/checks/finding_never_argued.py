"""**Every value of a finding, but the one it has otherwise, is argued for by some rule.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for key, finding in kb.settled.items():
        argued = {rule.value for rule in kb.rules_for[key]}
        if not argued and finding.values and key in kb.findings:
            yield Fault(
                finding.at,
                f"no rule argues for the finding `{key}`",
                "add a rule for one of its values, or remove the finding",
            )
            continue
        for value in finding.values:
            if value not in argued and value != finding.otherwise:
                what = f"the step `{value}`" if key not in kb.findings else f"`{value}` of the finding `{key}`"
                yield Fault(finding.at, f"no rule argues for {what}", "add a rule for it, or remove it")
