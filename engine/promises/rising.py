"""Where two copies can differ at all, and which way: what a solver that compares them may know ahead.

An atom rises where it holds with the unknown answer and not in the copy, and falls where it is the other way round. It
can only do so where something that its gate looks at does, so that a solver follows a difference down instead of trying
all ways to be without one.
"""

from collections.abc import Collection, Iterator, Sequence, Set

import msgspec

from milepost.engine.circuit.gates import Gate, Literal


class Rise(msgspec.Struct, frozen=True):
    """A literal that can come to hold in the one copy and not in the other: only where one of `below` does so too.

    The literal is that of an atom that rises, negative of one that falls. Where `below` is empty, nothing can.
    """

    literal: Literal
    below: tuple[Literal, ...]


def rises(gates: Sequence[Gate], answers: Set[Literal], targets: Collection[int]) -> Iterator[Rise]:
    """Yield, in the order of the gates, all on which it hangs if the target atoms rise.

    `gates` are those of the copy, in order; `answers` are the literals of inputs that can rise.
    """
    looks_at: dict[Literal, set[Literal]] = {}
    for gate in gates:
        looks_at[gate.atom + 1] = {part for way in gate.any_of for part in way}
        looks_at[-gate.atom - 1] = {-part for part in looks_at[gate.atom + 1]}
    wanted = {atom + 1 for atom in targets if atom + 1 in looks_at}
    for gate in reversed(gates):
        for literal in (gate.atom + 1, -gate.atom - 1):
            if literal in wanted:
                wanted |= looks_at[literal]
    can: set[Literal] = set(answers)
    for gate in gates:
        for literal in (gate.atom + 1, -gate.atom - 1):
            if literal in wanted:
                below = looks_at[literal] & can
                if below:
                    can.add(literal)
                yield Rise(literal, tuple(below))
