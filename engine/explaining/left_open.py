"""What knowing would change: for each answer left open, the other steps that some known answer would lead to."""

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import NONE, Question
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
        steps = {
            known: conclude(circuit, sheet.with_answer(key, known)).step
            for known in answers_to_try(question, kb.thresholds.get(key, ()))
        }
        others = {known: other for known, other in steps.items() if other != step}
        if others:
            found.append(LeftOpen(key, {} if question.guard else others))
    return found


def answers_to_try(question: Question, thresholds: tuple[int, ...]) -> list[Answer]:
    """Known answers to try: each option, or for numbers the least of each range; for `many` each option alone, and none."""
    if question.type == "number":
        return [question.minimum, *thresholds]
    if question.type == "many":
        return [(NONE,), *((option,) for option in question.options)]
    return list(question.options)
