"""Whether a question can still matter, exactly: two copies of the rules that differ only in its answer.

A question is deciding for a sheet if two completions that differ only in it differ in the step or in a safety line.
"""

from collections.abc import Mapping

import clingo

from milepost.engine.circuit.compile import SHOWN, Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import held_atoms
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.solver import asp
from milepost.engine.solver.search import sheet_of


def deciding_targets(circuit: Circuit) -> list[int]:
    """The atoms that deciding questions are about: the steps, and the safety lines."""
    kb = circuit.kb
    return [*circuit.steps.values()] + [circuit.index[SHOWN, a.id] for a in kb.advice.values() if a.safety]


def refining_targets(circuit: Circuit) -> list[int]:
    """The atoms that refining questions are about: all other advice."""
    return [circuit.index[SHOWN, a.id] for a in circuit.kb.advice.values() if not a.safety]


class Relevance:
    """Decides for each question whether it can matter to some target atoms; grounds each question's program once."""

    def __init__(self, circuit: Circuit, targets: list[int]):
        self.circuit = circuit
        self.gates, self.questions = cone(circuit, targets)
        self.targets = targets
        self._programs: dict[str, _TwoCopies | None] = {}

    def matters(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Are there two completions of these answers that differ only in the answer to `key` and in some target?"""
        if key not in self._programs:
            self._programs[key] = self._program(key)
        program = self._programs[key]
        return program is not None and program.differ(answers)

    def witness(self, key: str, answers: Mapping[str, Answer]) -> tuple[Sheet, Sheet] | None:
        """Two complete sheets as in `matters`; None if there are none."""
        self.matters(key, answers)
        program = self._programs[key]
        return program.witness(answers) if program is not None else None

    def _program(self, key: str) -> "_TwoCopies | None":
        touched = set(self.circuit.inputs[key])
        for gate in self.gates:
            if any(abs(literal) - 1 in touched for way in gate.any_of for literal in way):
                touched.add(gate.atom)
        targets = [atom for atom in self.targets if atom in touched]
        return _TwoCopies(self, key, touched, targets) if targets else None


class _TwoCopies:
    def __init__(self, relevance: Relevance, key: str, touched: set[int], targets: list[int]):
        self.circuit = circuit = relevance.circuit
        self.key, self.touched = key, touched
        named, other = self.named, self.other
        gates, questions = cone(circuit, targets)
        self.shared = [q for q in questions if q != key]
        lines = [*asp.choices(circuit, questions, named), *asp.choices(circuit, [key], other), *asp.rules(gates, named)]
        lines += asp.rules([gate for gate in gates if gate.atom in touched], other)
        for atom in targets:
            lines += [f"differ :- {named(atom)}, not {other(atom)}.", f"differ :- {other(atom)}, not {named(atom)}."]
        lines.append(":- not differ.")
        self.control = clingo.Control(["--warn=none"], logger=lambda *_: None)
        self.control.add("base", [], "\n".join(lines))
        self.control.ground([("base", [])])
        literals = {str(atom.symbol): atom.literal for atom in self.control.symbolic_atoms}
        self.literals = {atom: literals[named(atom)] for q in self.shared for atom in circuit.inputs[q]}

    def differ(self, answers: Mapping[str, Answer]) -> bool:
        """Is there a witness?"""
        return bool(self.control.solve(assumptions=self._assumed(answers)).satisfiable)

    def witness(self, answers: Mapping[str, Answer]) -> tuple[Sheet, Sheet] | None:
        """Two sheets that differ in the question only, and in some target."""
        found: list[set[str]] = []

        def keep(model: clingo.Model) -> bool:
            found.append({str(symbol) for symbol in model.symbols(atoms=True)})
            return False

        self.control.solve(assumptions=self._assumed(answers), on_model=keep)
        if not found:
            return None
        questions = [*self.shared, self.key]
        atoms = [atom for q in questions for atom in self.circuit.inputs[q]]
        return tuple(
            sheet_of(self.circuit, questions, {atom for atom in atoms if named(atom) in found[0]})
            for named in (self.named, self.other)
        )

    def _assumed(self, answers: Mapping[str, Answer]) -> list[int]:
        sheet = Sheet(answers)
        assumed = []
        for key in self.shared:
            if key in answers:
                held = held_atoms(self.circuit, sheet, key)
                assumed += [
                    self.literals[atom] if atom in held else -self.literals[atom] for atom in self.circuit.inputs[key]
                ]
        return assumed

    def named(self, atom: int) -> str:
        return asp.term(self.circuit, atom)

    def other(self, atom: int) -> str:
        """The term of an atom in the second copy; what the question cannot touch is shared."""
        return f"other({self.named(atom)})" if atom in self.touched else self.named(atom)
