"""Walking over every condition of a knowledge base."""

from collections.abc import Iterator

from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import Test, tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP


def known_values(kb: KnowledgeBase, fact: str) -> set[str]:
    """The values a fact may be said to have; a step with a card counts, though step_card may miss it in order.yaml."""
    return {*kb.values_of(fact), *(kb.steps if fact == STEP else ())}


def every_test(kb: KnowledgeBase) -> Iterator[tuple[str, Rule | Advice, Test]]:
    """Each test with the entry it stands in and that entry's name for messages."""
    for what, entries in (("rule", kb.rules), ("advice", kb.advice)):
        for entry in entries.values():
            for condition in (entry.when, *entry.unless):
                for test in tests(condition):
                    yield f"{what} `{entry.id}`", entry, test
