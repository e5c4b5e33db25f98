"""How many questions are still to come, most likely: as many as came on the ways of people like this one.

The ways are those of some examples of a knowledge base. They take seconds to work out, so this is done once, when
milepost is built.
"""

import statistics
from collections import Counter
from collections.abc import Mapping
from functools import cache

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.cone import part
from milepost.engine.circuit.planes import depends_on, planes
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE
from milepost.engine.solver.relevance import deciding_targets

MOST = 400  # ways; more of them take more room in the file for a phone, and tell no more


def ways(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return for some examples the questions that their answers lead through before the step, by the quick reading."""
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

    some = list(kb.examples.items())[:: 1 + len(kb.examples) // MOST]
    return {key: way(example.answers) for key, example in some}


def likely_more(kb: KnowledgeBase, sheet: Sheet) -> int | None:
    """Return how many questions are still to come: the median over the ways nearest to these answers, or None.

    The nearest are those that most of the answers are on; None where no ways are known.
    """
    if not kb.ways:
        return None
    given = {key: answer for key, answer in sheet.answers.items() if not kb.questions[key].asked}
    on_way = kb.kept("ways by answer", lambda: _ways_by_answer(kb))
    shared = Counter(id for both in given.items() for id in on_way.get(both, ()))
    most = max(shared.values(), default=0)
    beside = {key for key, each in kb.questions.items() if kb.is_asked_beside(each, sheet.answers)}
    left = [len(beside.union(way) - sheet.answers.keys()) for id, way in kb.ways.items() if shared.get(id, 0) == most]
    return round(statistics.median(left))


def _ways_by_answer(kb: KnowledgeBase) -> dict[tuple[str, Answer], list[str]]:
    """For each answer to a question, the examples that give it on their way."""
    found: dict[tuple[str, Answer], list[str]] = {}
    for id, way in kb.ways.items():
        for key in way:
            found.setdefault((key, kb.examples[id].answers.get(key, NOT_SURE)), []).append(id)
    return found
