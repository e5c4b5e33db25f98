"""The space of all completions of a sheet, asked by clingo: grounded once, then asked any number of times.

Each question put to it is a set of assumptions, so that what clingo has learnt is kept (multi-shot solving: Gebser,
Kaminski, Kaufmann and Schaub, 2019).
"""

from collections.abc import Iterable, Iterator, Mapping

import clingo

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.evaluate import held_atoms
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.solver import asp
from milepost.engine.solver.search import sheet_of


class Space:
    """All sheets, and what follows from them for some target atoms of the circuit."""

    def __init__(self, circuit: Circuit, targets: Iterable[int], more: Iterable[str] = ()):
        self.circuit = circuit
        self.gates, self.questions = cone(circuit, targets)
        lines = [*asp.choices(circuit, self.questions, self.named), *asp.rules(self.gates, self.named), *more]
        self.control = clingo.Control(["--warn=none"], logger=lambda *_: None)
        self.control.add("base", [], "\n".join(lines))
        self.control.ground([("base", [])])
        self._literals = {str(atom.symbol): atom.literal for atom in self.control.symbolic_atoms}

    def named(self, atom: int) -> str:
        return asp.term(self.circuit, atom)

    def literal(self, term: str) -> int | None:
        """The literal of a term; None where it can never hold."""
        return self._literals.get(term)

    def given(self, answers: Mapping[str, Answer]) -> Iterator[int]:
        """The literals that fix some answers; those that do not matter here are left out."""
        sheet = Sheet(answers)
        for key in self.questions:
            if key not in answers:
                continue
            held = held_atoms(self.circuit, sheet, key)
            for atom in self.circuit.inputs[key]:
                literal = self._literals[self.named(atom)]
                yield literal if atom in held else -literal

    def possible(self, literals: Iterable[int]) -> Sheet | None:
        """A complete sheet for which all these literals hold; None if there is none."""
        found: list[set[str]] = []

        def keep(model: clingo.Model) -> bool:
            found.append({str(symbol) for symbol in model.symbols(atoms=True)})
            return False

        self.control.solve(assumptions=list(literals), on_model=keep)
        if not found:
            return None
        held = {atom for key in self.questions for atom in self.circuit.inputs[key] if self.named(atom) in found[0]}
        return sheet_of(self.circuit, self.questions, held)

    def is_possible(self, literals: Iterable[int]) -> bool:
        """Is there a sheet for which all these literals hold?"""
        return bool(self.control.solve(assumptions=list(literals)).satisfiable)
