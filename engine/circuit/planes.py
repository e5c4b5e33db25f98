"""The circuit for an unfinished sheet: for every atom, can it still be true, and can it still be false?

A quick over-approximation (Kleene's strong three-valued logic on two bit-planes): what it calls impossible is
impossible, what it calls possible may not be.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import input_atoms
from milepost.engine.circuit.gates import Row
from milepost.engine.model.answer_sheet import Answer, Sheet


class Planes(msgspec.Struct, frozen=True):
    """For each atom, whether it can be true and whether it can be false, over all completions of a sheet.

    `below` has for each atom that is open the questions on which it may still depend, a bit for each in their order.
    """

    circuit: Circuit
    true: Row
    false: Row
    below: Sequence[int]

    def open(self, atom: int) -> bool:
        """Is the atom not yet certain?"""
        return self.true[atom] and self.false[atom]

    def step(self) -> str | None:
        """The step that is certain, whatever the rest of the sheet says, or None."""
        return next((key for key, atom in self.circuit.steps.items() if self.true[atom] and not self.false[atom]), None)

    def steps(self) -> list[str]:
        """The steps that can still come out, and perhaps some that cannot."""
        return [key for key, atom in self.circuit.steps.items() if self.true[atom]]


def planes(circuit: Circuit, sheet: Sheet) -> Planes:
    """Return the planes for a sheet whose open questions may still be answered in any way."""
    if circuit.is_worth_compiling():
        return Planes(circuit, *circuit.on_two_planes(*circuit.answers.planes(sheet)))
    # Whether a literal can hold, at its own index: counted from the front where positive, from the back where negative.
    can = [True] * (2 * len(circuit.names) + 1)
    below = [0] * len(circuit.names)
    held = input_atoms(circuit, sheet)
    for number, (key, atoms) in enumerate(circuit.inputs.items()):
        for atom in atoms:
            if key in sheet.answers:
                can[atom + 1], can[-atom - 1] = atom in held, atom not in held
            else:
                below[atom] = 1 << number
    for gate in circuit.gates:
        possible = [way for way in gate.any_of if all(can[literal] for literal in way)]
        can[gate.atom + 1] = bool(possible)
        can[-gate.atom - 1] = all(any(can[-literal] for literal in way) for way in gate.any_of)
        if possible and can[-gate.atom - 1]:
            below[gate.atom] = reduce(or_, (below[abs(literal) - 1] for way in possible for literal in way), 0)
    true, false = tuple(can[1 : len(circuit.names) + 1]), tuple(can[: len(circuit.names) : -1])
    return Planes(circuit, true, false, below)


class RecentPlanes:
    """What the planes of the last few sheets say, as one step of an interview asks for it again and again.

    Answers to others than `questions` are not read; without it, all are.
    """

    def __init__(self, circuit: Circuit, questions: Iterable[str] | None = None, sheets: int = 8):
        self._circuit, self._questions = circuit, frozenset(circuit.inputs if questions is None else questions)
        self._work_out = lru_cache(sheets)(lambda answers: planes(circuit, Sheet(dict(answers))))
        self._follow = lru_cache(sheets)(lambda answers, targets: depends_on(self._work_out(answers), targets))

    def of(self, sheet: Sheet) -> Planes:
        """Return what `planes` does; of what can depend on other answers than those read, nothing is to be asked."""
        return self._work_out(self._read(sheet))

    def depends_on(self, sheet: Sheet, targets: tuple[int, ...]) -> frozenset[str]:
        """Return what `depends_on` does, of the planes of a sheet."""
        return self._follow(self._read(sheet), targets)

    def prepare(self) -> None:
        """Compile now what is otherwise compiled when it pays."""
        self._circuit.prepare()

    def forget(self) -> None:
        """Drop what was worked out of anybody's answers."""
        self._work_out.cache_clear()
        self._follow.cache_clear()

    def _read(self, sheet: Sheet) -> frozenset[tuple[str, Answer]]:
        return frozenset((key, answer) for key, answer in sheet.answers.items() if key in self._questions)


def depends_on(found: Planes, targets: Iterable[int]) -> frozenset[str]:
    """The open questions that the targets which are not yet certain may still depend on."""
    asked = reduce(or_, map(found.below.__getitem__, targets), 0)
    return frozenset(key for number, key in enumerate(found.circuit.inputs) if asked >> number & 1)
