"""`python -m benchmarks.interview`: how long people wait for the next question, and for the reasons of their step.

Walks through interviews as the examples answer them, and then explains where each came out. All times are CPU time of
one process, and stand beside that of `conclude`, the circuit evaluated once on the same sheets in the same run.
"""

import argparse
import time
from collections.abc import Callable
from statistics import median, quantiles

from milepost import Milepost
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.question import NOT_SURE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5, help="take one example in so many")
    milepost = Milepost()
    milepost.prepare(wait=True)  # as `ask` and the pages do while the first question is read
    examples = list(milepost.kb.examples.values())[:: parser.parse_args().every]
    asking, reasons, concluding = Times(), Times(), Times()
    for example in examples:
        talk = asking.of(milepost.begin)
        refined = False
        while talk.question or not refined:
            if talk.question is None:
                talk, refined = asking.of(lambda talk=talk: talk.fitting() if talk.on_offer() else talk), True
                continue
            given = example.answers.get(talk.question.key, NOT_SURE)
            talk = asking.of(lambda talk=talk, given=given: _next(talk, given))
        concluding.of(lambda talk=talk: conclude(milepost.circuit, talk.sheet))
        consultation = milepost.consult(talk.sheet)
        reasons.of(lambda consultation=consultation: milepost.explain(consultation))
    usual = median(concluding.all)
    print(f"{len(examples)} people, {len(asking.all)} questions; conclude by the circuit: {usual * 1e3:.2f} ms")
    for name, times in (("next question", asking), ("all reasons", reasons)):
        shown = [("median", median(times.warm)), ("99%", quantiles(times.warm, n=100)[98]), ("first", times.all[0])]
        told = "   ".join(f"{which} {seconds * 1e3:6.2f} ms ({seconds / usual:5.1f}x)" for which, seconds in shown)
        print(f"{name:<14} {told}   slowest {max(times.warm) * 1e3:6.2f} ms")


class Times:
    """CPU seconds of what was done, in order; `warm` are those but the first."""

    def __init__(self) -> None:
        self.all: list[float] = []

    @property
    def warm(self) -> list[float]:
        return self.all[1:]

    def of(self, work: Callable):
        start = time.process_time()
        try:
            return work()
        finally:
            self.all.append(time.process_time() - start)


def _next(talk: Conversation, answer) -> Conversation:
    """The next question, with the number of those to come that stands beside it."""
    talk = talk.answered(answer)
    if talk.question:
        talk.after_this()
    return talk


if __name__ == "__main__":
    main()
