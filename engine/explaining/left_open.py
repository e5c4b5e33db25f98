"""What knowing would change: for each answer left open, the other steps that some known answer would lead to."""

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.solver.space import Space


class LeftOpen(msgspec.Struct, frozen=True):
    """A question answered with an unknown. `steps` maps known answers to the other step each would lead to.

    For a guard question `steps` is empty: telling which answer opens which door would lead people past the guard.
    """

    question: str
    steps: dict[Answer, str]


def left_open(circuit: Circuit, space: Space, sheet: Sheet, step: str) -> list[LeftOpen]:
    """The unknown answers of a sheet that can matter for the step, in the order of asking."""
    kb = circuit.kb
    found = []
    for key in space.questions:
        question = kb.questions[key]
        if key not in sheet.answers or not sheet.is_unknown(question):
            continue
        steps = {known: conclude(circuit, sheet.with_answer(key, known)).step for known in known_answers(kb, question)}
        others = {known: other for known, other in steps.items() if other != step}
        if others:
            found.append(LeftOpen(key, {} if question.guard else others))
    return found
