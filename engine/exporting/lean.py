"""The circuit with fewer gates, for whoever reads it as data: what only repeats or hands on another atom is left out.

Each atom that has a name outside the circuit is still there, and says the same on every sheet. On unfinished ones, in
three values, it does so too, and hangs on the same questions: `and` and `or` are only nested otherwise.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from milepost.engine.circuit.gates import Conjunctions, Literal

Ways = list[list[Literal]]
ALWAYS: Ways = [[]]


def lean(
    inputs: int, gates: Sequence[Conjunctions], named: Collection[int]
) -> tuple[list[Ways], dict[Literal, Literal]]:
    """Return the gates that are left, and what each literal is now, of the inputs and of the atoms that have a name.

    The first `inputs` atoms have no gate; gate n is that of atom `inputs` + n, and looks at atoms before it alone.
    """
    bare = _without_repeats(inputs, gates)
    uses = _uses(inputs, bare, named)
    once = {atom for atom, times in uses.items() if times == 1 and atom >= inputs and atom not in named}
    for atom in range(inputs, inputs + len(bare)):
        bare[atom - inputs] = [way for each in bare[atom - inputs] for way in _put_in(inputs, bare, once, each)]
    left = [atom for atom in sorted({*named, *_uses(inputs, bare, named)}) if atom >= inputs]
    now = {sign * (atom + 1): sign * place for place, atom in enumerate([*range(inputs), *left], 1) for sign in (1, -1)}
    return [[[now[part] for part in way] for way in bare[atom - inputs]] for atom in left], now


def _atom(literal: Literal) -> int:
    return abs(literal) - 1


def _without_repeats(inputs: int, gates: Sequence[Conjunctions]) -> list[Ways]:
    """Gates that look straight at what is meant: not at a gate that says the same as another one, or is always so."""
    same: dict[Literal, Literal] = {}
    found: dict[frozenset[frozenset[Literal]], Literal] = {}
    certain: dict[Literal, bool] = {}
    bare = []
    for atom, gate in enumerate(gates, start=inputs):
        meant = [[same.get(part, part) for part in way] for way in gate]
        can = [[part for part in dict.fromkeys(way) if not certain.get(part)] for way in meant]
        ways = [way for way in can if not any(certain.get(part) is False for part in way)]
        if not ways or [] in ways:
            ways = ALWAYS if ways else []
            certain[atom + 1], certain[-atom - 1] = bool(ways), not ways
        else:
            first = found.setdefault(frozenset(map(frozenset, ways)), atom + 1)
            if first != atom + 1:
                ways = [[first]]
            if len(ways) == len(ways[0]) == 1:
                same[atom + 1], same[-atom - 1] = ways[0][0], -ways[0][0]
        bare.append(ways)
    return bare


def _uses(inputs: int, gates: Sequence[Ways], named: Iterable[int]) -> Counter[int]:
    """How often each atom is looked at by the gates of those that have a name, and of all below these."""
    uses: Counter[int] = Counter()
    named = set(named)
    for atom in range(inputs + len(gates) - 1, inputs - 1, -1):
        if atom in named or atom in uses:
            uses.update(_atom(part) for way in gates[atom - inputs] for part in way)
    return uses


def _put_in(inputs: int, gates: Sequence[Ways], once: Collection[int], way: list[Literal]) -> Iterator[list[Literal]]:
    """A way with what only it looks at put in its place, where that makes no more than it was."""
    if len(way) == 1 and _atom(way[0]) in once:
        ways = gates[_atom(way[0]) - inputs]
        if way[0] > 0 or len(ways) == 1:
            yield from ways if way[0] > 0 else ([-part] for part in ways[0])
            return
    parts: list[Literal] = []
    for part in way:
        ways = gates[_atom(part) - inputs] if _atom(part) in once else []
        if part > 0 and len(ways) == 1:
            parts.extend(ways[0])
        elif part < 0 and ways and all(len(each) == 1 for each in ways):
            parts.extend(-each[0] for each in ways)
        else:
            parts.append(part)
    yield parts
