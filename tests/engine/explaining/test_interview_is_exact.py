"""The interview asks exactly what can matter: what it leaves out cannot change the outcome, what it asks can."""

import hypothesis
import pytest

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.relevance import Relevance, deciding_targets, refining_targets
from tests.sheets import answers, every_sheet, random_sheets
from tests.tiers import thorough

ANY = hypothesis.settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=[hypothesis.Phase.generate],
)


def complete(kb, sheet):
    return Sheet({key: sheet.answers.get(key, "not_sure") for key in kb.questions})


def safety(kb, conclusion):
    return conclusion.step, [id for id in conclusion.advice if kb.advice[id].safety]


@thorough
def test_the_outcome_is_that_of_the_complete_sheet(base, interview):
    circuit = compiled(base)

    @hypothesis.seed(0)
    @ANY
    @hypothesis.given(random_sheets(base))
    def same(sheet):
        whole = complete(base, sheet)
        replay = interview.replay(whole)
        asked, full = conclude(circuit, replay.sheet), conclude(circuit, whole)
        assert asked.step == full.step
        if not base.steps[full.step].ends_interview:
            assert safety(base, asked) == safety(base, full)

    same()


@thorough
def test_with_refining_answers_all_advice_is_that_of_the_complete_sheet(base, interview):
    circuit = compiled(base)
    for example in list(base.examples.values())[::40]:
        whole = complete(base, Sheet(example.answers))
        full = conclude(circuit, whole)
        if not base.steps[full.step].ends_interview:
            fitted = conclude(circuit, interview.replay(whole, refining=len(base.questions)).sheet)
            assert (fitted.step, fitted.advice) == (full.step, full.advice)


@thorough
def test_two_completions_show_why_each_question_was_asked(base, interview):
    circuit = compiled(base)
    relevance = Relevance(circuit, deciding_targets(circuit))
    for example in list(base.examples.values())[::60]:
        whole = complete(base, Sheet(example.answers))
        so_far = Sheet()
        asked = [key for key in interview.replay(whole).asked if not base.questions[key].asked]
        for key in asked:
            found = relevance.witness(key, so_far.answers)
            if not found:
                # It is asked because of what somebody came with, whether or not it can decide.
                first = [whole.answers[k] for k, question in base.questions.items() if question.asked == "first"]
                assert set(first) & set(base.questions[key].asked_with), key
                so_far = so_far.with_answer(key, whole.answers[key])
                continue
            one, other = found
            assert {k for k in base.questions if one.answers[k] != other.answers[k]} == {key}
            assert all(
                one.answers[k] == a for k, a in so_far.answers.items() if k in relevance.questions and k != key
            ) or matches(circuit, one, so_far)
            assert safety(base, conclude(circuit, one)) != safety(base, conclude(circuit, other))
            so_far = so_far.with_answer(key, whole.answers[key])


def matches(circuit, sheet, so_far):
    """Are the answers so far kept, as far as rules can tell?"""
    from milepost.engine.circuit.evaluate import input_atoms

    keys = [k for k in so_far.answers]
    ours, theirs = input_atoms(circuit, so_far), input_atoms(circuit, sheet)
    return all(
        {a for a in circuit.inputs[k] if a in ours} == {a for a in circuit.inputs[k] if a in theirs}
        or sheet.answers[k] == "not_sure"
        for k in keys
    )


@pytest.mark.parametrize("targets", [deciding_targets, refining_targets])
def test_against_trying_every_sheet_of_small_knowledge_bases(small, targets):
    """Brute force is the oracle: for partial sheets, a question matters exactly if trying all completions says so."""
    circuit = compiled(small)
    relevance = Relevance(circuit, targets(circuit))
    wanted = [circuit.names[atom] for atom in targets(circuit)]
    outcome = {tuple(sheet.answers.items()): _outcome(circuit, sheet, wanted) for sheet in every_sheet(small)}
    keys = list(small.questions)
    partial = [{}] + [{key: answer} for key in keys for answer in answers(small, small.questions[key])]
    for given in partial:
        for key in (k for k in keys if k not in given):
            groups: dict[tuple, set] = {}
            for sheet, result in outcome.items():
                if all(dict(sheet)[k] == a for k, a in given.items()):
                    groups.setdefault(tuple(pair for pair in sheet if pair[0] != key), set()).add(result)
            assert relevance.matters(key, given) == any(len(results) > 1 for results in groups.values()), (key, given)


def _outcome(circuit, sheet, wanted):
    conclusion = conclude(circuit, sheet)
    held = {("step", conclusion.step), *(("Shown", id) for id in conclusion.advice)}
    return tuple(name in held for name in wanted)
