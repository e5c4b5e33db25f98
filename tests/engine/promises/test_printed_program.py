"""The printed answer set program gives what experta and the circuit give, and one answer set for each way to answer."""

import shutil

import clingo
import hypothesis
import hypothesis.strategies as st
import pytest

from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.cone import sheets
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.asp import program
from tests.engine.chaining.advice import WholeChainer
from tests.engine.promises.in_clingo import Printed, answers, concluded, shown
from tests.engine.promises.planted import FAULTS, FOLDER, base_of
from tests.sheets import every_sheet, random_sheets, spread
from tests.tiers import thorough


@pytest.fixture(scope="module")
def printed(base):
    """The program of the knowledge base milepost comes with."""
    return Printed(base)


def test_small_knowledge_bases_have_one_answer_set_for_each_way_to_answer(small):
    exhaustively(small)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_so_have_those_with_a_planted_fault(fault):
    exhaustively(base_of(fault))


def exhaustively(kb):
    """Each answer set is that of one sheet, with what the circuit concludes from it, and no sheet is left over.

    As experta does on 400 of them at most; it takes long.
    """
    printed, chainer, circuit = Printed(kb), WholeChainer(kb), compiled(kb)
    for sheet in spread(every_sheet(kb), 400):
        assert chainer.conclude(sheet) == conclude(circuit, sheet)
    expected = {}
    for sheet in every_sheet(kb):
        terms = frozenset(term for term, holds in answers(kb, sheet).items() if holds)
        expected[terms] = shown(conclude(circuit, sheet))
    found = [
        (frozenset(t for t in terms if t.startswith(("answer(", "ticked(", "unsure("))), concluded(terms))
        for terms in printed.answer_sets()
    ]
    assert len(found) == len(expected) == sheets(kb)
    assert dict(found) == expected
    assert printed.complaints == []


def test_random_sheets(base, printed):
    """With the circuit; that experta agrees with it on such sheets is tried in test_readings_agree.py."""
    circuit, seen = compiled(base), []

    @hypothesis.seed(1)
    @hypothesis.settings(max_examples=35, deadline=None, database=None, phases=[hypothesis.Phase.generate])
    @hypothesis.given(st.data())
    def agree(data):
        sheet = data.draw(random_sheets(base))
        conclusion = conclude(circuit, sheet)
        assert [concluded(terms) for terms in printed.answer_sets(answers(base, sheet))] == [shown(conclusion)]
        seen.append(conclusion.step)

    agree()
    assert len(seen) >= 35 and len(set(seen)) >= 8


@thorough
def test_every_third_example(base, printed):
    circuit = compiled(base)
    for example in list(base.examples.values())[::3]:
        sheet = Sheet(example.answers)
        assert [concluded(terms) for terms in printed.answer_sets(answers(base, sheet))] == [
            shown(conclude(circuit, sheet))
        ], example.id


def test_it_says_which_rule_a_line_is_of(base):
    text = program(compiled(base))
    for rule in base.rules.values():
        assert f"\n% rule {rule.id}: {rule.because}\n" in text
    for line in base.advice.values():
        assert f"\n% advice {line.id}: {line.say}\n" in text
    assert base.digest in text.splitlines()[0]


def test_a_rule_that_never_fires_brings_no_complaint(tmp_path):
    folder = shutil.copytree(FOLDER.parents[1] / "small" / "ladder", tmp_path / "kb")
    text = (folder / "rungs.yaml").read_text()
    never = "  - {id: step-never, when: {gear: {not: [full, some, bare, not_shown]}}, then: {step: look}, because: No., sources: [s-1], reviewed: 2026-11-22}\n"
    (folder / "rungs.yaml").write_text(text.replace("steps:\n", f"{never}steps:\n", 1))
    kb = read(folder)
    assert Printed(kb).complaints == []
    without = program(compiled(kb)).replace("#defined fires/1.\n", "")
    complaints = []
    control = clingo.Control(logger=lambda _, message: complaints.append(message))
    control.add("base", [], without)
    control.ground([("base", [])])
    assert complaints, "clingo names a term that is the head of no rule"
