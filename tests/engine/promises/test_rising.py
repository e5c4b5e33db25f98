"""Where two copies can differ is said rightly: whatever rises, something below it does."""

import random

from milepost.engine.circuit.evaluate import evaluate, input_atoms
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.promises.differing import Contact, Copy, Differing
from milepost.engine.promises.formula import promised
from tests.sheets import answers


def test_what_rises_does_so_where_something_below_it_does(any_base):
    circuit, pick = promised(any_base), random.Random(6)
    contact = Contact(circuit)
    possible = {key: answers(any_base, question) for key, question in any_base.questions.items()}
    seen = 0
    for question in any_base.questions.values():
        differing = Differing(contact, question)
        if not differing.opens:
            continue
        given = [answer for answer in possible[question.key] if not Sheet({question.key: answer}).is_unknown(question)]
        for _ in range(20):
            sheet = Sheet({key: pick.choice(some) for key, some in possible.items()})
            known = pick.choice(given)
            way = frozenset(input_atoms(circuit, Sheet({question.key: known})) & set(differing.inputs))
            unknown, other = (sheet.with_answer(question.key, answer) for answer in ("not_sure", known))
            here, there = (
                evaluate(contact.circuit, dict.fromkeys(input_atoms(circuit, s), 1)) for s in (unknown, other)
            )
            risen = {
                sign * (n + 1)
                for n, pair in enumerate(zip(here, there, strict=True))
                for sign in (1, -1)
                if sign * (pair[0] - pair[1]) > 0
            }
            for rise in Copy(contact, [(differing, way)]).rises:
                if rise.literal in risen:
                    seen += 1
                    assert risen & set(rise.below), (question.key, rise)
    assert seen or not any_base.promises
