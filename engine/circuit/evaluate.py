"""Evaluating a circuit with `&`, `|` and `~` on whole numbers used as bit vectors: bit k belongs to the k-th sheet."""

from collections.abc import Iterable, Mapping, Sequence

from engine.circuit.compile import RULE, SHOWN, UNKNOWN, Circuit, Gate, intervals
from engine.consultation.conclusion import Conclusion
from engine.consultation.sheet import Sheet
from engine.model.step import STEP


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
    held = set()
    for key, question in circuit.kb.questions.items():
        if sheet.is_unknown(question):
            held.add(circuit.index[key, UNKNOWN])
        if question.type == "many":
            held.update(circuit.index[key, option] for option in sheet.ticked(question))
        elif not sheet.is_unknown(question):
            held.add(circuit.index[key, state_of(circuit, key, sheet.answers[key])])
    return held


def state_of(circuit: Circuit, key: str, answer: object) -> str:
    """The name of the state that a known answer to a single-answer question is in."""
    question = circuit.kb.questions[key]
    if question.type != "number":
        return answer
    return next(f"{low}..{high}" for low, high in intervals(circuit.kb, question) if low <= answer <= high)


def conclude(circuit: Circuit, sheet: Sheet) -> Conclusion:
    """What follows from one sheet."""
    return conclusion_of(circuit, evaluate(circuit, dict.fromkeys(input_atoms(circuit, sheet), 1)))


def conclusion_of(circuit: Circuit, bits: Sequence[int], sheet: int = 0) -> Conclusion:
    """The conclusion for the sheet at one bit position."""
    kb = circuit.kb

    def holds(kind: str, name: str) -> bool:
        return bool(bits[circuit.index[kind, name]] >> sheet & 1)

    settled = {key: value for key, finding in kb.findings.items() for value in finding.values if holds(key, value)}
    step = settled.pop(STEP, "")
    return Conclusion(
        findings=settled,
        step=step,
        fired=tuple(id for id in kb.rules if holds(RULE, id)),
        advice=tuple(id for id in kb.advice if holds(SHOWN, id)),
    )
