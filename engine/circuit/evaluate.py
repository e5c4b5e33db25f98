"""Evaluating a circuit: on one sheet, and on many with `&`, `|` and `~` on bit vectors, bit k for the k-th sheet."""

from collections.abc import Iterable, Mapping, Sequence

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Gate
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


def given_by(circuit: Circuit, sheets: Iterable[Sheet]) -> dict[int, int]:
    """The bit vectors of the inputs that `evaluate` takes, for the k-th sheet with bit k."""
    given: dict[int, int] = {}
    for place, sheet in enumerate(sheets):
        for atom in input_atoms(circuit, sheet):
            given[atom] = given.get(atom, 0) | 1 << place
    return given


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


def holds(circuit: Circuit, sheet: Sheet) -> Sequence[int]:
    """Return for each atom whether it holds for one sheet."""
    if circuit.is_worth_compiling():
        return circuit.on_one_sheet(circuit.answers.rows(sheet))
    return evaluate(circuit, dict.fromkeys(input_atoms(circuit, sheet), 1))


def conclude(circuit: Circuit, sheet: Sheet) -> Conclusion:
    """Return what follows from one sheet."""
    return circuit.conclusions.of(holds(circuit, sheet))


def step_of(circuit: Circuit, sheet: Sheet) -> str:
    """Return the step that follows from one sheet; "" for none."""
    held = holds(circuit, sheet)
    return next((key for key, atom in circuit.steps.items() if held[atom]), "")


def conclusion_of(circuit: Circuit, bits: Sequence[int], sheet: int = 0) -> Conclusion:
    """Return the conclusion for the sheet at one bit position."""
    return circuit.conclusions.of([vector >> sheet & 1 for vector in bits])
