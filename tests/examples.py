"""The shipped knowledge base, read once for all tests, and examples of it for tests that take long on each."""

from collections.abc import Callable, Iterable
from functools import cache

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.example import Example
from milepost.engine.model.knowledge_base import KnowledgeBase


@cache
def shipped_base() -> KnowledgeBase:
    """The knowledge base milepost comes with; tests with a name for each of its entries need it before fixtures are."""
    return read(shipped.FOLDER, outcomes=False)


def options_and_values(example: Example, found: Conclusion) -> Iterable[object]:
    """Each question an example answers by a number, each option it ticks, and the step and values it comes to."""
    for key, answer in example.answers.items():
        ticked = (int,) if isinstance(answer, int) else answer if isinstance(answer, tuple) else (answer,)
        yield from ((key, option) for option in ticked)
    yield from (found.step, *found.findings.items())


@cache
def covering(kb: KnowledgeBase, met: Callable[[Example, Conclusion], Iterable[object]]) -> tuple[str, ...]:
    """Examples in which all is met that is met in any: time and again the one that adds most (Johnson, 1974)."""
    each = {id: set(met(e, conclude(compiled(kb), Sheet(e.answers)))) for id, e in kb.examples.items()}
    chosen, left = [], set().union(*each.values())
    while left:
        chosen.append(max(each, key=lambda id: len(each[id] & left)))
        left -= each[chosen[-1]]
    return tuple(chosen)
