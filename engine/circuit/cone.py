"""The cone of influence: what an atom of the circuit can depend on at all (Clarke, Grumberg and Peled, 1999)."""

from collections.abc import Collection, Container, Iterable, Mapping
from math import prod

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Gate, Literal, renumbered
from milepost.engine.circuit.lean import lean
from milepost.engine.meaning.states import states
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question


def cone(circuit: Circuit, targets: Iterable[int]) -> tuple[list[Gate], list[str]]:
    """The gates, in order, and the questions, in the order of asking, that the target atoms can depend on."""
    looked_at, reached, gates = circuit.looked_at, set(targets), []
    for gate in reversed(circuit.gates):  # what looks at a gate comes after it
        if gate.atom in reached:
            if gate.atom not in looked_at:
                looked_at[gate.atom] = frozenset([abs(part) - 1 for way in gate.any_of for part in way])
            reached |= looked_at[gate.atom]
            gates.append(gate)
    gates.reverse()
    return gates, [key for key, atoms in circuit.inputs.items() if not reached.isdisjoint(atoms)]


def part(circuit: Circuit, targets: Iterable[int]) -> Circuit:
    """Return the circuit with those gates only that the target atoms can depend on; atoms keep their numbers."""
    return msgspec.structs.replace(circuit, gates=tuple(cone(circuit, targets)[0]))


def compacted(circuit: Circuit, targets: Iterable[int]) -> Circuit:
    """Return the circuit of its own that `part` is: atoms have other numbers, and those that are left out have none.

    What works it out has no values to hand back but of these.
    """
    inputs = (atom for atoms in circuit.inputs.values() for atom in atoms)
    gates, now = renumbered(inputs, cone(circuit, targets)[0])
    number = {literal - 1: new - 1 for literal, new in now.items() if literal > 0}
    return msgspec.structs.replace(
        circuit,
        names=tuple(circuit.names[atom] for atom in number),
        index={circuit.names[atom]: new for atom, new in number.items()},
        inputs={key: tuple(number[atom] for atom in atoms) for key, atoms in circuit.inputs.items()},
        gates=tuple(gates),
        safety=tuple(number[atom] for atom in circuit.safety if atom in number),
    )


def lean_part(circuit: Circuit, targets: Collection[int]) -> Circuit:
    """Return a circuit of its own for the target atoms, of as few gates as these need."""
    gates = tuple(lean(cone(circuit, targets)[0], targets))
    return compacted(msgspec.structs.replace(circuit, gates=gates), targets)


def absorbed(circuit: Circuit, enough: Mapping[int, Container[int]]) -> Circuit:
    """Return the circuit without those ways to some atoms that need another one: `a or (a and b)` is `a`.

    `enough` has for each of these atoms others that are known to make it hold. Of a way with several literals nothing
    is seen.
    """
    gate_of = circuit.gate_of

    def needs(literal: Literal, others: Container[int]) -> bool:
        """Can it be seen that one of the others holds wherever this literal does?"""
        gate = gate_of.get(literal - 1)
        return gate is not None and all(
            any(part - 1 in others or needs(part, others) for part in way) for way in gate.any_of
        )

    def kept(gate: Gate) -> Gate:
        others = enough[gate.atom]
        return Gate(gate.atom, tuple(way for way in gate.any_of if len(way) > 1 or not needs(way[0], others)))

    gates = (kept(gate) if gate.atom in enough else gate for gate in circuit.gates)
    return msgspec.structs.replace(circuit, gates=tuple(gates))


def downstream(gates: Iterable[Gate], atoms: Iterable[int]) -> set[int]:
    """Return the atoms of those gates, given in order, that can depend on some atoms."""
    touched = set(atoms)
    reached = set()
    for gate in gates:
        if any(abs(literal) - 1 in touched for way in gate.any_of for literal in way):
            touched.add(gate.atom)
            reached.add(gate.atom)
    return reached


def inputs_below(gates: Iterable[Gate], inputs: Iterable[int]) -> dict[int, int]:
    """Return for some inputs, and for each atom of gates given in order, on which of these it can depend.

    Bit n stands for the input that is atom n.
    """
    below = {atom: 1 << atom for atom in inputs}
    for gate in gates:
        found = 0
        for way in gate.any_of:
            for literal in way:
                found |= below[abs(literal) - 1]
        below[gate.atom] = found
    return below


def ways_to_answer(kb: KnowledgeBase, question: Question) -> int:
    """In how many ways, unknown included, rules can read an answer to a question."""
    found = len(question.options) if question.is_open else len(states(kb, question))
    return 1 << found if question.type == "many" else found


def sheets(kb: KnowledgeBase, questions: Iterable[str] | None = None) -> int:
    """The number of answer sheets over some questions, or all, that rules can tell apart."""
    return prod(ways_to_answer(kb, kb.questions[key]) for key in (kb.questions if questions is None else questions))
