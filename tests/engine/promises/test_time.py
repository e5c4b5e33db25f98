"""A promise that cannot be decided in the time given is undecided, and never said to hold."""

import signal
import subprocess
import sys
import time

from milepost.engine.checks.read import read
from milepost.engine.promises.formula import BROKEN, GIVEN
from milepost.engine.promises.proving import Prover
from milepost.engine.solver.solve import FOUND, UNDECIDED
from tests.engine.promises import pigeons


def of_each_kind(kb):
    """The first three promises of each kind, as each kind is proved in a way of its own."""
    kinds = {}
    for promise in kb.promises.values():
        kind = promise.unknown, bool(promise.more), promise.ends_within > 0, promise.never is None
        kinds.setdefault(kind, []).append(promise)
    assert len(kinds) >= 5
    return [promise for found in kinds.values() for promise in found[:3]]


def test_no_time_at_all(base):
    prover = Prover(base)
    for promise in of_each_kind(base):
        verdict = prover.prove(promise, seconds=0)
        assert verdict.status == "undecided", promise.id
        assert verdict.methods == ()
        assert verdict.why == "the time given was too short"


def test_too_little_time_for_a_hard_promise(tmp_path):
    kb = read(pigeons.write(tmp_path / "kb"))
    prover = Prover(kb)
    assert prover.prove(kb.promises["quick"]).status == "holds"
    assert prover.prove(kb.promises["two-share-a-hole"], 1).status == "undecided"


def test_each_solver_keeps_to_its_time_by_itself(tmp_path):
    prover = Prover(read(pigeons.write(tmp_path / "kb")))
    broken = prover.circuit.index[BROKEN, "two-share-a-hole"]
    assert prover.finder.find(broken, time.process_time() + 0.5).status == UNDECIDED
    assert prover.clauses.decide([broken + 1], time.process_time() + 0.5) == UNDECIDED
    # They can be asked again, and say what is true.
    given = prover.circuit.index[GIVEN, "two-share-a-hole"]
    assert prover.finder.find(given, time.process_time() + 60).status == FOUND
    assert prover.clauses.decide([given + 1], time.process_time() + 60) == FOUND


def test_ctrl_c_reaches_cadical_too(tmp_path):
    script = tmp_path / "asking.py"
    script.write_text(ASKING.format(folder=str(pigeons.write(tmp_path / "kb"))))
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "asking\n"
    process.send_signal(signal.SIGINT)
    try:
        assert process.communicate(timeout=600)[0] == "interrupted, and found at the next question\n"
    finally:
        process.kill()
    assert process.returncode == 0


ASKING = """
import time
from milepost.engine.checks.read import read
from milepost.engine.promises.formula import BROKEN, GIVEN
from milepost.engine.promises.proving import Prover
from milepost.engine.solver.solve import FOUND, UNDECIDED

prover = Prover(read({folder!r}))
broken, given = (prover.circuit.index[kind, "two-share-a-hole"] + 1 for kind in (BROKEN, GIVEN))
solver, solve, asked = prover.clauses._solver, prover.clauses._solver.solve_limited, []

def noted(*given):
    # It is at work when it is asked for the second time, however slow the machine is.
    asked.append(given)
    if len(asked) == 2:
        print("asking", flush=True)
    return solve(*given)

solver.solve_limited = noted
try:
    prover.clauses.decide([broken], time.process_time() + 500)
except KeyboardInterrupt:
    print("interrupted, and", prover.clauses.decide([given], time.process_time() + 500), "at the next question")
"""
