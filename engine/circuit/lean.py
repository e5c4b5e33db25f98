"""A circuit with fewer gates, for whoever reads it gate by gate: what only repeats or hands on another is left out.

Each atom that is asked for is still there, and says the same on every sheet. On unfinished ones, in three values, it
does so too, and hangs on the same questions: `and` and `or` are only nested otherwise.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from milepost.engine.circuit.gates import Gate, Literal

Ways = list[list[Literal]]
ALWAYS: Ways = [[]]


def lean(gates: Sequence[Gate], named: Collection[int]) -> list[Gate]:
    """Return the gates that are left, in order, if only the atoms `named` are asked for; atoms keep their numbers.

    A gate looks at inputs, and at atoms of gates before it.
    """
    bare = _without_repeats(gates)
    uses = _uses(bare, named)
    once = {atom for atom, times in uses.items() if times == 1 and atom in bare and atom not in named}
    for atom, ways in bare.items():
        bare[atom] = [way for each in ways for way in _put_in(bare, once, each)]
    left = {*named, *_uses(bare, named)}
    return [Gate(atom, tuple(map(tuple, ways))) for atom, ways in bare.items() if atom in left]


def _atom(literal: Literal) -> int:
    return abs(literal) - 1


def _without_repeats(gates: Sequence[Gate]) -> dict[int, Ways]:
    """Gates that look straight at what is meant: not at a gate that says the same as another one, or is always so."""
    same: dict[Literal, Literal] = {}
    found: dict[frozenset[frozenset[Literal]], Literal] = {}
    certain: dict[Literal, bool] = {}
    bare = {}
    for gate in gates:
        this = gate.atom + 1
        meant = [[same.get(part, part) for part in way] for way in gate.any_of]
        can = [[part for part in dict.fromkeys(way) if not certain.get(part)] for way in meant]
        ways = [way for way in can if not any(certain.get(part) is False for part in way)]
        if not ways or [] in ways:
            ways = ALWAYS if ways else []
            certain[this], certain[-this] = bool(ways), not ways
        else:
            first = found.setdefault(frozenset(map(frozenset, ways)), this)
            if first != this:
                ways = [[first]]
            if len(ways) == len(ways[0]) == 1:
                same[this], same[-this] = ways[0][0], -ways[0][0]
        bare[gate.atom] = ways
    return bare


def _uses(gates: Mapping[int, Ways], named: Iterable[int]) -> Counter[int]:
    """How often each atom is looked at by the gates of those that have a name, and of all below these."""
    uses: Counter[int] = Counter()
    named = set(named)
    for atom, ways in reversed(list(gates.items())):
        if atom in named or atom in uses:
            uses.update(_atom(part) for way in ways for part in way)
    return uses


def _put_in(gates: Mapping[int, Ways], once: Collection[int], way: list[Literal]) -> Iterator[list[Literal]]:
    """A way with what only it looks at put in its place, where that makes no more than it was."""
    if len(way) == 1 and _atom(way[0]) in once:
        ways = gates[_atom(way[0])]
        if way[0] > 0 or len(ways) == 1:
            yield from ways if way[0] > 0 else ([-part] for part in ways[0])
            return
    parts: list[Literal] = []
    for part in way:
        ways = gates[_atom(part)] if _atom(part) in once else []
        if part > 0 and len(ways) == 1:
            parts.extend(ways[0])
        elif part < 0 and ways and all(len(each) == 1 for each in ways):
            parts.extend(-each[0] for each in ways)
        else:
            parts.append(part)
    yield parts
