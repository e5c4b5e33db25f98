"""Why this step: a subset-minimal set of answers that by itself forces it (an abductive explanation).

Found by deletion, as in Ignatiev, Narodytska and Marques-Silva, "Abduction-based explanations for machine learning
models" (AAAI 2019): an answer is dropped if the rest still leaves no completion with another step. That it cannot be is
mostly seen without a solver, as another answer beside all the rest already leads to another step.
"""

from collections.abc import Collection, Iterable, Sequence

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.variants import Variants, other_rows
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.solver.space import Space


def deciding_answers(
    space: Space, variants: Variants, sheet: Sheet, step: str, order: Sequence[str]
) -> tuple[str, ...]:
    """The questions of `order` whose answers force the step, whatever else is answered; drop one, and they do not.

    `space` is over the steps. Answers late in the order are dropped first. Unknown answers count as answers.
    """
    kept = [key for key in order if key in sheet.answers and key in space.questions]
    given = {key: list(space.given({key: sheet.answers[key]})) for key in kept}
    needed = _needed(space.circuit, variants, sheet, step, kept)
    if forcing(space, (literal for key in needed for literal in given[key]), step) is not None:
        return tuple(key for key in kept if key in needed)
    enough: Collection[str] = kept
    for key in reversed(kept.copy()):
        if key in needed:
            continue
        rest = [k for k in kept if k != key]
        if key in enough:
            fewer = forcing(space, (literal for k in rest for literal in given[k]), step)
            if fewer is None:
                continue
            enough = fewer
        # What is enough without an answer stays so when that answer is dropped.
        kept = rest
    return tuple(kept)


def _needed(circuit: Circuit, variants: Variants, sheet: Sheet, step: str, among: Sequence[str]) -> set[str]:
    """Return questions to which another answer, beside all other answers of the sheet, leads to another step."""
    questions = circuit.kb.questions
    others = [
        (key, row) for key in among for row in other_rows(questions[key], circuit.answers.of(key, sheet.answers[key]))
    ]
    steps = variants.step_of_each(sheet, others)
    return {key for (key, _), other in zip(others, steps, strict=True) if other != step}


def forcing(space: Space, given: Iterable[int], step: str) -> set[str] | None:
    """Return questions of which these answers, as literals, leave no other step possible; None if all leave one."""
    another = -space.literals[space.circuit.steps[step]]
    core = space.core([*given, another])
    return None if core is None else {space.question_of[abs(literal)] for literal in core - {another}}
