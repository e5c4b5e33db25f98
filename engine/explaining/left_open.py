"""What knowing would change: for each answer left open, the other steps that some known answer would lead to."""

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.variants import Variants
from milepost.engine.meaning.states import known_answers
from milepost.engine.model.answer_sheet import Answer, Sheet


class LeftOpen(msgspec.Struct, frozen=True):
    """A question answered with an unknown. `steps` maps known answers to the other step each would lead to.

    For a guard question `steps` is empty: telling which answer opens which door would lead people past the guard.
    """

    question: str
    steps: dict[Answer, str]


def left_open(circuit: Circuit, variants: Variants, sheet: Sheet, step: str) -> list[LeftOpen]:
    """The unknown answers of a sheet that can matter for the step, in the order of asking."""
    kb = circuit.kb
    unknown = [key for key in variants.questions if key in sheet.answers and sheet.is_unknown(kb.questions[key])]
    known = [(key, answer) for key in unknown for answer in known_answers(kb, kb.questions[key])]
    steps = variants.step_of_each(sheet, [(key, circuit.answers.of(key, answer)) for key, answer in known])
    others: dict[str, dict[Answer, str]] = {}
    for (key, answer), other in zip(known, steps, strict=True):
        if other != step:
            others.setdefault(key, {})[answer] = other
    return [LeftOpen(key, {} if kb.questions[key].guard else found) for key, found in others.items()]
