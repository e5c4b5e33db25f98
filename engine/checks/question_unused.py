"""**Every question is looked at by some rule or advice line; else it would never be asked.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test
from milepost.engine.model.condition import tests
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    used = {test.fact for _, _, test in every_test(kb)}
    # A question is not at fault because the last line that read it was withdrawn.
    used |= {test.fact for line in kb.withdrawn.values() for c in (line.when, *line.unless) for test in tests(c)}
    for key, question in kb.questions.items():
        if key not in used:
            yield Fault(
                question.at, f"nothing looks at the question `{key}`", "test it in a rule or in advice, or remove it"
            )
