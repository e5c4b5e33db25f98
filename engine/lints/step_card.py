"""**Every step in order.yaml has a card, every card is in order.yaml, and a card's `how_long` names a finding that exists.**"""

from collections.abc import Iterator

from engine.faults import Fault, did_you_mean
from engine.model.knowledge_base import KnowledgeBase
from engine.model.step import STEP


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    ranked = kb.findings[STEP].values
    for key in ranked:
        if key not in kb.steps:
            yield Fault(kb.order_at, f"the step `{key}` has no card", _one_of(key, [c for c in kb.steps if c not in ranked]))
    for key, card in kb.steps.items():
        if key not in ranked:
            yield Fault(card.at, f"the step `{key}` is not in order.yaml", "add it to a stage of order.yaml, where its precedence is")
        if card.how_long_finding and card.how_long_finding not in kb.findings:
            yield Fault(card.at, f"`{card.how_long_finding}` in `how_long` of step `{key}` is not a finding", did_you_mean(card.how_long_finding, [f for f in kb.findings if f != STEP], "name a finding, or write a text"))


def _one_of(key: str, unranked: list[str]) -> str:
    """The remedy for a missing card: the card with a similar name, or a card to write."""
    close = did_you_mean(key, unranked)
    return close if close.startswith("did") else "add a card for it under `steps`, or take it out of order.yaml"
