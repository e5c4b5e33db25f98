"""The cone of influence: what an atom of the circuit can depend on at all (Clarke, Grumberg and Peled, 1999)."""

from collections.abc import Iterable
from math import prod

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Gate
from milepost.engine.meaning.states import states
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question


def cone(circuit: Circuit, targets: Iterable[int]) -> tuple[list[Gate], list[str]]:
    """The gates, in order, and the questions, in the order of asking, that the target atoms can depend on."""
    gate_of, reached = circuit.gate_of, set(targets)
    waiting = list(reached)
    while waiting:
        gate = gate_of.get(waiting.pop())
        below = {abs(literal) - 1 for way in gate.any_of for literal in way} - reached if gate else ()
        reached.update(below)
        waiting.extend(below)
    gates = [gate for gate in circuit.gates if gate.atom in reached]
    return gates, [key for key, atoms in circuit.inputs.items() if not reached.isdisjoint(atoms)]


def part(circuit: Circuit, targets: Iterable[int]) -> Circuit:
    """Return the circuit with those gates only that the target atoms can depend on; atoms keep their numbers."""
    return msgspec.structs.replace(circuit, gates=tuple(cone(circuit, targets)[0]))


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
