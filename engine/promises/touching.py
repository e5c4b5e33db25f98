"""What each promise can depend on, read off the cones of influence."""

import msgspec

from milepost.engine.circuit.compile import RULE, Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.promises.formula import broken_by


class Reach(msgspec.Struct, frozen=True):
    """The questions and rules that a promise can depend on at all, each in its order."""

    questions: tuple[str, ...]
    rules: tuple[str, ...]


def reaches(circuit: Circuit) -> dict[str, Reach]:
    """For each promise what it can depend on, from the circuit with its gates."""
    found = {}
    for promise in circuit.kb.promises.values():
        gates, questions = cone(circuit, broken_by(circuit, promise))
        fired = {name for kind, name in (circuit.names[gate.atom] for gate in gates) if kind == RULE}
        found[promise.id] = Reach(tuple(questions), tuple(id for id in circuit.kb.rules if id in fired))
    return found
