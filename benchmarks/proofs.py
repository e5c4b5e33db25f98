"""`python -m benchmarks.proofs`: how the time of a proof grows with the number of rules.

The same promise over the same rules: clingo, z3 on the same circuit, and, extrapolated, experta asked about every sheet.
"""

import random
import time
from collections.abc import Callable

from benchmarks.generated import generated
from milepost.engine.chaining.chain import Chainer
from milepost.engine.circuit.cone import cone, sheets
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NOT_SURE, Question
from milepost.engine.promises.formula import BROKEN, promised
from milepost.engine.solver.search import status
from milepost.engine.solver.solve import HOLDS_NOWHERE

SIZES = (30, 150, 300, 1000)
SEED = 7
PROMISE = "guard-shuts"
ASKED = 20
YEAR = 365.25 * 24 * 3600


def main() -> None:
    z3 = _z3()
    if z3 is None:
        print("z3 is not installed, so its column is empty; `pip install milepost[bench]` brings it")
    print(f"{'rules':>6} {'sheets':>10} {'clingo':>10} {'z3':>10} {'z3/clingo':>10} {'experta, every sheet':>22}")
    for size in SIZES:
        kb = generated(size, SEED)
        promised(kb)  # the circuit is shared, and compiled once
        by_clingo, holds = _timed(lambda kb=kb: _clingo(kb))
        assert holds
        by_z3 = None
        if z3 is not None:
            by_z3, agreed = _timed(lambda kb=kb: _holds_in_z3(z3, kb))
            assert agreed == holds
        asked = _experta(kb) * sheets(kb)
        columns = [f"{by_z3:.3f} s", f"{by_z3 / by_clingo:.1f}"] if by_z3 is not None else ["-", "-"]
        print(
            f"{size:>6} {sheets(kb):>10.1e} {by_clingo:>8.3f} s {columns[0]:>10} {columns[1]:>10} {_span(asked):>22}",
            flush=True,
        )


def _timed(work: Callable[[], bool]) -> tuple[float, bool]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _clingo(kb: KnowledgeBase) -> bool:
    circuit = promised(kb)
    return status(circuit, circuit.index[BROKEN, PROMISE], time.monotonic() + 60) == HOLDS_NOWHERE


def _z3():
    try:
        import z3
    except ImportError:
        return None
    return z3


def _holds_in_z3(z3, kb: KnowledgeBase) -> bool:
    """The gates of the cone as equivalences, one state for each question that has one answer, and the promise broken: is that unsatisfiable?"""
    circuit = promised(kb)
    target = circuit.index[BROKEN, PROMISE]
    gates, questions = cone(circuit, [target])
    atoms = [z3.Bool(f"a{n}") for n in range(len(circuit.names))]
    solver = z3.Solver()
    for key in questions:
        if kb.questions[key].type == "many":
            continue  # its atoms hold independently
        solver.add(z3.PbEq([(atoms[atom], 1) for atom in circuit.inputs[key]], 1))
    for gate in gates:
        ways = [z3.And([atoms[lit - 1] if lit > 0 else z3.Not(atoms[-lit - 1]) for lit in way]) for way in gate.any_of]
        solver.add(atoms[gate.atom] == z3.Or(ways))
    solver.add(atoms[target])
    return solver.check() == z3.unsat


def _experta(kb: KnowledgeBase) -> float:
    """Seconds for one sheet, on the average of a few random ones."""
    chainer, pick = Chainer(kb), random.Random(SEED)
    drawn = [Sheet({key: random_answer(q, pick) for key, q in kb.questions.items()}) for _ in range(ASKED)]
    start = time.perf_counter()
    for sheet in drawn:
        chainer.derive(sheet)
    return (time.perf_counter() - start) / ASKED


def random_answer(question: Question, pick: random.Random) -> Answer:
    """An answer drawn from all that a question takes."""
    if question.type == "number":
        return pick.choice([pick.randint(question.minimum, question.maximum), NOT_SURE])
    answer = pick.choice([*question.options, NOT_SURE])
    return (answer,) if question.type == "many" else answer


def _span(seconds: float) -> str:
    return (
        f"{seconds:.0f} s"
        if seconds < 3600
        else f"{seconds / 3600:.0f} h"
        if seconds < YEAR / 12
        else f"{seconds / YEAR:.0e} years"
    )


if __name__ == "__main__":
    main()
