"""`python -m benchmarks.proofs`: what each method takes for each promise, and how it grows with the rules.

First every promise of the shipped rules by clingo, CaDiCaL and, where they are few enough, every sheet, slowest first.
Then the same promise over more and more rules: clingo, CaDiCaL, z3 on the same circuit, and, extrapolated, experta
asked about every sheet. With `--slowest`, only the ten promises that take longest by all methods together. All times
are CPU time of this process; compare them within one run.
"""

import argparse
import random
import time
from collections.abc import Callable
from heapq import nlargest
from math import inf
from typing import TypeVar

import msgspec

from benchmarks.generated import generated
from milepost import Milepost
from milepost.engine.chaining.chain import Chainer
from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, sheets
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import GUARD, Promise
from milepost.engine.model.question import NOT_SURE, Question
from milepost.engine.promises import ending
from milepost.engine.promises.exhaustive import satisfying
from milepost.engine.promises.formula import BROKEN
from milepost.engine.promises.not_knowing import NotKnowing
from milepost.engine.promises.pairs import PairsInClauses, PairsInProgram, guarding, saying_more
from milepost.engine.promises.proving import Prover
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.search import Finder
from milepost.engine.solver.solve import HOLDS_NOWHERE

T = TypeVar("T")
SIZES = (30, 150, 300, 1000)
SEED = 7
PROMISE = "guard-shuts"
ASKED = 20
YEAR = 365.25 * 24 * 3600


class Taken(msgspec.Struct, frozen=True):
    """CPU seconds for one promise; `every_sheet` is None where there are too many sheets to look at."""

    promise: str
    clingo: float
    cadical: float
    every_sheet: float | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slowest", action="store_true", help="only the ten slowest promises, by all methods together")
    if parser.parse_args().slowest:
        _slowest()
        return
    _shipped()
    print()
    _growth()


def _slowest() -> None:
    """What `prove` takes for each promise, once there is what all of them share."""
    prover = Milepost().prover
    loading, _ = _timed(lambda: (prover.circuit, prover.clauses, prover.finder, prover.unruled))
    taken = {id: _timed(lambda promise=promise: prover.prove(promise))[0] for id, promise in prover.kb.promises.items()}
    print(f"{len(taken)} promises by all methods: {sum(taken.values()):.1f} s, and {loading:.1f} s for what they share")
    for id in nlargest(10, taken, key=taken.__getitem__):
        print(f"{taken[id]:>7.2f} s  {id}")


def _shipped() -> None:
    prover = Milepost().prover
    loading, _ = _timed(lambda: prover.clauses)
    taken = [_taken(prover, promise) for promise in prover.kb.promises.values()]
    by_clingo, by_cadical = sum(each.clingo for each in taken), sum(each.cadical for each in taken)
    print(
        f"{len(taken)} promises: clingo {by_clingo:.2f} s, CaDiCaL {by_cadical:.2f} s, {by_clingo / by_cadical:.1f} : 1"
    )
    print(f"(and {loading:.2f} s once for the clauses)")
    print(f"{'promise':<50} {'clingo':>8} {'CaDiCaL':>8} {'':>8} {'every sheet':>12}")
    for each in sorted(taken, key=lambda each: -each.clingo - each.cadical - (each.every_sheet or 0)):
        looked = "-" if each.every_sheet is None else f"{each.every_sheet * 1000:.1f} ms"
        ratio = f"{each.clingo / each.cadical:.1f} : 1"
        print(
            f"{each.promise:<50} {each.clingo * 1000:>5.1f} ms {each.cadical * 1000:>5.1f} ms {ratio:>8} {looked:>12}"
        )


def _taken(prover: Prover, promise: Promise) -> Taken:
    """What the proof of one promise takes by each method."""
    circuit = prover.circuit
    if promise.more or promise.unknown == GUARD:
        return _pairs(prover, promise)
    if promise.unknown:
        return _unknown(prover, promise)
    if promise.ends_within:
        clingo, _ = _timed(lambda: ending.in_program(promise, circuit, inf))
        cadical, _ = _timed(lambda: ending.in_clauses(promise, circuit, inf))
        return Taken(promise.id, clingo, cadical, None)
    target = circuit.index[BROKEN, promise.id]
    clingo, _ = _timed(lambda: prover.finder.find(target, inf))
    cadical, _ = _timed(lambda: prover.clauses.decide([target + 1], inf))
    every_sheet, looked = _timed(lambda: satisfying(circuit, target, inf))
    return Taken(promise.id, clingo, cadical, None if looked is None else every_sheet)


def _pairs(prover: Prover, promise: Promise) -> Taken:
    """What it takes to compare two sheets that differ in one answer."""
    two = (saying_more if promise.more else guarding)(prover.circuit, promise)

    def ask(pairs: PairsInProgram | PairsInClauses) -> None:
        for question in pairs.may_differ:
            pairs.decide(question, inf)

    clingo, cadical = (_timed(lambda kind=kind: ask(kind(two)))[0] for kind in (PairsInProgram, PairsInClauses))
    return Taken(promise.id, clingo, cadical, None)


def _unknown(prover: Prover, promise: Promise) -> Taken:
    """What it takes to compare unknown answers with known ones."""
    not_knowing = NotKnowing(prover.circuit, filter(promise.asks_of, prover.kb.questions.values()))
    cadical, (_, ways) = _timed(lambda: not_knowing.by_cadical(inf))
    clingo, _ = _timed(lambda: not_knowing.by_clingo(inf, ways))
    return Taken(promise.id, clingo, cadical, None)


def _growth() -> None:
    z3 = _z3()
    if z3 is None:
        print("z3 is not installed, so its column is empty; `pip install milepost[bench]` brings it")
    print(
        f"{'rules':>6} {'sheets':>10} {'clingo':>10} {'CaDiCaL':>10} {'z3':>10} {'z3/clingo':>10} "
        f"{'experta, every sheet':>22}"
    )
    for size in SIZES:
        kb = generated(size, SEED)
        circuit = Milepost.of(kb).prover.circuit
        target = circuit.index[BROKEN, PROMISE]
        by_clingo, found = _timed(lambda circuit=circuit, target=target: Finder(circuit).find(target, inf).status)
        by_cadical, again = _timed(lambda circuit=circuit, target=target: Clauses(circuit).decide([target + 1], inf))
        assert found == again == HOLDS_NOWHERE
        columns = ["-", "-"]
        if z3 is not None:
            by_z3, agreed = _timed(lambda circuit=circuit: _holds_in_z3(z3, circuit))
            assert agreed
            columns = [f"{by_z3:.3f} s", f"{by_z3 / by_clingo:.1f}"]
        asked = _experta(kb) * sheets(kb)
        print(
            f"{size:>6} {sheets(kb):>10.1e} {by_clingo:>8.3f} s {by_cadical:>8.3f} s "
            f"{columns[0]:>10} {columns[1]:>10} {_span(asked):>22}",
            flush=True,
        )


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _z3():
    try:
        import z3
    except ImportError:
        return None
    return z3


def _holds_in_z3(z3, circuit: Circuit) -> bool:
    """Do the gates of the cone as equivalences, one state for each single answer, and the broken promise contradict?"""
    target = circuit.index[BROKEN, PROMISE]
    gates, questions = cone(circuit, [target])
    atoms = [z3.Bool(f"a{n}") for n in range(len(circuit.names))]
    solver = z3.Solver()
    for key in questions:
        if circuit.kb.questions[key].type == "many":
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
    start = time.process_time()
    for sheet in drawn:
        chainer.derive(sheet)
    return (time.process_time() - start) / ASKED


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
