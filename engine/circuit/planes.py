"""The circuit for an unfinished sheet: for every atom, can it still be true, and can it still be false?

A quick over-approximation (Kleene's strong three-valued logic on two bit-planes): what it calls impossible is impossible,
what it calls possible may not be.
"""

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import held_atoms
from milepost.engine.model.answer_sheet import Sheet


class Planes(msgspec.Struct, frozen=True):
    """For each atom, whether it can be true and whether it can be false, over all completions of a sheet."""

    circuit: Circuit
    true: list[bool]
    false: list[bool]

    def open(self, atom: int) -> bool:
        """Is the atom not yet certain?"""
        return self.true[atom] and self.false[atom]

    def step(self) -> str | None:
        """The step that is certain, whatever the rest of the sheet says, or None."""
        return next((key for key, atom in self.circuit.steps.items() if self.true[atom] and not self.false[atom]), None)


def planes(circuit: Circuit, sheet: Sheet) -> Planes:
    """The planes for a sheet whose open questions may still be answered in any way."""
    true, false = [True] * len(circuit.names), [True] * len(circuit.names)
    for key in circuit.kb.questions:
        if key not in sheet.answers:
            continue
        held = held_atoms(circuit, sheet, key)
        for atom in circuit.inputs[key]:
            true[atom], false[atom] = atom in held, atom not in held
    for gate in circuit.gates:
        can_hold, can_fail = False, True
        for conjunction in gate.any_of:
            met, missed = True, False
            for literal in conjunction:
                atom = abs(literal) - 1
                met = met and (true[atom] if literal > 0 else false[atom])
                missed = missed or (false[atom] if literal > 0 else true[atom])
            can_hold = can_hold or met
            can_fail = can_fail and missed
        true[gate.atom], false[gate.atom] = can_hold, can_fail
    return Planes(circuit, true, false)


def depends_on(found: Planes, targets: list[int]) -> set[str]:
    """The open questions that the targets which are not yet certain may still depend on."""
    gates, names = found.circuit.gate_of, found.circuit.names
    is_open = [can_hold and can_fail for can_hold, can_fail in zip(found.true, found.false, strict=True)]
    # Whether a literal can hold, at its own index: counted from the front where positive, from the back where negative.
    can = [False, *found.true, *reversed(found.false)]
    asked: set[str] = set()
    waiting = [atom for atom in targets if is_open[atom]]
    for atom in waiting:
        is_open[atom] = False  # seen
    while waiting:
        atom = waiting.pop()
        if atom not in gates:
            asked.add(names[atom][0])
            continue
        for conjunction in gates[atom].any_of:
            # Written out, as this runs for every question of every interview.
            for literal in conjunction:
                if not can[literal]:
                    break
            else:
                for literal in conjunction:
                    below = literal - 1 if literal > 0 else -literal - 1
                    if is_open[below]:
                        is_open[below] = False
                        waiting.append(below)
    return asked
