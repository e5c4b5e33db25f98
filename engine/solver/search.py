"""Searching for a sheet for which an atom holds, the one with the fewest known answers first."""

from collections.abc import Container, Iterable

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.meaning.states import sheet_of as sheet_in_states
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import NONE, SAY_NOTHING, UNKNOWN
from milepost.engine.solver import asp
from milepost.engine.solver.solve import FOUND, Program, solve


class Search(msgspec.Struct, frozen=True):
    """`status` as of clingo; `sheet` is complete, with what does not matter left not sure.

    `simplest`: no sheet has fewer known answers.
    """

    status: str
    sheet: Sheet | None = None
    simplest: bool = False


class Finder:
    """Finds sheets for which atoms of one circuit hold; clingo is given each gate once, when it is first needed."""

    def __init__(self, circuit: Circuit):
        self._circuit = circuit
        self._program = Program(circuit)
        self._literals: dict[int, int] = {}

    def find(self, target: int, deadline: float) -> Search:
        """Return what is found of a sheet for which the target atom holds: any one, if there are several."""
        gates, questions = cone(self._circuit, [target])
        inputs = {key: self._circuit.inputs[key] for key in questions}
        with self._program.add() as rules:
            for key in questions:
                if not self._literals.keys() >= set(inputs[key]):
                    self._literals |= rules.answers(key)
            missing = [gate for gate in gates if gate.atom not in self._literals]
            self._literals |= rules.gates(missing, self._literals)
        atoms = {self._literals[atom]: atom for key in questions for atom in inputs[key]}
        status, true, _ = self._program.decide(atoms, deadline, [self._literals[target]])
        if status != FOUND:
            return Search(status)
        return Search(FOUND, sheet_of(self._circuit, questions, {atoms[literal] for literal in true}))


def simplest(circuit: Circuit, target: int, deadline: float) -> Search:
    """The sheet with the fewest known answers for which the target atom holds, if there is one.

    Where the time is too short to be sure that none has fewer, the sheet is one that was met.
    """
    gates, questions = cone(circuit, [target])

    def named(atom: int) -> str:
        return asp.term(circuit, atom)

    rules = [*asp.choices(circuit, questions, named), *asp.rules(gates, named), f":- not {named(target)}."]
    answer = solve("\n".join([*rules, fewest_known(circuit, questions)]), deadline)
    if answer.status != FOUND:
        return Search(answer.status)
    held = {atom for key in questions for atom in circuit.inputs[key] if named(atom) in answer.atoms}
    return Search(FOUND, sheet_of(circuit, questions, held), answer.best)


def fewest_known(circuit: Circuit, questions: Iterable[str]) -> str:
    """A statement that asks for the fewest known answers; each ticked option counts, as does being sure of the rest."""
    terms = []
    for key in questions:
        unknown = asp.term(circuit, circuit.index[key, UNKNOWN])
        terms.append(f"1,{unknown} : not {unknown}")
        if circuit.kb.questions[key].type == "many":
            ticked = [asp.term(circuit, circuit.index[key, option]) for option in circuit.kb.questions[key].options]
            terms += [f"1,{option} : {option}" for option in ticked]
    return "#minimize { " + "; ".join(terms) + " }." if terms else ""


def count_known(sheet: Sheet) -> int:
    """How much is known in a sheet, counted in the same way."""
    known = 0
    for answer in sheet.answers.values():
        given = set(answer) if isinstance(answer, tuple) else {answer}
        ticked = given - {NONE, *SAY_NOTHING} if isinstance(answer, tuple) else ()
        known += len(ticked) + given.isdisjoint(SAY_NOTHING)
    return known


def sheet_of(circuit: Circuit, questions: Iterable[str], held: Container[int]) -> Sheet:
    """The complete sheet in which, over some questions, exactly these input atoms hold; the others are not sure."""
    names = {key: [circuit.names[atom][1] for atom in circuit.inputs[key] if atom in held] for key in questions}
    return sheet_in_states(circuit.kb, names.items())
