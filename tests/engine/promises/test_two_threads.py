"""A solver serves one thread: a second one is refused, where it would bring the whole program down."""

import threading
import time

import pytest

from milepost.engine.checks.read import read
from milepost.engine.promises.formula import BROKEN, promised
from milepost.engine.solver.solve import UNDECIDED, TwoThreads
from milepost.engine.solver.space import Space
from tests.engine.promises import pigeons
from tests.tiers import thorough


@thorough
def test_a_second_thread_is_refused_and_the_first_goes_on(tmp_path):
    circuit = promised(read(pigeons.write(tmp_path / "kb")))
    hard = circuit.index[BROKEN, "two-share-a-hole"]
    space, found = Space(circuit, [hard]), []

    def ask():
        # So hard that it is still at work when the other thread comes.
        found.append(space._program.decide([], time.process_time() + 3, [space.literals[hard]])[0])

    first = threading.Thread(target=ask)
    first.start()
    while not space._program._in_use.locked():
        assert first.is_alive()
    for asked in (space.is_possible, space.possible, space.core):
        with pytest.raises(TwoThreads, match="one thread"):
            asked([space.literals[hard]])
    first.join()
    assert found == [UNDECIDED]
    assert space.is_possible([-space.literals[hard]])
