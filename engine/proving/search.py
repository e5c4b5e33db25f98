"""Searching for a sheet for which an atom holds, the one with the fewest known answers first."""

from collections.abc import Container, Iterable

import msgspec

from engine.circuit.compile import UNKNOWN, Circuit
from engine.consultation.sheet import Answer, Sheet
from engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY
from engine.proving import asp
from engine.proving.cone import cone
from engine.proving.solve import FOUND, solve


class Search(msgspec.Struct, frozen=True):
    """`status` as of clingo; `sheet` is complete, with what does not matter left not sure; `simplest`: no sheet has fewer known answers."""

    status: str
    sheet: Sheet | None = None
    simplest: bool = False


def status(circuit: Circuit, target: int, deadline: float) -> str:
    """Whether the target atom holds for some sheet, as a status of clingo."""
    return solve("\n".join(_program(circuit, target)), deadline).status


def simplest(circuit: Circuit, target: int, deadline: float) -> Search:
    """The sheet with the fewest known answers for which the target atom holds, if there is one.

    Where the time is too short to be sure that none has fewer, the sheet is one that was met.
    """
    lines = _program(circuit, target)
    answer = solve("\n".join(lines), deadline)
    if answer.status != FOUND:
        return Search(answer.status)
    _, questions = cone(circuit, [target])
    fewest = solve("\n".join([*lines, fewest_known(circuit, questions)]), deadline)
    answer = fewest if fewest.status == FOUND else answer
    held = {atom for key in questions for atom in circuit.inputs[key] if asp.term(circuit, atom) in answer.atoms}
    return Search(FOUND, sheet_of(circuit, questions, held), fewest.best)


def fewest_known(circuit: Circuit, questions: Iterable[str]) -> str:
    """A statement that asks for the fewest known answers; each ticked option counts, and so does being sure of the rest."""
    terms = []
    for key in questions:
        unknown = asp.term(circuit, circuit.index[key, UNKNOWN])
        terms.append(f"1,{unknown} : not {unknown}")
        if circuit.kb.questions[key].type == "many":
            ticked = [asp.term(circuit, circuit.index[key, option]) for option in circuit.kb.questions[key].options]
            terms += [f"1,{option} : {option}" for option in ticked]
    return "#minimize { " + "; ".join(terms) + " }." if terms else ""


def known_answers(sheet: Sheet) -> int:
    """How much is known in a sheet, counted in the same way."""
    known, unknown = 0, {NOT_SURE, RATHER_NOT_SAY}
    for answer in sheet.answers.values():
        given = set(answer) if isinstance(answer, tuple) else {answer}
        ticked = given - {NONE} - unknown if isinstance(answer, tuple) else ()
        known += len(ticked) + given.isdisjoint(unknown)
    return known


def sheet_of(circuit: Circuit, questions: Iterable[str], held: Container[int]) -> Sheet:
    """The complete sheet in which, over some questions, exactly these input atoms hold; the others are not sure."""
    answers: dict[str, Answer] = dict.fromkeys(circuit.kb.questions, NOT_SURE)
    for key in questions:
        names = [circuit.names[atom][1] for atom in circuit.inputs[key] if atom in held]
        question = circuit.kb.questions[key]
        if names == [UNKNOWN]:
            continue
        if question.type == "many":
            answers[key] = tuple(NOT_SURE if name == UNKNOWN else name for name in names) or (NONE,)
        else:
            answers[key] = int(names[0].partition("..")[0]) if question.type == "number" else names[0]
    return Sheet(answers)


def _program(circuit: Circuit, target: int) -> list[str]:
    gates, questions = cone(circuit, [target])

    def named(atom: int) -> str:
        return asp.term(circuit, atom)

    return [*asp.choices(circuit, questions, named), *asp.rules(gates, named), f":- not {named(target)}."]
