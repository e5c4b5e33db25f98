"""How long pictures take: `python -m benchmarks.pictures`. Milliseconds of processor time, the median of many."""

import statistics
import time
from collections.abc import Callable

from milepost import Milepost
from milepost.diagrams.way import way_of
from milepost.engine.model.answer_sheet import Sheet

TIMES = 9


def taken(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that some work takes, the median of TIMES."""
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print what each view takes, from what was concluded to the finished SVG."""
    milepost = Milepost()
    slowest = 0.0
    for example in list(milepost.kb.examples.values())[::12]:
        consultation = milepost.consult(Sheet(example.answers))
        explanation = milepost.explain(consultation)
        slowest = max(slowest, taken(lambda c=consultation, e=explanation: milepost.draw(way_of(c, e), "svg")))
    print(f"a way, the slowest of the examples tried: {slowest:.1f} ms")
    print(f"the stages: {taken(lambda: milepost.draw(milepost.stages(consultation), 'svg')):.1f} ms")
    for id in ("step:pause", "finding:touch", "question:contact_now"):
        print(f"{id}: {taken(lambda id=id: milepost.draw(milepost.around(id), 'svg')):.1f} ms")
    print(f"the wiring: {taken(lambda: milepost.draw(milepost.wiring(), 'svg')):.1f} ms")


if __name__ == "__main__":
    main()
