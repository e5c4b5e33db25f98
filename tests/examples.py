"""Examples of the shipped knowledge base for tests that take long on each."""

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase


def with_something_new(kb: KnowledgeBase) -> list[str]:
    """Each example that comes to a step, a rule, a value or a line, or answers a question, as none before it does."""
    met, chosen = set(), []
    for id, example in kb.examples.items():
        found = conclude(compiled(kb), Sheet(example.answers))
        shown = {found.step, *found.fired, *found.findings.items(), *found.advice, *example.answers}
        if not shown <= met:
            chosen.append(id)
            met |= shown
    return chosen
