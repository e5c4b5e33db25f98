"""How many questions are still to come, most likely: as many as came on the ways of people like this one.

The ways are those of the examples of a knowledge base. They take seconds to work out, so this is done once, when
milepost is built.
"""

import statistics
from collections.abc import Mapping
from functools import cache

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.cone import part
from milepost.engine.circuit.planes import depends_on, planes
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE
from milepost.engine.solver.relevance import deciding_targets


def ways(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return for each example the questions that its answers lead through before the step, by the quick reading."""
    targets = deciding_targets(compiled(kb))
    circuit = part(compiled(kb), targets)

    @cache  # many ways begin alike
    def to_ask(answers: tuple[tuple[str, Answer], ...]) -> frozenset[str]:
        found = planes(circuit, Sheet(dict(answers)))
        step = found.step()
        ended = step is not None and kb.steps[step].ends_interview
        return frozenset() if ended else depends_on(found, targets)

    def way(given: Mapping[str, Answer]) -> tuple[str, ...]:
        kept: tuple[tuple[str, Answer], ...] = ()
        for key, question in kb.questions.items():
            if not question.asked and key in to_ask(kept):
                kept = (*kept, (key, given.get(key, NOT_SURE)))
        return tuple(key for key, _ in kept)

    return {key: way(example.answers) for key, example in kb.examples.items()}


def likely_more(kb: KnowledgeBase, sheet: Sheet) -> int | None:
    """Return how many questions are still to come: the median over the ways nearest to these answers, or None.

    The nearest are those that fewest of the answers are off; None where no ways are known.
    """
    given = {key: answer for key, answer in sheet.answers.items() if not kb.questions[key].asked}
    off: dict[str, int] = {}
    for id, way in kb.ways.items():
        example = kb.examples[id].answers
        off[id] = sum(key not in way or example.get(key, NOT_SURE) != answer for key, answer in given.items())
    if not off:
        return None
    least = min(off.values())
    left = [sum(key not in given for key in kb.ways[id]) for id in off if off[id] == least]
    everybody = sum(bool(question.asked) and key not in sheet.answers for key, question in kb.questions.items())
    return round(statistics.median(left)) + everybody
