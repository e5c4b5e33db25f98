"""A promise that cannot be decided in the time given is undecided, and never said to hold."""

import pytest

from milepost.engine.checks.read import read
from milepost.engine.promises.proving import prove
from tests.engine.promises import pigeons


@pytest.mark.parametrize("seconds", [0, 1e-9])
def test_no_time_at_all(base, seconds):
    for promise in base.promises.values():
        verdict = prove(base, promise, seconds)
        assert verdict.status == "undecided", promise.id
        assert verdict.witness is None and verdict.methods == ()
        assert verdict.why == "the time given was too short"


def test_too_little_time_for_a_hard_promise(tmp_path):
    kb = read(pigeons.write(tmp_path / "kb"))
    assert prove(kb, kb.promises["quick"]).status == "holds"
    assert prove(kb, kb.promises["two-share-a-hole"], 1).status == "undecided"
