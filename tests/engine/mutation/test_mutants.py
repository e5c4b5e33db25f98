"""Faults planted one by one: each is found out as the whole reading of the mutant would, and what may harm is caught."""

from pathlib import Path

import msgspec
import pytest

from milepost.engine.circuit.compile import SHOWN, compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.promise import GUARD
from milepost.engine.mutation.harm import MORE_CONTACT
from milepost.engine.mutation.killing import CHECK, HARMLESS, NOTHING, PROMISE, Killing
from milepost.engine.mutation.mutants import MUTATIONS, mutants, sampled
from milepost.engine.promises.proving import Prover
from milepost.engine.promises.verdict import Broken, Holds
from milepost.engine.solver.search import count_known
from tests.engine.promises.planted import FOLDER, base_of
from tests.tiers import thorough

PAGE = Path(__file__).parents[3] / "docs" / "promises.md"
SAMPLE = 90


@pytest.fixture(scope="module")
def killing(base):
    return Killing(base)


@pytest.fixture(scope="module")
def every(base):
    """Every mutant, of which there are tens of thousands; what each plants is made when it is asked for."""
    return list(mutants(base))


@thorough
def test_every_kind_of_fault_is_planted(base, every):
    planted = {(mutant.mutation, mutant.at, mutant.what) for mutant in every}
    assert {mutation for mutation, *_ in planted} == set(MUTATIONS)
    assert len(planted) > 15_000
    assert not any(mutant.kb is base for mutant in every[::50])
    assert [mutant.what for mutant in sampled(base, 20)] == [mutant.what for mutant in sampled(base, 20)]


@thorough
def test_what_is_compiled_again_reads_as_the_whole_mutant_does(base, killing):
    """Step and lines of a mutant, from the gates that differ, and from all of it compiled anew, on every example."""
    sheets = [Sheet(example.answers) for example in list(base.examples.values())[::60]]
    places = list(range(0, len(base.examples), 60))
    for mutant in sampled(base, 6):
        bits = killing._sample.of(killing.compiled.changed(mutant.kb))
        anew = compiled(mutant.kb)
        for place, sheet in zip(places, sheets, strict=True):
            conclusion = conclude(anew, sheet)
            shown = [id for id in base.advice if bits[killing.circuit.index[SHOWN, id]] >> place & 1]
            assert shown == [id for id in base.advice if id in conclusion.advice], mutant.what
            steps = [key for key, atom in killing.circuit.steps.items() if bits[atom] >> place & 1]
            assert steps == [conclusion.step], mutant.what


COMPARED = {
    ("a condition dropped", "step-light-reply", "in `when`, a test on `touch` is gone"),
    ("a condition dropped", "step-tell-them-before-a-date", "in `when`, a test on `last_reply` is gone"),
    ("a value swapped", "step-sorry-in-person", "in `when`, `want: go_on` became `let_go`"),
}


@thorough
def test_promises_that_compare_sheets_are_broken_as_their_proofs_say(base, killing, every):
    """On mutants of which two are caught by such a promise alone, and one by none."""
    found = []
    for mutant in (each for each in every if (each.mutation, each.at, each.what) in COMPARED):
        broken = killing._broken_by_comparing(mutant.kb, killing.compiled.changed(mutant.kb), MORE_CONTACT)
        prover = Prover(mutant.kb)
        comparing = [promise for promise in base.promises.values() if promise.unknown == GUARD or promise.more]
        if broken:
            assert isinstance(prover.prove(base.promises[broken]), Broken)
        else:
            assert all(isinstance(prover.prove(promise), Holds) for promise in comparing)
        found.append(bool(broken))
    assert sorted(found) == [False, True, True]


@thorough
def test_a_contact_that_is_said_to_be_more_shows_nobody_more(killing, every):
    changed = (each for each in every if each.mutation == "contact changed")
    found = {each.at: killing.tried(each).way for each in changed if each.at in ("children-loved-by-both", "pause")}
    assert found == {"children-loved-by-both": None, "pause": None}


FLAGS = {
    ("a guard flag changed", "danger_now"): CHECK,
    ("ends_interview changed", "get_safe_now"): PROMISE,
    ("safety changed", "no-last-message"): PROMISE,
    ("contact changed", "short_meeting"): PROMISE,
    ("a do made a don't, or a don't a do", "no-last-message"): CHECK,
    ("a value swapped", "high-danger-choked"): PROMISE,
    ("two steps reordered", "keep_everyone_safe"): PROMISE,
}


@thorough
def test_one_fault_of_each_kind_is_caught(killing, every):
    found = {}
    for mutant in every:
        kind = mutant.mutation, mutant.at
        if kind in FLAGS and kind not in found:
            found[kind] = killing.tried(mutant).caught_by
    assert found == FLAGS


def test_a_fault_that_no_promise_sees_is_told_with_the_simplest_person():
    kb = msgspec.structs.replace(base_of(FOLDER / "otherwise-has-more-contact"), promises={}, examples={})
    killing = Killing(kb)
    slipping = [tried for mutant in mutants(kb) if (tried := killing.tried(mutant)).slips_past]
    assert slipping and {tried.caught_by for tried in slipping} == {NOTHING}
    fewest = [count_known(killing.harmed(tried)) for tried in slipping]
    assert min(fewest) == 0 and max(fewest) <= len(kb.questions)


def test_of_a_sample_all_that_may_harm_are_caught_as_the_page_says(base, killing):
    assert f"Of a sample of {SAMPLE}, all that may harm somebody are caught" in PAGE.read_text()
    tried = [killing.tried(mutant) for mutant in sampled(base, SAMPLE)]
    assert sum(one.caught_by != HARMLESS for one in tried) >= 10
    assert [(one.mutant.at, one.mutant.what) for one in tried if one.slips_past] == []
