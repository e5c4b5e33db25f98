"""Every example comes out as it says, through experta; together they reach all there is."""

import pytest

from milepost.engine.checks.accounting import untold
from milepost.engine.checks.example_fails import differences


@pytest.fixture(scope="module")
def conclusions(consultations):
    return {id: consultation.conclusion for id, consultation in consultations.items()}


def test_every_example_comes_out_as_it_says(base, conclusions):
    wrong = {id: list(differences(base, base.examples[id], found)) for id, found in conclusions.items()}
    assert {id: d for id, d in wrong.items() if d} == {}


def test_every_rule_fires_in_some_example(base, conclusions):
    fired = {id for c in conclusions.values() for id in c.fired}
    assert set(base.rules) - fired == set()


def test_every_step_value_and_line_comes_about_in_some_example(base, conclusions):
    assert set(base.steps) - {c.step for c in conclusions.values()} == set()
    assert untold(base) == ()
    reached = {pair for c in conclusions.values() for pair in c.findings.items()}
    every = {(key, value) for key, finding in base.findings.items() for value in finding.values}
    assert every - reached == set()


def test_the_base_is_as_large_as_it_says(base):
    assert len(base.questions) >= 30
    assert len(base.findings) >= 15
    assert len(base.steps) >= 20
    assert len(base.rules) >= 90
    assert len(base.advice) >= 90
    assert len(base.examples) >= 24
    assert sum(bool(e.pair_of) for e in base.examples.values()) >= 8
