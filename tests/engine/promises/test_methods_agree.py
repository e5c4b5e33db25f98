"""clingo, CaDiCaL, the circuit over every sheet, and the promise read on one sheet after the other give the same verdict."""

from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import msgspec
import pytest

from benchmarks.generated import AT, generated
from milepost.engine.checks.read import read
from milepost.engine.circuit.cone import sheets
from milepost.engine.circuit.evaluate import conclusion_of, evaluate, input_atoms
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model import condition
from milepost.engine.model.condition import Lines, StepContact
from milepost.engine.model.promise import More, Promise
from milepost.engine.model.question import Question
from milepost.engine.model.step import CONTACT
from milepost.engine.promises import exhaustive
from milepost.engine.promises.differing import Contact, Differing
from milepost.engine.promises.formula import BROKEN, OPEN, open_atoms, promised
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET
from milepost.engine.promises.proving import Prover
from milepost.engine.promises.replay import breaks, openness, replayed
from milepost.engine.solver.search import count_known
from tests.engine.promises.planted import FAULTS, base_of, compared, sheets_that_break
from tests.sheets import every_sheet, random_sheets
from tests.tiers import sampled


def promises(kb) -> list[Promise]:
    """Promises of all kinds about a generated knowledge base; most are broken, some hold."""
    made = [Promise("guards", "says", AT, unknown="guard"), Promise("others", "says", AT, unknown="other")]
    known = {"choice": ("is", ("a",)), "many": ("includes", ("a",)), "number": ("below", (20,))}
    for key, question in list(kb.questions.items())[:3]:
        given = condition.Any((condition.Test(key, *known[question.type], AT), condition.Test(key, "unknown", (), AT)))
        for level in CONTACT[:-1:2]:
            further = condition.Any((StepContact(AT, level), Lines(AT, above=level)))
            made.append(Promise(f"{key}-{level.replace('_', '-')}", "says", AT, given, never=further))
        made.append(
            Promise(f"{key}-always", "says", AT, given, always=condition.Test("step", "not", ("step_2", "step_3"), AT))
        )
    made += [
        Promise(f"{more.question}-more", "says", AT, more=(more,)) for more in map(says_most, kb.questions.values())
    ]
    made.append(
        Promise("not-back", "says", AT, more=made[-1].more, not_from=("step_1", "step_2"), not_to=("step_0", "step_3"))
    )
    return [*made, Promise("further", "says", AT, never=Lines(AT, above="step", duty=False)), *kb.promises.values()]


def says_most(question: Question) -> More:
    """That a and c say more than b, or the greater number than the less."""
    if question.type == "number":
        return More(question.key, AT, rising=True)
    if question.type == "many":
        return More(question.key, AT, add=("a", "c")[: len(question.options) - 1], drop=("b",))
    return More(question.key, AT, order=(("b",), tuple(option for option in question.options if option != "b")))


@pytest.mark.parametrize("seed", sampled(range(4), 1))
def test_on_generated_knowledge_bases(seed):
    made = generated(30, seed, questions=5)
    stages = {step: (step,) for step in made.steps}
    kb = msgspec.structs.replace(made, promises={p.id: p for p in promises(made)}, stages=stages)
    prover, consultant, statuses = Prover(kb), Consultant(kb), set()
    for promise in kb.promises.values():
        verdict = prover.prove(promise)
        statuses.add(verdict.status)
        if verdict.status == "trivial":
            continue
        assert verdict.methods == (CLINGO, CADICAL, EVERY_SHEET)
        fewest = min(
            (count_known(sheet) for q in compared(kb, promise) for sheet in sheets_that_break(kb, promise, q)),
            default=None,
        )
        assert verdict.status == ("holds" if fewest is None else "broken"), promise.id
        if fewest is not None:
            assert count_known(verdict.witness) == fewest, promise.id
            replayed(consultant, verdict)
    assert {"holds", "broken"} <= statuses


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_a_promise_read_on_a_sheet_is_as_in_the_circuit(fault):
    kb = base_of(fault)
    circuit = promised(kb)
    for sheet in every_sheet(kb):
        agree(circuit, sheet)


@pytest.fixture(scope="module")
def whole(base):
    return promised(base)


@hypothesis.settings(max_examples=10, deadline=None)
@hypothesis.given(data=st.data())
def test_a_promise_read_on_random_sheets_is_as_in_the_circuit(whole, data):
    agree(whole, data.draw(random_sheets(whole.kb)))


def agree(circuit, sheet):
    kb = circuit.kb
    inputs = dict.fromkeys(input_atoms(circuit, sheet), 1)
    bits = evaluate(circuit, inputs)
    conclusion = conclusion_of(circuit, bits)
    for promise in kb.promises.values():
        if not promise.compares:
            assert breaks(kb, promise, sheet, conclusion) == bool(bits[circuit.index[BROKEN, promise.id]]), (
                promise.id,
                sheet,
            )
    opened = [level for level in CONTACT[:-1] if bits[circuit.index[OPEN, level]]]
    assert len(opened) == openness(kb, conclusion), sheet
    contact = Contact(circuit)
    without_what_adds_nothing = evaluate(contact.circuit, dict.fromkeys(input_atoms(contact.circuit, sheet), 1))
    levels = [bits[atom] for atom in open_atoms(circuit)]
    assert levels == [without_what_adds_nothing[atom] for atom in contact.opens], sheet


@pytest.mark.parametrize("seed", sampled([0, 2, 12], 1))
def test_where_sheets_are_looked_at_in_several_blocks(seed, monkeypatch):
    monkeypatch.setattr(exhaustive, "AT_ONCE", 1 << 17)
    made = generated(60, seed, questions=8)
    for promise in promises(made):
        kb = msgspec.structs.replace(made, promises={promise.id: promise})
        verdict = Prover(kb).prove(promise)  # raises where the methods disagree
        assert verdict.status == "trivial" or EVERY_SHEET in verdict.methods
    assert sheets(made) > exhaustive.AT_ONCE


def test_an_option_that_touches_no_contact_makes_no_more_answers_to_compare(whole):
    contact = Contact(whole)
    lists = [Differing(contact, q) for q in whole.kb.questions.values() if q.type == "many"]
    for differing in lists:
        touching = {atom for atom in differing.inputs if atom != differing.unknown and contact.touched([atom])}
        assert len(differing.ways) in (2 ** len(touching), 2 ** len(touching) - 1), differing.question.key
        assert all({*differing.inputs} - touching - {differing.unknown} <= way for way in differing.ways)
    assert any(len(differing.ways) < 2 ** (len(differing.inputs) - 2) for differing in lists)


def test_an_answer_that_touches_nothing_serves_as_one_that_not_knowing_may_turn_out_to_be(tmp_path):
    """A line that goes further is shown for one answer; neither the one that is tried first nor the unknown one is read."""
    door = Path(__file__).parents[2] / "small" / "door"
    said = (door / "door.yaml").read_text().replace("sleeps: It sleeps}", "sleeps: It sleeps, runs: It runs}")
    line = "when: {dog: sleeps, smoke: no}, contact: "
    assert line + "none" in said
    promise = "promises:\n  - {id: others, says: It opens nothing., unknown_opens_nothing: other}\n"
    (tmp_path / "door.yaml").write_text(said.replace(line + "none", line + "reach_out") + promise)
    (tmp_path / "order.yaml").write_text((door / "order.yaml").read_text())
    kb = read(tmp_path)
    (verdict,) = (Prover(kb).prove(promise) for promise in kb.promises.values())
    assert verdict.status == "holds" and {one.question for one in verdict.compared if one.touches} == {"dog"}
