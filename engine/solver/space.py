"""The space of all completions of a sheet: made once for some target atoms, then asked any number of times."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.solve import Program


class Space:
    """All sheets, and what follows from them for some target atoms of the circuit.

    `questions` are those that the targets can depend on; `literals` has the literal of every atom that stands for
    something here, and `question_of` the question of each literal that stands for a state of one.
    """

    def __init__(self, circuit: Circuit, targets: Iterable[int]):
        self.circuit = circuit
        gates, self.questions = cone(circuit, targets)
        self._program = Program(circuit)
        self.literals: dict[int, int] = {}
        self.question_of: dict[int, str] = {}
        with self._program.add() as rules:
            for key in self.questions:
                answers = rules.answers(key)
                self.literals |= answers
                self.question_of |= dict.fromkeys(answers.values(), key)
            self.literals |= rules.gates(gates, self.literals)

    def given(self, answers: Mapping[str, Answer]) -> Iterator[int]:
        """Yield the literals that fix some answers; those that do not matter here are left out."""
        return fixed(self.circuit, {key: answers[key] for key in self.questions if key in answers}, self.literals)

    def possible(self, assumed: Iterable[int]) -> Sheet | None:
        """Return a complete sheet for which all these literals hold; None if there is none."""
        return completed(self.circuit, self._program, assumed, self.questions, self.literals)

    def is_possible(self, assumed: Iterable[int]) -> bool:
        """Return whether there is a sheet for which all these literals hold."""
        return self._program.is_possible(assumed)

    def held(self, assumed: Iterable[int], among: Collection[int]) -> set[int] | None:
        """Return those of some literals that hold for a sheet for which all the assumed ones do; None without one."""
        return self._program.held(assumed, among)

    def core(self, assumed: Iterable[int]) -> set[int] | None:
        """Return some of these literals that hold together for no sheet; None if all of them do for one."""
        return self._program.core(assumed)


def fixed(circuit: Circuit, answers: Mapping[str, Answer], literals: Mapping[int, int]) -> Iterator[int]:
    """Yield the literals that fix these answers."""
    for key, answer in answers.items():
        is_many = circuit.kb.questions[key].type == "many"
        for atom, holds in zip(circuit.inputs[key], circuit.answers.of(key, answer), strict=True):
            if holds:
                yield literals[atom]
            elif is_many:  # of the others, one that holds rules out the rest
                yield -literals[atom]


def completed(
    circuit: Circuit, program: Program, assumed: Iterable[int], questions: list[str], literals: Mapping[int, int]
) -> Sheet | None:
    """Return a complete sheet over some questions, from an answer set with the assumed literals; None without one."""
    atoms = {literals[atom]: atom for key in questions for atom in circuit.inputs[key]}
    held = program.held(assumed, atoms)
    return None if held is None else sheet_of(circuit, questions, {atoms[literal] for literal in held})
