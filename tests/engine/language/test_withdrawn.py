"""A line that was withdrawn is gone everywhere with one edit, and only `check` stops at what it leaves behind."""

import json
import shutil

import pytest

from milepost import kb as shipped
from milepost.diagrams.as_json import as_json
from milepost.diagrams.stages import stages_of
from milepost.engine.checks.read import read, read_to_ask
from milepost.engine.circuit.compile import compiled
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.advice import ANSWER, WORDS
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import Lines
from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.source import AT_WORK
from milepost.engine.promises.proving import Prover
from milepost.engine.promises.verdict import Broken
from milepost.engine.solver.asp import program
from milepost.engine.telling import ledger
from tests.tiers import thorough

pytestmark = thorough

ON = "2026-11-26"


@pytest.fixture(scope="module")
def promised(base):
    """A promise that asks for a line by its id, and that id."""
    alone = ((id, p.always.ids) for id, p in base.promises.items() if isinstance(p.always, Lines))
    return next((id, ids[0]) for id, ids in alone if len(ids) == 1)


@pytest.fixture(scope="module")
def gone(base, promised):
    """One line of each sort: answer, words, carrier of a statement, first of a card, touched, studied, promised."""
    carriers = [s.carrier for s in base.statements.values() if s.status == AT_WORK]
    part_of = [name for system in base.systems.values() for part in system.parts for name in part.carried_by]
    listed = [
        [line.id for line in base.advice.values() if line.kind == ANSWER],
        [line.id for line in base.advice.values() if line.kind == WORDS],
        carriers,
        part_of,
        [id for step in base.steps.values() for id in step.first],
        [id for line in base.advice.values() for id in line.replaces],
        [id for conflict in base.conflicts.values() for id in conflict.touches],
        [id for piece in base.research.values() for id in piece.about],
        [promised[1]],
    ]
    return {next(id for id in ids if id in base.advice) for ids in listed}


@pytest.fixture(scope="module")
def folder(gone, tmp_path_factory):
    """The knowledge base that milepost comes with, with these lines withdrawn."""
    copy = tmp_path_factory.mktemp("withdrawn") / "kb"
    shutil.copytree(shipped.FOLDER, copy, ignore=shutil.ignore_patterns(".stored", "__pycache__"))
    for path in (copy / "advice").rglob("*.yaml"):
        text = path.read_text()
        for id in gone:
            text = text.replace(f"- id: {id}\n", f"- id: {id}\n    withdrawn: {ON}\n")
        path.write_text(text)
    return copy


@pytest.fixture(scope="module")
def kb(folder):
    return read(folder, outcomes=False)


def test_it_is_read_without_them(base, kb, folder, gone):
    assert set(kb.withdrawn) == gone and kb.advice.keys() == base.advice.keys() - gone
    assert read_to_ask(folder).advice.keys() == kb.advice.keys()


def test_nobody_is_told_one(base, kb, gone):
    consultant = Consultant(kb)
    with_one = [e for e in base.examples.values() if gone & {*e.shows}][:10]
    assert with_one
    for example in with_one:
        consultation = consultant.consult(Sheet(example.answers))
        assert gone.isdisjoint(consultation.conclusion.advice)


def test_no_page_no_map_and_no_program_holds_one(base, kb, gone):
    told = json.dumps([ledger.sources(kb), ledger.systems(kb, kb.systems), ledger.coverage(kb)]) + as_json(
        stages_of(kb)
    )
    printed = program(compiled(kb))
    for id in gone:
        assert f'"{id}"' not in told, id
        assert base.advice[id].say not in printed and f"advice {id}:" not in printed, id
    assert any(base.advice[id].say in program(compiled(base)) for id in gone)


def test_a_promise_that_needs_one_is_broken(kb, promised):
    assert isinstance(Prover(kb).prove(kb.promises[promised[0]]), Broken)


def test_check_names_the_promises_and_examples_that_need_one(folder, gone, promised):
    with pytest.raises(KnowledgeBaseFaulty) as raised:
        read(folder)
    named = [fault for fault in raised.value.faults if f"was withdrawn on {ON}" in fault.problem]
    assert {fault.problem.split("`")[1] for fault in named} <= gone
    assert any(
        f"`{promised[1]}`, which promise `{promised[0]}` " in fault.problem and fault.at.file.startswith("promises/")
        for fault in named
    )
    assert any("which example " in fault.problem and fault.at.file.startswith("examples/") for fault in named)
