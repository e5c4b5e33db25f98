"""Why this step: a subset-minimal set of answers that by itself forces it (an abductive explanation).

Found by deletion, as in Ignatiev, Narodytska and Marques-Silva, "Abduction-based explanations for machine learning
models" (AAAI 2019): an answer is dropped if the rest still leaves no completion with another step.
"""

from collections.abc import Sequence

from milepost.engine.circuit.planes import planes
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.space import Space


def deciding_answers(space: Space, sheet: Sheet, step: str, order: Sequence[str]) -> tuple[str, ...]:
    """The questions of `order` whose answers force the step, whatever else is answered; drop one, and they do not.

    `space` is over the steps. Answers late in the order are dropped first. Unknown answers count as answers.
    """
    kept = [key for key in order if key in sheet.answers and key in space.questions]
    for key in reversed(kept.copy()):
        rest = [k for k in kept if k != key]
        if forces(space, sheet, rest, step):
            kept = rest
    return tuple(kept)


def forces(space: Space, sheet: Sheet, keys: Sequence[str], step: str) -> bool:
    """Do the answers to these questions alone leave no completion with another step?"""
    answers = {key: sheet.answers[key] for key in keys}
    circuit = space.circuit
    if planes(circuit, Sheet(answers)).step() == step:
        return True
    target = space.literal(space.named(circuit.steps[step]))
    return not space.is_possible([*space.given(answers), -target])
