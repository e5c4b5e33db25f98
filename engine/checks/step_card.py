"""**Every step in order.yaml has a card and every card is there; \
a card names findings and lines of advice that exist.**"""

from collections.abc import Iterator
from difflib import get_close_matches

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    ranked = kb.step_choice.values
    unranked = [key for key in kb.steps if key not in ranked]
    for key in ranked:
        if key not in kb.steps:
            meant = get_close_matches(key, unranked, n=1)
            unranked = [other for other in unranked if other not in meant]
            remedy = (
                f"did you mean `{meant[0]}`?"
                if meant
                else "add a card for it under `steps`, or take it out of order.yaml"
            )
            yield Fault(kb.order_at, f"the step `{key}` has no card", remedy)
    for key in unranked:
        yield Fault(
            kb.steps[key].at,
            f"the step `{key}` is not in order.yaml",
            "add it to a stage of order.yaml, where its precedence is",
        )
    for key, card in kb.steps.items():
        finding = card.how_long_finding
        if finding and finding not in kb.findings:
            remedy = did_you_mean(finding, kb.findings, "name a finding, or write a text")
            yield Fault(card.at, f"`{finding}` in `how_long` of step `{key}` is not a finding", remedy)
        values = kb.findings[finding].values if finding in kb.findings else {}
        for value in card.look_again.keys() - {"", *values}:
            remedy = did_you_mean(value, values, "name a value of the finding in `how_long`, or write one number")
            yield Fault(card.at, f"`{value}` in `look_again` of step `{key}` is not a value of its finding", remedy)
        asked = kb.questions.get(card.days_done)
        if card.days_done and (asked is None or asked.type != "number"):
            numbers = [question.key for question in kb.questions.values() if question.type == "number"]
            remedy = did_you_mean(card.days_done, numbers, "name a question of type `number`, or leave it out")
            yield Fault(
                card.at, f"`{card.days_done}` in `days_done` of step `{key}` is not a question for a number", remedy
            )
        if card.days_done_if:
            fact, value = card.days_done_if
            if fact not in kb.findings or value not in kb.findings[fact].values:
                remedy = did_you_mean(fact, kb.findings, "name a finding and one of its values")
                yield Fault(
                    card.at, f"`{fact}: {value}` in `days_done_if` of step `{key}` is no value of a finding", remedy
                )
        for id in card.first:
            if id not in kb.advice:
                yield Fault(
                    card.at,
                    f"`{id}` in `first` of step `{key}` is not a line of advice",
                    did_you_mean(id, kb.advice, "correct the id"),
                )
