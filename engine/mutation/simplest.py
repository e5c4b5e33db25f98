"""The simplest person whom a mutant harms: a sheet with the fewest known answers on which its way to harm is met."""

import time

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Gate, Literal
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.mutation.changed import Changed
from milepost.engine.mutation.harm import Way
from milepost.engine.solver import search

MUTANT = "Mutant"


def simplest(circuit: Circuit, changed: Changed, way: Way, unless: list[Way], seconds: float) -> Sheet | None:
    """Return such a sheet on which none of `unless` is met, or the simplest that was met in time; None if none was."""
    both, target = joined(circuit, changed, way, unless)
    return search.simplest(both, target, time.process_time() + seconds).sheet


def joined(circuit: Circuit, changed: Changed, way: Way, unless: list[Way]) -> tuple[Circuit, int]:
    """Return a circuit with the mutant's gates beside those of the whole, and the atom that holds where it harms."""
    names, own = list(circuit.names), {gate.atom: len(circuit.names) + n for n, gate in enumerate(changed.gates)}

    def renamed(literal: Literal) -> Literal:
        atom = abs(literal) - 1
        return (own.get(atom, atom) + 1) * (1 if literal > 0 else -1)

    def literals(way: Way) -> tuple[Literal, ...]:
        return (*way.whole, *map(renamed, way.mutant))

    gates = [Gate(own[gate.atom], tuple(tuple(map(renamed, met)) for met in gate.any_of)) for gate in changed.gates]
    blocked = len(names) + len(gates)
    gates.append(Gate(blocked, tuple(map(literals, unless))))
    gates.append(Gate(blocked + 1, ((*literals(way), -(blocked + 1)),)))
    names += [(MUTANT, str(n)) for n in range(len(gates))]
    index = {name: atom for atom, name in enumerate(names)}
    gates = [*circuit.gates, *gates]
    return msgspec.structs.replace(circuit, names=tuple(names), index=index, gates=tuple(gates)), blocked + 1
