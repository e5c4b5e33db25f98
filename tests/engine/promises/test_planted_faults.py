"""Faults that ordinary tests miss: the examples pass, the promise is broken, and the witness is real and the simplest."""

import msgspec
import pytest

from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Disagreement
from milepost.engine.promises.proving import Prover
from milepost.engine.promises.replay import replayed
from milepost.engine.solver.search import count_known
from tests.engine.promises.planted import FAULTS, FOLDER, base_of, compared, expected, known_part, sheets_that_break

each = pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
BROKEN = [fault for fault in FAULTS if expected(fault)["status"] == "broken"]
each_broken = pytest.mark.parametrize("fault", BROKEN, ids=lambda path: path.name)


def test_there_are_many():
    assert len(BROKEN) >= 16


@each
def test_the_examples_pass_and_one_promise_does_not_hold(fault):
    kb, said = base_of(fault), expected(fault)
    assert kb.examples
    verdicts = {id: Prover(kb).prove(promise) for id, promise in kb.promises.items()}
    assert {id: v.status for id, v in verdicts.items() if v.status != "holds"} == {said["promise"]: said["status"]}
    assert getattr(verdicts[said["promise"]], "why", None) == said.get("why")


@each_broken
def test_the_witness_is_the_one_expected(fault):
    kb, said = base_of(fault), expected(fault)
    verdict = Prover(kb).prove(kb.promises[said["promise"]])
    assert known_part(verdict.witness) == said["witness"]
    assert set(verdict.witness.answers) == set(kb.questions)
    assert verdict.simplest
    assert verdict.question == said.get("question", "")
    assert verdict.methods == (CLINGO, CADICAL, EVERY_SHEET)


@each_broken
def test_the_witness_breaks_the_promise_when_run_through_experta(fault):
    kb, said = base_of(fault), expected(fault)
    verdict = Prover(kb).prove(kb.promises[said["promise"]])
    assert replayed(Consultant(kb), verdict).sheet == verdict.witness


@each_broken
def test_no_sheet_with_fewer_known_answers_breaks_it(fault):
    kb, said = base_of(fault), expected(fault)
    promise = kb.promises[said["promise"]]
    breaking = [sheet for question in compared(kb, promise) for sheet in sheets_that_break(kb, promise, question)]
    assert min(map(count_known, breaking)) == count_known(Sheet(said["witness"]))
    assert said["witness"] in [known_part(sheet) for sheet in breaking]


def test_a_witness_that_is_none_is_refused_when_replayed():
    fault = next(f for f in BROKEN if f.name == "gate-forgets-a-way")
    kb = base_of(fault)
    verdict = Prover(kb).prove(kb.promises[expected(fault)["promise"]])
    harmless = Sheet({**verdict.witness.answers, "wants": "no"})
    with pytest.raises(Disagreement, match="does not break it when replayed"):
        replayed(Consultant(kb), msgspec.structs.replace(verdict, witness=harmless))


@pytest.mark.parametrize("change", [{"quarrel": "no"}, {"steady": ("swept",)}, {"steady": "not_sure"}])
def test_a_pair_of_sheets_that_is_none_is_refused_when_replayed(change):
    kb = base_of(FOLDER / "calm-falls-from-the-quick-way-into-the-pause")
    (promise,) = kb.promises.values()
    verdict = Prover(kb).prove(promise)
    harmless = Sheet({**verdict.others[0].answers, **change})
    with pytest.raises(Disagreement, match="does not break it when replayed"):
        replayed(Consultant(kb), msgspec.structs.replace(verdict, others=(harmless,)))
