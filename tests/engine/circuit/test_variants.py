"""Variants of a sheet, worked out at once, come out as each of them does by itself."""

import random

from milepost.engine.circuit.compile import Compiler, compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.circuit.planes import planes
from milepost.engine.circuit.variants import Variants, other_rows
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Sheet
from tests.sheets import answers, every_sheet


def test_each_comes_out_as_it_does_by_itself(any_base):
    circuits = Compiler(any_base).circuit(), Compiler(any_base).circuit()
    circuits[1].prepare()
    given = [(key, answer) for key, q in any_base.questions.items() for answer in (*known_answers(any_base, q), None)]
    for example in list(any_base.examples.values())[:4]:
        sheet = Sheet(example.answers)
        steps = [conclude(circuits[0], sheet.with_answer(key, answer)).step for key, answer in given]
        for circuit in circuits:
            rows = [(key, circuit.answers.of(key, answer)) for key, answer in given]
            assert Variants(circuit).step_of_each(sheet, rows) == steps, example.id


def test_what_can_come_out_of_a_sheet_that_is_begun_is_what_the_planes_say(any_base):
    circuits = Compiler(any_base).circuit(), Compiler(any_base).circuit()
    circuits[1].prepare()
    pick = random.Random(3)
    for example in list(any_base.examples.values())[:4]:
        begun = Sheet({key: answer for key, answer in example.answers.items() if pick.random() < 0.5})
        for circuit in circuits:
            steps = Variants(circuit).steps(begun, [(key, None) for key in any_base.questions], begun=True)
            for place, key in enumerate(any_base.questions):
                found = [step for step, where in steps.items() if where >> place & 1]
                assert found == planes(circuits[0], begun.with_answer(key, None)).steps(), (example.id, key)


def test_other_rows_are_those_of_other_answers(small):
    circuit = compiled(small)
    for key, question in small.questions.items():
        rows = {circuit.answers.of(key, answer) for answer in answers(small, question)}
        for row in rows:
            others = set(other_rows(question, row))
            assert row not in others and others <= rows
            assert question.type == "many" or others == rows - {row}


def test_a_sheet_without_variants_has_none(small):
    assert Variants(compiled(small)).step_of_each(next(every_sheet(small)), []) == []
