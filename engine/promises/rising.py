"""Where two copies can differ at all, and which way: what a solver that compares them may know ahead.

An atom rises where it holds with the unknown answer and not in the copy, and falls where it is the other way round. It
can only do so where something that its gate looks at does, so that a solver follows a difference down instead of trying
all ways to be without one.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from milepost.engine.circuit.gates import Gate, Literal


class Rise(msgspec.Struct, frozen=True):
    """A literal that can come to hold in the one copy and not in the other: only where one of `below` does so too.

    The literal is that of an atom that rises, negative of one that falls. Where `below` is None, an answer alone may do
    it; where it is empty, nothing can.
    """

    literal: Literal
    below: tuple[Literal, ...] | None


def rises(gates: Sequence[Gate], answers: frozenset[Literal], targets: Collection[int]) -> Iterator[Rise]:
    """Yield, in the order of the gates, all on which it hangs if the target atoms rise.

    `gates` are those of the copy, in order; `answers` are the literals of inputs that can rise.
    """
    own = {gate.atom for gate in gates}
    wanted = {atom + 1 for atom in targets if atom in own}
    for gate in reversed(gates):
        for sign in (1, -1):
            if sign * (gate.atom + 1) in wanted:
                wanted |= {sign * part for way in gate.any_of for part in way}
    can: set[Literal] = set(answers)
    for gate in gates:
        for sign in (1, -1):
            literal = sign * (gate.atom + 1)
            if literal in wanted:
                below = {sign * part for way in gate.any_of for part in way} & can
                if below:
                    can.add(literal)
                yield Rise(literal, tuple(below) if below.isdisjoint(answers) else None)
