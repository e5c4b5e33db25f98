"""What would change it: the smallest sets of answers whose change gives another step (contrastive explanations).

See Ignatiev, Narodytska, Asher and Marques-Silva, "From contrastive to abductive explanations and back again" (2020).
"""

import time
from collections.abc import Collection, Iterator

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import conclude, held_atoms
from milepost.engine.meaning.states import state_of
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import HANDS, UNKNOWN, Question
from milepost.engine.solver import asp
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.solve import FOUND, solve

MOST = 3
PATIENCE = 20.0
NEVER = "never"


class Change(msgspec.Struct, frozen=True):
    """Answers that, changed together, lead to `step`; no part of them alone does."""

    answers: dict[str, Answer]
    step: str


def changes(circuit: Circuit, sheet: Sheet, step: str, fixed: Collection[str] = (), most: int = MOST) -> list[Change]:
    """The smallest changes to answers of a sheet that give another step, fewest answers first, at most so many.

    Only answers whose question says that they can change are changed, and none of the `fixed` ones; never to an unknown
    answer; and a number that only time changes never falls. Among equals what lies in the person's own hands comes first,
    then what time changes, then what others decide.
    """
    targets = list(circuit.steps.values())
    gates, questions = cone(circuit, targets)
    free = [
        key for key in questions if changeable(circuit.kb.questions[key]) and key in sheet.answers and key not in fixed
    ]

    def named(atom: int) -> str:
        return asp.term(circuit, atom)

    lines = [*asp.choices(circuit, free, named), *asp.rules(gates, named), f":- {named(circuit.steps[step])}."]
    for key in questions:
        held = held_atoms(circuit, Sheet({key: sheet.answers.get(key, "not_sure")}), key)
        if key not in free:
            lines += [f"{named(atom)}." for atom in sorted(held)]
            continue
        lines += [
            f"changed({key}) :- {'' if atom not in held else 'not '}{named(atom)}." for atom in circuit.inputs[key]
        ]
        lines += [f":- changed({key}), {named(atom)}." for atom in _barred(circuit, key, sheet)]
    lines.append("#minimize { 1@2,Q : changed(Q) }.")
    lines += [
        f"#minimize {{ {HANDS.index(circuit.kb.questions[key].changes)}@1,{key} : changed({key}) }}." for key in free
    ]
    found: list[Change] = []
    while len(found) < most:
        answer = solve("\n".join(lines), time.monotonic() + PATIENCE)
        if answer.status != FOUND:
            break
        keys = [key for key in free if f"changed({key})" in answer.atoms]
        held = {atom for key in keys for atom in circuit.inputs[key] if named(atom) in answer.atoms}
        new = {key: sheet_of(circuit, keys, held).answers[key] for key in keys}
        found.append(Change(new, conclude(circuit, Sheet({**sheet.answers, **new})).step))
        lines.append(":- " + ", ".join(f"changed({key})" for key in keys) + ".")
    return found


def changeable(question: Question) -> bool:
    """Can the answer to this question ever change?"""
    return question.changes != NEVER


def _barred(circuit: Circuit, key: str, sheet: Sheet) -> Iterator[int]:
    """The input atoms that a changed answer may not hold: unknown, and for what only time changes a smaller number."""
    yield circuit.index[key, UNKNOWN]
    question = circuit.kb.questions[key]
    if question.type == "number" and question.changes == "time" and not sheet.is_unknown(question):
        states = circuit.inputs[key]
        now = circuit.index[key, state_of(circuit.kb, question, sheet.answers[key])]
        yield from states[: states.index(now)]
