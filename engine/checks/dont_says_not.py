"""**A don't begins with what not to do, and a do never does, so that neither can stand under the other's heading.**

What counts is "do not" or "do nothing" at the beginning, or right after a clause with if, while, until or even.
"""

import re
from collections.abc import Iterator

from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase

SAYS_NOT = re.compile(r"(?:(?:if|while|until|even)\b[^.]*?, )?do (?:not|nothing)\b", re.IGNORECASE)


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for line in kb.advice.values():
        says_not = bool(SAYS_NOT.match(line.say))
        if line.kind == "dont" and not says_not:
            remedy = "begin with `Do not`, or make it a do"
            yield Fault(line.at, f"the don't `{line.id}` does not say what not to do", remedy)
        if line.kind == "do" and says_not:
            remedy = "say what to do instead, or make it a don't"
            yield Fault(line.at, f"the do `{line.id}` says what not to do", remedy)
