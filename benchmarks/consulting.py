"""`python -m benchmarks.consulting`: one sheet by the circuit, by plain experta and by CLIPS, in one run.

The rules are generated. The circuit and CLIPS also say which lines of advice are shown, experta does not. CLIPS gets
the gates of the circuit and a sheet written out for it, and its conclusion is not read: all in its favour. The three
must agree on every sheet. Times are of the processor, and each is the best of some rounds.
"""

import math
import random
import time
from collections.abc import Callable

from benchmarks.clips import Clips
from benchmarks.generated import generated
from benchmarks.proofs import random_answer
from milepost.engine.chaining.chain import Chainer
from milepost.engine.chaining.experta_port import KnowledgeEngine
from milepost.engine.circuit.compile import Compiler
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase

SIZES = (150, 300, 1000, 3000)
SEED = 7
SHEETS = {150: 20, 300: 20, 1000: 4, 3000: 1}
# The quick are asked the same again, as a clock does not tell such short times apart.
ROUNDS = {"circuit": 200, "clips": 20, "experta": 2}


def main() -> None:
    try:
        import clips  # noqa: F401
    except ImportError:
        print("clipspy is not installed, so its column is empty; `pip install milepost[bench]` brings it")
        has_clips = False
    else:
        has_clips = True
    print(f"{'rules':>6} {'circuit':>10} {'experta':>12} {'clips':>10}   circuit : experta : CLIPS")
    taken = {size: _compared(generated(size, SEED), SHEETS[size], has_clips) for size in SIZES}
    least, most = taken[SIZES[0]], taken[SIZES[-1]]
    grown = {name: math.log(most[name] / least[name]) / math.log(SIZES[-1] / SIZES[0]) for name in least}
    print(
        "the time grows with the number of rules to the power of", ", ".join(f"{k} {v:.2f}" for k, v in grown.items())
    )


def _compared(kb: KnowledgeBase, count: int, has_clips: bool) -> dict[str, float]:
    """Seconds for one sheet by each engine. Raises AssertionError where they do not agree."""
    pick, circuit = random.Random(SEED), Compiler(kb).circuit()
    sheets = [Sheet({key: random_answer(q, pick) for key, q in kb.questions.items()}) for _ in range(count)]
    chainer = Chainer(kb, KnowledgeEngine)
    work = {
        "circuit": lambda: [conclude(circuit, s) for s in sheets],
        "experta": lambda: [chainer.derive(s) for s in sheets],
    }
    if has_clips:
        clips = Clips(circuit)
        asked = [clips.asked(sheet) for sheet in sheets]
        work["clips"] = lambda: [clips.run(text) for text in asked]
    for place, sheet in enumerate(sheets):
        concluded, derived = conclude(circuit, sheet), chainer.derive(sheet)
        fired = {firing.rule for firing in derived.firings}
        assert (concluded.findings, concluded.step, set(concluded.fired)) == (derived.findings, derived.step, fired)
        if has_clips:
            clips.run(asked[place])
            assert clips.conclusion() == concluded
    found = {name: _seconds(each, ROUNDS[name]) / count for name, each in work.items()}
    ratio = {name: seconds / found["circuit"] for name, seconds in found.items()}
    beside = f"{ratio['clips']:.1f}" if has_clips else "-"
    said = f"{found['clips'] * 1e6:>7.0f} us" if has_clips else f"{'-':>10}"
    print(
        f"{len(kb.rules):>6} {found['circuit'] * 1e6:>7.1f} us {found['experta'] * 1e6:>9.0f} us {said}"
        f"   1 : {ratio['experta']:.0f} : {beside}",
        flush=True,
    )
    return found


def _seconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
