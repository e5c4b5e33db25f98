"""The reasons are exact: the answers shown force the step, and none of them can be left out."""

import random
from itertools import combinations, product

import hypothesis
import pytest

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude, held_atoms
from milepost.engine.explaining.contrast import barred, changeable, changes, kept
from milepost.engine.explaining.explain import Explainer
from milepost.engine.explaining.sufficient import deciding_answers, forcing
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import HANDS
from tests.sheets import answers, every_sheet, random_sheets
from tests.tiers import sampled, thorough


def asked(base, interview, sheet):
    return interview.replay(Sheet({key: sheet.answers.get(key, "not_sure") for key in base.questions})).sheet


def check(base, explainer, sheet):
    circuit, step = compiled(base), conclude(compiled(base), sheet).step
    deciding = deciding_answers(explainer.space, explainer.variants, sheet, step, list(base.questions))
    assert deciding == deciding_answers(explainer.space, explainer.variants, sheet, step, list(base.questions))
    assert (
        forcing(explainer.space, explainer.space.given({key: sheet.answers[key] for key in deciding}), step) is not None
    )
    for key in deciding:
        rest = [k for k in deciding if k != key]
        other = explainer.space.possible(
            [
                *explainer.space.given({k: sheet.answers[k] for k in rest}),
                -explainer.space.literals[circuit.steps[step]],
            ]
        )
        # A sheet that keeps the rest and comes out otherwise, tried on the circuit: without this answer the rest is not enough.
        assert other is not None and conclude(circuit, other).step != step
    return deciding, step


@pytest.mark.parametrize("share", sampled(range(4), 1))
def test_on_examples(base, explainer, interview, share):
    rng = random.Random(7)
    circuit = compiled(base)
    possible = {key: answers(base, question) for key, question in base.questions.items()}
    for example in list(base.examples.values())[share * 12 :: 48]:
        sheet = asked(base, interview, Sheet(example.answers))
        deciding, step = check(base, explainer, sheet)
        for _ in range(10):  # whatever the other answers are, the step stays
            others = {key: rng.choice(some) for key, some in possible.items()}
            assert conclude(circuit, Sheet({**others, **{key: sheet.answers[key] for key in deciding}})).step == step


@thorough
def test_on_random_sheets(base, explainer):
    @hypothesis.seed(0)
    @hypothesis.settings(
        max_examples=30,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.generate],
    )
    @hypothesis.given(random_sheets(base))
    def exact(sheet):
        check(base, explainer, Sheet({key: sheet.answers.get(key, "not_sure") for key in base.questions}))

    exact()


@thorough
def test_what_would_change_it_does_and_offers_nothing_that_never_changes(base, explainer, interview):
    circuit = compiled(base)
    for example in list(base.examples.values())[::24]:
        sheet = asked(base, interview, Sheet(example.answers))
        step = conclude(circuit, sheet).step
        offered = changes(explainer.space, explainer.variants, sheet, step)
        assert len(offered) <= 3
        assert [len(c.answers) for c in offered] == sorted(len(c.answers) for c in offered)
        for change in offered:
            assert change.step != step
            assert conclude(circuit, Sheet({**sheet.answers, **change.answers})).step == change.step
            for key, answer in change.answers.items():
                assert base.questions[key].changes != "never"
                assert not Sheet({key: answer}).is_unknown(base.questions[key])
                # Subset-minimal: without this part of it the step stays.
                rest = {k: a for k, a in change.answers.items() if k != key}
                assert conclude(circuit, Sheet({**sheet.answers, **rest})).step == step


@thorough
def test_a_guard_answer_that_rang_no_alarm_is_never_offered(base, consultant, explainer, interview):
    for example in list(base.examples.values())[::32]:
        explanation = explainer.explain(consultant.consult(asked(base, interview, Sheet(example.answers))))
        assert not {key for change in explanation.changes for key in change.answers} & set(explanation.quiet)
        assert all(not left.steps for left in explanation.left_open if base.questions[left.question].guard)


def test_no_smaller_change_is_missed(small):
    """Against all sheets of small knowledge bases, in the order in which changes are to come."""
    circuit, explainer, pick = compiled(small), Explainer(small), random.Random(5)
    whole = list(every_sheet(small))
    steps = {tuple(sheet.answers.values()): conclude(circuit, sheet).step for sheet in whole}
    for sheet in pick.sample(whole, min(40, len(whole))):
        step = steps[tuple(sheet.answers.values())]
        free = [key for key, question in small.questions.items() if changeable(question)]
        allowed = {
            key: [
                answer
                for answer in answers(small, small.questions[key])
                if not held_atoms(circuit, Sheet({key: answer}), key)
                & set(barred(circuit, small.questions[key], sheet))
                and held_atoms(circuit, Sheet({key: answer}), key) >= set(kept(circuit, small.questions[key], sheet))
            ]
            for key in free
        }
        hands = {key: HANDS.index(small.questions[key].changes) for key in free}
        sets = [keys for size in range(1, len(free) + 1) for keys in combinations(free, size)]
        found = []
        for keys in sorted(sets, key=lambda keys: (len(keys), sum(map(hands.get, keys)))):
            others = (
                {**sheet.answers, **dict(zip(keys, new, strict=True))} for new in product(*map(allowed.get, keys))
            )
            if not any(set(smaller) <= set(keys) for smaller in found) and any(
                steps[tuple(other.values())] != step for other in others
            ):
                found.append(keys)
        offered = changes(explainer.space, explainer.variants, sheet, step)
        assert [set(change.answers) for change in offered] == [set(keys) for keys in found[:3]], dict(sheet.answers)
        for change in offered:
            assert conclude(circuit, Sheet({**sheet.answers, **change.answers})).step == change.step != step
