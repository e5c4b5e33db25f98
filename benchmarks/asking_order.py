"""`python -m benchmarks.asking_order`: how many deciding questions people meet, in the written and in greedy orders.

A greedy order puts first, among the open questions of one topic that stand side by side, the one whose answers leave on
average the fewest questions that may still decide, or the fewest steps that are still possible. No question passes a
guard, and no guard is moved. Ties keep the written order. `moved` counts the people asked in another order than
written, `shorter` and `longer` those asked fewer or more questions.
"""

import random
from collections.abc import Callable, Iterator
from itertools import takewhile
from statistics import mean, median

from milepost import Milepost
from milepost.engine.interview.interview import Interview
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE, Question

RANDOM_SHEETS = 300
DRAWN_ANEW = 5
SEED = 20261122
Rank = Callable[[Question, Sheet], float]


def main() -> None:
    milepost = Milepost()
    kb, interview = milepost.kb, milepost.interview
    pick = random.Random(SEED)
    groups = {
        f"{len(kb.examples)} examples": [Sheet(example.answers) for example in kb.examples.values()],
        f"{RANDOM_SHEETS} random sheets": [_random_sheet(kb, pick) for _ in range(RANDOM_SHEETS)],
    }
    orders: dict[str, Rank | None] = {
        "as written": None,
        "fewest questions left": Remembered(kb, lambda sheet: len(interview.perhaps_deciding(sheet))),
        "fewest steps left": Remembered(kb, lambda sheet: len(milepost.possible(sheet))),
    }
    print(f"{'':<18} {'order':<22} {'median':>6} {'mean':>6} {'longest':>7} {'moved':>6} {'shorter':>7} {'longer':>6}")
    for group, sheets in groups.items():
        written = [asked(interview, sheet, None) for sheet in sheets]
        for name, rank in orders.items():
            ways = [asked(interview, sheet, rank) for sheet in sheets]
            counts = [len(way) for way in ways]
            moved = sum(way != before for way, before in zip(ways, written, strict=True))
            shorter = sum(len(way) < len(before) for way, before in zip(ways, written, strict=True))
            longer = sum(len(way) > len(before) for way, before in zip(ways, written, strict=True))
            print(
                f"{group:<18} {name:<22} {median(counts):>6.0f} {mean(counts):>6.2f} {max(counts):>7}",
                f"{moved:>6} {shorter:>7} {longer:>6}",
                flush=True,
            )


class Remembered:
    """Ranks a question by what its answers leave on average; remembers this, as many sheets begin alike."""

    def __init__(self, kb: KnowledgeBase, left: Callable[[Sheet], int]):
        self.kb, self.left = kb, left
        self.known: dict[tuple, float] = {}

    def __call__(self, question: Question, sheet: Sheet) -> float:
        case = (question.key, frozenset(sheet.answers.items()))
        if case not in self.known:
            answers = [*known_answers(self.kb, question), NOT_SURE]
            self.known[case] = mean(self.left(sheet.with_answer(question.key, answer)) for answer in answers)
        return self.known[case]


def asked(interview: Interview, sheet: Sheet, rank: Rank | None) -> list[str]:
    """The deciding questions that somebody with these answers meets; what the sheet lacks is not known."""
    met = Sheet()
    while waiting := interview.deciding(met):
        side_by_side = list(_side_by_side(waiting))
        question = min(side_by_side, key=lambda q: rank(q, met)) if rank and len(side_by_side) > 1 else waiting[0]
        met = met.with_answer(question.key, _given(sheet, question))
    return list(met.answers)


def _side_by_side(waiting: list[Question]) -> Iterator[Question]:
    """The first question and those after it that may be put before it; the first alone if it is a guard."""
    first = waiting[0]
    yield first
    if not first.guard:
        yield from takewhile(lambda question: question.topic == first.topic and not question.guard, waiting[1:])


def _random_sheet(kb: KnowledgeBase, pick: random.Random) -> Sheet:
    """An example with some answers drawn anew: sheets drawn as a whole nearly all end in the first topic."""
    answers = dict(pick.choice(list(kb.examples.values())).answers)
    for question in pick.sample(list(kb.questions.values()), DRAWN_ANEW):
        answers[question.key] = pick.choice([*known_answers(kb, question), NOT_SURE])
    return Sheet(answers)


def _given(sheet: Sheet, question: Question) -> Answer:
    return sheet.answers.get(question.key, NOT_SURE)


if __name__ == "__main__":
    main()
