"""Evaluating a circuit with `&`, `|` and `~` on whole numbers used as bit vectors: bit k belongs to the k-th sheet."""

from collections.abc import Iterable, Mapping, Sequence

from milepost.engine.circuit.compile import RULE, SHOWN, Circuit, Gate
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion


def evaluate(circuit: Circuit, given: Mapping[int, int], sheets: int = 1) -> list[int]:
    """The bit vector of every atom, from the vectors `given` of the inputs (absent ones are 0), for `sheets` sheets."""
    ones = (1 << sheets) - 1
    bits = [0] * len(circuit.names)
    for atom, vector in given.items():
        bits[atom] = vector
    settle(circuit.gates, bits, ones)
    return bits


def settle(gates: Iterable[Gate], bits: list[int], ones: int) -> None:
    """Sets the bit vector of each gate's atom, in order; `ones` has a bit set for every sheet."""
    for gate in gates:
        holds = 0
        for conjunction in gate.any_of:
            met = ones
            for literal in conjunction:
                met &= bits[literal - 1] if literal > 0 else ~bits[-literal - 1]
                if not met:
                    break
            holds |= met
        bits[gate.atom] = holds


def input_atoms(circuit: Circuit, sheet: Sheet) -> set[int]:
    """The input atoms that hold for a sheet; open answers read as unknown."""
    return {atom for key in circuit.kb.questions for atom in held_atoms(circuit, sheet, key)}


def held_atoms(circuit: Circuit, sheet: Sheet, key: str) -> set[int]:
    """The input atoms of one question that hold for a sheet."""
    return {circuit.index[key, state] for state in states_held(circuit.kb, circuit.kb.questions[key], sheet)}


def conclude(circuit: Circuit, sheet: Sheet) -> Conclusion:
    """What follows from one sheet."""
    return conclusion_of(circuit, evaluate(circuit, dict.fromkeys(input_atoms(circuit, sheet), 1)))


def conclusion_of(circuit: Circuit, bits: Sequence[int], sheet: int = 0) -> Conclusion:
    """The conclusion for the sheet at one bit position."""
    kb = circuit.kb

    def holds(kind: str, name: str) -> bool:
        return bool(bits[circuit.index[kind, name]] >> sheet & 1)

    return Conclusion(
        findings={key: value for key, finding in kb.findings.items() for value in finding.values if holds(key, value)},
        step=next((key for key, atom in circuit.steps.items() if bits[atom] >> sheet & 1), ""),
        fired=tuple(id for id in kb.rules if holds(RULE, id)),
        advice=tuple(id for id in kb.advice if holds(SHOWN, id)),
    )
