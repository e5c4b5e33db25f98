"""How many questions are still to come, most likely: as many as came on the ways of people like this one.

The ways are those of some examples of a knowledge base. They take seconds to work out, so this is done once, when
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

MOST = 60  # ways; more of them take more room in the file for a phone, and tell little more


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
    return kb.kept("ways in bits", lambda: _WaysInBits(kb)).likely_more(sheet)


class _WaysInBits:
    """The ways in whole numbers: a bit for each way, and in each way a bit for each question."""

    def __init__(self, kb: KnowledgeBase):
        self._kb, self._place = kb, {key: 1 << n for n, key in enumerate(kb.questions)}
        self._ways = [sum(self._place[key] for key in way) for way in kb.ways.values()]
        self._on: dict[tuple[str, Answer], int] = {}
        for n, (id, way) in enumerate(kb.ways.items()):
            for key in way:
                given = key, kb.examples[id].answers.get(key, NOT_SURE)
                self._on[given] = self._on.get(given, 0) | 1 << n

    def likely_more(self, sheet: Sheet) -> int:
        """Return the median of how many questions are left on the nearest ways."""
        beside = sum(
            bit for key, bit in self._place.items() if self._kb.is_asked_beside(self._kb.questions[key], sheet.answers)
        )
        open_ = ~sum(self._place[key] for key in sheet.answers if key in self._place)
        nearest = self._nearest(sheet)
        left = [((beside | way) & open_).bit_count() for n, way in enumerate(self._ways) if nearest >> n & 1]
        return statistics.median_low(left)

    def _nearest(self, sheet: Sheet) -> int:
        """The ways that most of the answers are on, as a bit for each.

        They are counted for all ways at once: `counts` has the binary digits of their numbers, the lowest first.
        """
        counts: list[int] = []
        for key, answer in sheet.answers.items():
            carried = 0 if self._kb.questions[key].asked else self._on.get((key, answer), 0)
            for digit, ways in enumerate(counts):
                counts[digit], carried = ways ^ carried, ways & carried
            if carried:
                counts.append(carried)
        nearest = (1 << len(self._ways)) - 1
        for ways in reversed(counts):
            nearest = nearest & ways or nearest
        return nearest
