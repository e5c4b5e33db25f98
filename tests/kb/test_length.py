"""The interview is short: how many questions an example is asked before its step and its safety lines are certain."""

from statistics import median

import pytest

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet

MEDIAN, LONGEST, SAFETY, DANGER_NOW = 15, 28, 8, 1


@pytest.fixture(scope="module")
def asked(base):
    """For each example its step, and the deciding questions that are asked; what is left out is answered by not sure."""
    interview, circuit, found = Interview(base), compiled(base), {}
    for id, example in base.examples.items():
        sheet = Sheet({key: example.answers.get(key, "not_sure") for key in base.questions})
        found[id] = conclude(circuit, sheet).step, interview.replay(sheet).asked
    return found


@pytest.fixture(scope="module")
def safety(base):
    """The steps of the first stage."""
    return next(iter(base.stages.values()))


def test_most_people_are_asked_little(asked, safety):
    counts = {id: len(keys) for id, (step, keys) in asked.items() if step not in safety}
    longest = sorted(counts, key=counts.get, reverse=True)[:10]
    assert median(counts.values()) <= MEDIAN, {id: counts[id] for id in longest}


def test_nobody_is_asked_long(asked, safety):
    assert {id: keys for id, (step, keys) in asked.items() if step not in safety and len(keys) > LONGEST} == {}


def test_whose_safety_comes_first_is_soon_told(asked, safety):
    assert {id: keys for id, (step, keys) in asked.items() if step in safety and len(keys) > SAFETY} == {}


def test_danger_now_is_told_at_once(asked):
    assert {id: keys for id, (step, keys) in asked.items() if step == "get_safe_now" and len(keys) > DANGER_NOW} == {}
