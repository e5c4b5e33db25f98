"""The circuits of mutants beside that of the whole knowledge base, as clauses for CaDiCaL.

It is known already that no promise of the whole is broken, and the solver is told so: where a mutant has the same
gates, nothing is to be proved again.
"""

import time
from collections.abc import Iterable

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Literal
from milepost.engine.mutation.changed import Changed
from milepost.engine.mutation.harm import Way
from milepost.engine.solver.clauses import Clauses, renamed
from milepost.engine.solver.solve import FOUND

# Clauses of circuits that are done with slow a solver down; with so many times its variables it begins anew.
AT_ONCE = 4
SECONDS = 600


class Beside:
    """Clauses of the whole and of one mutant after another; `kept` are atoms that hold for no sheet of the whole."""

    def __init__(self, circuit: Circuit, kept: Iterable[int]):
        self._circuit, self._kept = circuit, tuple(kept)
        self._copy: dict[int, Literal] = {}
        self._begin()

    def put(self, changed: Changed) -> None:
        """Put the gates of a mutant beside the whole; what is asked next is about it."""
        if self._clauses.variables > AT_ONCE * self._variables:
            self._begin()
        self._copy = self._clauses.copy(changed.gates, ())

    def one_of(self, ways: Iterable[Way], unless: Iterable[Way] = ()) -> int | None:
        """Return the place of a way that is met for some sheet, where none of `unless` is; None if there is none."""
        blocked = self._clauses.new_variable()
        self._clauses.define(blocked, tuple(tuple(self._literals(way)) for way in unless))
        met = []
        for way in ways:
            met.append(self._clauses.new_variable())
            for literal in self._literals(way):
                self._clauses.add(-met[-1], literal)
            if way.step_kept:
                self._clauses.add(-met[-1], -blocked)
        if not met:
            return None
        some = self._clauses.new_variable()
        self._clauses.add(-some, *met)
        if self._clauses.decide([some], time.process_time() + SECONDS) != FOUND:
            return None
        held = self._clauses.model()
        return next(place for place, variable in enumerate(met) if variable in held)

    def _begin(self) -> None:
        self._clauses = Clauses(self._circuit)
        self._variables = self._clauses.variables
        for atom in self._kept:
            self._clauses.add(-(atom + 1))

    def _literals(self, way: Way) -> list[Literal]:
        return [*way.whole, *(renamed(literal, self._copy) for literal in way.mutant)]
