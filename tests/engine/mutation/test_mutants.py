"""Faults planted one by one: each is found out as the whole reading of the mutant would, and what may harm is caught."""

import random
import re
from pathlib import Path

import pytest

from milepost.engine.circuit.compile import SHOWN, compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.mutation.harm import HELP_GONE, LONGER, MORE_CONTACT, OFFERED, REVERSED, SAFETY_LINE_GONE
from milepost.engine.mutation.killing import CHECK, HARMLESS, NOTHING, PROMISE, Killing
from milepost.engine.mutation.mutants import MUTATIONS, mutants, sampled
from milepost.engine.promises.proving import Prover
from tests.engine.promises.planted import FOLDER, base_of

PAGE = Path(__file__).parents[3] / "docs" / "promises.md"
SAMPLE = 60


@pytest.fixture(scope="module")
def killing(base):
    return Killing(base)


def test_every_kind_of_fault_is_planted(base):
    planted = list(mutants(base))
    assert {mutant.mutation for mutant in planted} == set(MUTATIONS)
    assert len({(mutant.mutation, mutant.at, mutant.what) for mutant in planted}) > 15_000
    assert all(mutant.kb is not base for mutant in planted)


def test_a_sample_is_the_same_each_time(base):
    said = [[(mutant.at, mutant.what) for mutant in sampled(base, 20)] for _ in range(2)]
    assert said[0] == said[1] and len(set(said[0])) == 20


def test_what_is_compiled_again_reads_as_the_whole_mutant_does(base, killing):
    """Step and lines of a mutant, from the gates that differ, and from all of it compiled anew, on every example."""
    sheets = [Sheet(example.answers) for example in list(base.examples.values())[::40]]
    places = list(range(0, len(base.examples), 40))
    for mutant in random.Random(5).sample(list(mutants(base)), 12):
        bits = killing._sample.of(killing.compiled.changed(mutant.kb))
        anew = compiled(mutant.kb)
        for place, sheet in zip(places, sheets, strict=True):
            conclusion = conclude(anew, sheet)
            shown = [id for id in base.advice if bits[killing.circuit.index[SHOWN, id]] >> place & 1]
            assert shown == [id for id in base.advice if id in conclusion.advice], mutant.what
            steps = [key for key, atom in killing.circuit.steps.items() if bits[atom] >> place & 1]
            assert steps == [conclusion.step], mutant.what


def test_each_kind_of_harm_is_seen_and_the_simplest_person_named(base, killing):
    wanted = {
        "barred-by-order": MORE_CONTACT,
        "danger_now": OFFERED,
        "get_safe_now": LONGER,
        "no-last-message": SAFETY_LINE_GONE,
        "crisis-line-now": HELP_GONE,
    }
    del wanted["barred-by-order"]
    seen = {}
    for mutant in mutants(base):
        if mutant.mutation in (
            "a guard flag changed",
            "ends_interview changed",
            "safety changed",
            "a line's help taken away",
        ):
            if mutant.at in wanted and mutant.at not in seen:
                seen[mutant.at] = killing.tried(mutant)
    assert {at: tried.caught_by for at, tried in seen.items()} == {
        "danger_now": CHECK,
        "get_safe_now": PROMISE,
        "no-last-message": PROMISE,
        "crisis-line-now": PROMISE,
    }
    assert killing.harmed(seen["get_safe_now"]) is not None


def test_a_fault_that_no_promise_sees_is_told_with_the_simplest_person():
    """In a small base with one promise less, what it held apart slips past."""
    import msgspec

    whole = base_of(FOLDER / "otherwise-has-more-contact")
    promises = {id: promise for id, promise in whole.promises.items() if Prover(whole).prove(promise).status == "holds"}
    kb = msgspec.structs.replace(whole, promises={}, examples={})
    killing = Killing(kb)
    slipping = [tried for mutant in mutants(kb) if (tried := killing.tried(mutant)).slips_past]
    assert slipping and {tried.caught_by for tried in slipping} == {NOTHING}
    for tried in slipping:
        person = killing.harmed(tried)
        assert person is not None, tried.mutant.what
    kept = Killing(msgspec.structs.replace(whole, promises=promises))
    caught = [kept.tried(mutant).caught_by for mutant in mutants(kept.kb)]
    assert caught.count(PROMISE) > 0


def test_what_the_page_says_of_a_sample_is_so(base, killing):
    said = re.search(r"Of a sample of (\d+), (\d+) may harm somebody; (\d+) of these are caught", PAGE.read_text())
    tried = [killing.tried(mutant) for mutant in sampled(base, SAMPLE)]
    harmful = [one for one in tried if one.caught_by != HARMLESS]
    caught = [one for one in harmful if not one.slips_past]
    assert [int(number) for number in said.groups()] == [SAMPLE, len(harmful), len(caught)]
    assert REVERSED
