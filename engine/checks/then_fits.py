"""**Every rule argues for a value of a finding that exists.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import known_values
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for rule in kb.rules.values():
        if not rule.finding:
            continue
        where = f"in `then` of rule `{rule.id}`"
        if rule.finding in kb.questions:
            yield Fault(
                rule.then_at,
                f"`{rule.finding}` {where} is a question",
                "only findings and the step are concluded; an answer is the person's own",
            )
        elif rule.finding not in kb.settled:
            remedy = did_you_mean(rule.finding, kb.settled, "correct the name, or declare it under `findings`")
            yield Fault(rule.then_at, f"`{rule.finding}` {where} is not a finding", remedy)
        elif (values := kb.settled[rule.finding].values) and rule.value not in known_values(kb, rule.finding):
            remedy = did_you_mean(rule.value, values, "its values are " + ", ".join(f"`{v}`" for v in values))
            yield Fault(rule.then_at, f"`{rule.value}` {where} is not a value of `{rule.finding}`", remedy)
