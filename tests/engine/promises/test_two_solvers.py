"""clingo and CaDiCaL read the circuit each for itself: a fault in the one is shown up by the other, and stops everything."""

import random
import time
from itertools import product

import pytest

from benchmarks.generated import generated
from milepost.cli.main import main
from milepost.engine.circuit.evaluate import evaluate, held_atoms, input_atoms
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.promises.differing import Differing
from milepost.engine.promises.formula import BROKEN, promised
from milepost.engine.promises.in_clauses import InClauses
from milepost.engine.promises.less_and_more import says_more, says_more_clauses
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Disagreement, agreed
from milepost.engine.promises.proving import Prover
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, UNDECIDED, Rules
from tests.engine.promises.planted import FOLDER, base_of
from tests.sheets import answers, every_sheet

HOLDS_BY_SOLVERS_ONLY = "no-line-goes-further-than-its-step"


@pytest.mark.parametrize("seed", range(4))
def test_the_clauses_say_of_a_sheet_what_the_circuit_does(seed):
    kb = generated(40, seed, questions=4)
    circuit = promised(kb)
    clauses = Clauses(circuit)
    for sheet in random.Random(seed).sample(list(every_sheet(kb)), 40):
        held = input_atoms(circuit, sheet)
        inputs = [atom for atoms in circuit.inputs.values() for atom in atoms]
        assumed = [atom + 1 if atom in held else -atom - 1 for atom in inputs]
        assert clauses.decide(assumed, time.process_time() + 60) == FOUND
        model, bits = clauses.model(), evaluate(circuit, dict.fromkeys(held, 1))
        assert [atom + 1 in model for atom in range(len(bits))] == list(map(bool, bits))


def test_the_clauses_have_one_answer_to_a_question_and_not_two():
    circuit = promised(generated(40, 0, questions=4))
    clauses = Clauses(circuit)
    single = next(atoms for key, atoms in circuit.inputs.items() if circuit.kb.questions[key].type != "many")
    assert clauses.decide([single[0] + 1, single[1] + 1], time.process_time() + 60) == HOLDS_NOWHERE
    assert clauses.decide([-atom - 1 for atom in single], time.process_time() + 60) == HOLDS_NOWHERE


def test_a_fault_in_the_clauses_is_shown_up_by_clingo(base, monkeypatch):
    prover, defined = Prover(base), Clauses.define
    broken = prover.circuit.index[BROKEN, HOLDS_BY_SOLVERS_ONLY] + 1

    def forgetful(self, variable, any_of):
        # Nothing says any more when this promise is broken.
        if variable != broken:
            defined(self, variable, any_of)

    monkeypatch.setattr(Clauses, "define", forgetful)
    with pytest.raises(Disagreement, match=f"CaDiCaL and clingo disagree about the promise `{HOLDS_BY_SOLVERS_ONLY}`"):
        prover.prove(base.promises[HOLDS_BY_SOLVERS_ONLY])


def test_a_fault_in_the_program_is_shown_up_by_cadical(base, monkeypatch):
    monkeypatch.setattr(Rules, "rule", without_negation)
    with pytest.raises(Disagreement, match=f"clingo and CaDiCaL disagree about the promise `{HOLDS_BY_SOLVERS_ONLY}`"):
        Prover(base).prove(base.promises[HOLDS_BY_SOLVERS_ONLY])


def without_negation(self, atom, *body, whole=Rules.rule):
    """A rule with all that must not hold left out."""
    whole(self, atom, *(literal for literal in body if literal > 0))


def test_a_fault_in_the_copies_is_shown_up(monkeypatch):
    kb = base_of(FOLDER / "unknown-guard-opens")
    promise = next(p for p in kb.promises.values() if p.unknown == "guard")
    assert Prover(kb).prove(promise).status == "broken"
    # In the clauses, the copy that knows is the one that does not.
    itself = {atom: atom + 1 for atom in range(len(promised(kb).names))}
    monkeypatch.setattr(Clauses, "copy", lambda self, gates, inputs: itself)
    with pytest.raises(Disagreement, match="clingo and CaDiCaL disagree"):
        Prover(kb).prove(promise)


def test_a_fault_in_the_copies_of_what_guards_nothing_is_shown_up(monkeypatch):
    kb = base_of(FOLDER / "unknown-answer-opens-more-than-any")
    promise = next(p for p in kb.promises.values() if p.unknown == "other")
    assert Prover(kb).prove(promise).status == "broken"
    # In the clauses, all that the copy has for itself is what the circuit says, whatever is answered.
    monkeypatch.setattr(
        InClauses, "_copied", lambda self, added: {atom: atom + 1 for atom in range(len(promised(kb).names))}
    )
    with pytest.raises(Disagreement, match="clingo and CaDiCaL disagree"):
        Prover(kb).prove(promise)


SAYS_MORE = sorted(path.parents[1] for path in FOLDER.glob("*/kb/promises.yaml") if "    more:" in path.read_text())


@pytest.mark.parametrize("fault", SAYS_MORE, ids=lambda path: path.name)
def test_a_fault_in_the_copy_that_says_more_is_shown_up(fault, monkeypatch):
    kb = base_of(fault)
    (promise,) = kb.promises.values()
    assert Prover(kb).prove(promise).status == "broken"
    # In the clauses, the copy that says more is the one that says less.
    itself = {atom: atom + 1 for atom in range(len(promised(kb).names))}
    monkeypatch.setattr(Clauses, "copy", lambda self, gates, inputs: itself)
    with pytest.raises(Disagreement, match="clingo and CaDiCaL disagree"):
        Prover(kb).prove(promise)


@pytest.mark.parametrize("fault", SAYS_MORE, ids=lambda path: path.name)
def test_what_says_more_is_the_same_in_clauses_and_on_answers(fault):
    kb = base_of(fault)
    circuit = promised(kb)
    for promise in kb.promises.values():
        for more in promise.more:
            question = kb.questions[more.question]
            clauses = list(says_more_clauses(circuit, more))
            sheets = [Sheet({question.key: answer}) for answer in answers(kb, question)]
            for one, other in product(sheets, repeat=2):
                held = [held_atoms(circuit, sheet, question.key) for sheet in (one, other)]
                met = all(any((p.atom in held[p.of_more]) == p.holds for p in clause) for clause in clauses)
                states = [states_held(kb, question, sheet) for sheet in (one, other)]
                assert met == says_more(kb, more, *states), (one, other)


def test_a_copy_that_changes_nothing_is_a_disagreement_and_no_endless_search(monkeypatch):
    monkeypatch.setattr(Differing, "needed", lambda self, held: self.ways[0])
    kb = base_of(FOLDER / "unknown-answer-opens-more-than-any")
    promise = next(p for p in kb.promises.values() if p.unknown == "other")
    with pytest.raises(Disagreement, match="a solver and the circuit disagree about not knowing the answer to"):
        Prover(kb).prove(promise)


@pytest.mark.parametrize("found, status, methods", [
    ({CLINGO: FOUND, CADICAL: FOUND}, FOUND, (CLINGO, CADICAL)),
    ({CLINGO: FOUND, CADICAL: UNDECIDED}, FOUND, (CLINGO,)),
    ({CLINGO: UNDECIDED, CADICAL: FOUND}, UNDECIDED, ()),
    ({CLINGO: HOLDS_NOWHERE, CADICAL: UNDECIDED, EVERY_SHEET: HOLDS_NOWHERE}, UNDECIDED, ()),
    ({CLINGO: UNDECIDED, CADICAL: HOLDS_NOWHERE}, UNDECIDED, ()),
    ({CLINGO: HOLDS_NOWHERE, CADICAL: HOLDS_NOWHERE}, HOLDS_NOWHERE, (CLINGO, CADICAL)),
])  # fmt: skip
def test_that_nothing_is_to_be_found_takes_both_solvers(found, status, methods):
    assert agreed("p", found) == type(agreed("p", found))(status, methods)


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_the_command_certifies_nothing_then(monkeypatch, capsys, arguments):
    monkeypatch.setattr(Rules, "rule", without_negation)
    assert main(["prove", HOLDS_BY_SOLVERS_ONLY, *arguments]) == 1
    out, err = capsys.readouterr()
    told = f"clingo and CaDiCaL disagree about the promise `{HOLDS_BY_SOLVERS_ONLY}`, so nothing is proved."
    assert told in (out if arguments else err) and "promises hold" not in out and "Traceback" not in err
