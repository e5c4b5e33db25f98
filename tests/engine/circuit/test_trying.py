"""What trying finds is there: two answers to a question that differ in a target."""

import random

from milepost.engine.circuit.compile import Compiler, compiled
from milepost.engine.circuit.evaluate import evaluate, input_atoms
from milepost.engine.circuit.trying import Trials
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.relevance import Relevance, deciding_targets, refining_targets
from tests.sheets import every_sheet


def test_no_difference_is_made_up(small):
    """On small knowledge bases, against every pair of whole sheets that differ in one answer."""
    circuit, pick = compiled(small), random.Random(4)
    targets = deciding_targets(circuit)
    trials, whole = Trials(circuit, targets), list(every_sheet(small))
    values = []
    for sheet in whole:
        bits = evaluate(circuit, dict.fromkeys(input_atoms(circuit, sheet), 1))
        values.append((sheet, tuple(bits[atom] for atom in targets)))
    for sheet in pick.sample(whole, min(10, len(whole))):
        begun = {key: answer for key, answer in sheet.answers.items() if pick.random() < 0.5}
        for key in trials._questions:
            rest = {k: answer for k, answer in begun.items() if k != key}
            by_the_others: dict[tuple, set[tuple]] = {}
            for other, value in values:
                if all(other.answers[k] == answer for k, answer in rest.items()):
                    beside = tuple(answer for k, answer in other.answers.items() if k != key)
                    by_the_others.setdefault(beside, set()).add(value)
            if trials.differ(key, begun):
                assert any(len(found) > 1 for found in by_the_others.values()), (key, begun)


def test_most_that_matter_are_found_without_a_solver(base, monkeypatch):
    circuit = compiled(base)
    relevance = Relevance(circuit, deciding_targets(circuit))
    first = next(iter(base.questions))
    assert relevance._trials[-1].differ(first, {})
    monkeypatch.delattr(Relevance, "_copies")
    assert relevance.matters(first, {})


def test_a_question_that_is_not_looked_at_never_differs(base):
    circuit = compiled(base)
    trials = Trials(circuit, deciding_targets(circuit))
    given = dict(next(iter(base.examples.values())).answers)
    for key in set(base.questions) - set(trials._questions):
        assert not trials.differ(key, given) and not trials.differ(key, Sheet().answers)


def test_what_is_compiled_tries_the_same(any_base):
    circuits = Compiler(any_base).circuit(), Compiler(any_base).circuit()
    circuits[1].prepare()
    seldom, often = (Trials(circuit, deciding_targets(circuit)) for circuit in circuits)
    for example in list(any_base.examples.values())[:3]:
        begun = dict(list(example.answers.items())[::2])
        for key in any_base.questions:
            assert list(seldom._tried((key,), begun)) == list(often._tried((key,), begun))
            assert seldom.reached(key, begun) == often.reached(key, begun)


def test_several_that_are_tried_at_once_differ_as_each_by_itself(any_base):
    circuit, pick = Compiler(any_base).circuit(), random.Random(5)
    trials = Trials(circuit, refining_targets(circuit))
    for example in list(any_base.examples.values())[:3]:
        begun = dict(list(example.answers.items())[::2])
        keys = pick.sample(list(any_base.questions), min(6, len(any_base.questions)))
        alone = {key for key in keys if trials.differ(key, begun)}
        assert trials.differing(keys, begun) == alone, example.id
        assert len(trials._beside) <= len({len(states) for states in trials._states.values()})
