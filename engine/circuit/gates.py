"""Gates, and the straight-line Python that works them out: on one sheet, on many, and on the two planes of a begun one.

The text that is compiled here holds variables, numbers and Python's own words, and nothing that an author wrote.
"""

import marshal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from types import CodeType
from typing import Any

import msgspec

Literal = int  # atom number + 1, negative where the atom must not hold
Conjunctions = tuple[tuple[Literal, ...], ...]
Row = tuple[bool, ...]  # of each state of one question, whether it holds


EVERY_SHEET = "a0"  # what is compiled calls its first argument so
# From so many letters on, a text takes half a second and a hundred megabytes to compile.
LONG = 500_000
COMPILING = "import marshal, sys; marshal.dump(compile(sys.stdin.read(), '<circuit>', 'exec'), sys.stdout.buffer)"


class Gate(msgspec.Struct, frozen=True, array_like=True):
    """`atom` holds exactly if all literals of some conjunction do."""

    atom: int
    any_of: Conjunctions


def renumbered(inputs: Iterable[int], gates: Sequence[Gate]) -> tuple[list[Gate], dict[Literal, Literal]]:
    """Return gates whose atoms have numbers without a gap, after those of all inputs, and what each literal is now."""
    kept = [*inputs, *(gate.atom for gate in gates)]
    now = {sign * (atom + 1): sign * number for number, atom in enumerate(kept, 1) for sign in (1, -1)}
    ways = (tuple(tuple(now[part] for part in way) for way in gate.any_of) for gate in gates)
    return [Gate(now[gate.atom + 1] - 1, each) for gate, each in zip(gates, ways, strict=True)], now


def on_one_sheet(inputs: Iterable[Sequence[int]], gates: Sequence[Gate], atoms: int) -> Callable[[Sequence[Row]], Row]:
    """Return a function from the rows of a sheet, one for each question, to whether each atom holds.

    `inputs` are the atoms of each question, `atoms` is how many atoms there are in all. One that has neither a gate nor
    a row does not hold.
    """
    inputs = list(inputs)
    there = {gate.atom for gate in gates}.union(*inputs)
    names = [f"t{atom}" if atom in there else "False" for atom in range(atoms)]
    negated = [f"not {name}" for name in names]
    lines = []
    for gate in gates:
        if (literal := _same_as(gate)) > 0:
            names[gate.atom], negated[gate.atom] = names[literal - 1], negated[literal - 1]
        else:
            lines.append(f"{names[gate.atom]} = {_holds(gate, names, negated)}")
    return _function([_rows(inputs, names)], lines, [names])


def on_two_planes(
    inputs: Iterable[Sequence[int]], gates: Sequence[Gate], atoms: int
) -> Callable[[Sequence[Row], Sequence[Row]], tuple[Row, Row, tuple[int, ...]]]:
    """Return a function from rows that say what can hold, and rows that say what can fail, to the same of each atom.

    This is Kleene's strong three-valued logic: a conjunction can fail if a part can, and can hold if each part can.
    Of an atom that has neither a gate nor a row, both are false. Its third result says on which questions each atom may
    still depend, with a bit for each in the order of `inputs`: none if the atom is certain, else those of the atoms in
    the conjunctions that can hold.
    """
    inputs = list(inputs)
    there = {gate.atom for gate in gates}.union(*inputs)
    can, can_fail = ([f"{kind}{atom}" if atom in there else "False" for atom in range(atoms)] for kind in "tf")
    below = [f"m{atom}" if atom in there else "0" for atom in range(atoms)]
    lines = [f"{below[a]} = {1 << n} if {can[a]} and {can_fail[a]} else 0" for n, of in enumerate(inputs) for a in of]
    for gate in gates:
        if literal := _same_as(gate):
            at = abs(literal) - 1
            can[gate.atom], can_fail[gate.atom] = (can[at], can_fail[at]) if literal > 0 else (can_fail[at], can[at])
            below[gate.atom] = below[at]
            continue
        lines.append(f"{can[gate.atom]} = {_holds(gate, can, can_fail)}")
        lines.append(f"{can_fail[gate.atom]} = {_fails(gate, can, can_fail)}")
        is_open = f"{can[gate.atom]} and {can_fail[gate.atom]}"
        lines.append(f"{below[gate.atom]} = {_below(gate, can, can_fail, below)} if {is_open} else 0")
    return _function([_rows(inputs, can), _rows(inputs, can_fail)], lines, [can, can_fail, below])


def on_many_sheets(
    inputs: Iterable[int], gates: Sequence[Gate], targets: Iterable[int]
) -> Callable[[int, Sequence[int]], Sequence[int]]:
    """Return a function from a bit for every sheet, and the bit vectors of the inputs, to those of the targets.

    A vector has a bit for each sheet in which its atom holds; every target has a gate, or is an input.
    """
    names, lines = {atom: f"t{atom}" for atom in inputs}, []
    pattern = _tuple(names.values())
    for gate in gates:
        if (literal := _same_as(gate)) > 0:
            names[gate.atom] = names[literal - 1]
        else:
            names[gate.atom] = f"t{gate.atom}"
            lines.append(f"{names[gate.atom]} = {_where_it_holds(gate, names)}")
    return _function([EVERY_SHEET, pattern], lines, [[names[atom] for atom in targets]])


def on_many_begun_sheets(
    inputs: Iterable[int], gates: Sequence[Gate], targets: Iterable[int]
) -> Callable[[int, Sequence[int], Sequence[int]], Sequence[int]]:
    """Return a function as that of `on_many_sheets`, from where the inputs can hold, and where they can fail.

    It says where each target can hold, as `on_two_planes` does for one sheet. Of an input that is certain in a sheet,
    only one of its two vectors has the bit of that sheet.
    """
    inputs, targets = list(inputs), list(targets)
    names = {sign * (atom + 1): f"{kind}{atom}" for atom in inputs for kind, sign in (("t", 1), ("f", -1))}
    patterns = [_tuple(names[sign * (atom + 1)] for atom in inputs) for sign in (1, -1)]
    lines, needed = [], _looked_at(gates, targets)
    for gate in gates:
        this = gate.atom + 1
        if literal := _same_as(gate):
            names[this], names[-this] = names[literal], names[-literal]
            continue
        names[this], names[-this] = f"t{gate.atom}", f"f{gate.atom}"
        if this in needed:
            ways = [_joined("&", (names[part] for part in way), EVERY_SHEET) for way in gate.any_of]
            lines.append(f"{names[this]} = {_joined('|', ways, '0')}")
        if -this in needed:
            ways = [_joined("|", (names[-part] for part in way), "0") for way in gate.any_of]
            lines.append(f"{names[-this]} = {_joined('&', ways, EVERY_SHEET)}")
    return _function([EVERY_SHEET, *patterns], lines, [[names[atom + 1] for atom in targets]])


def _looked_at(gates: Sequence[Gate], targets: Iterable[int]) -> set[Literal]:
    """The literals of which must be known whether they can hold, to know it of some atoms."""
    needed = {atom + 1 for atom in targets}
    for gate in reversed(gates):
        for sign in (1, -1):
            if sign * (gate.atom + 1) in needed:
                needed |= {sign * literal for way in gate.any_of for literal in way}
    return needed


def _same_as(gate: Gate) -> Literal:
    """The one literal that a gate says again, which then needs no variable of its own; 0 where it says more."""
    return gate.any_of[0][0] if len(gate.any_of) == 1 and len(gate.any_of[0]) == 1 else 0


def _where_it_holds(gate: Gate, names: Mapping[int, str]) -> str:
    """Every conjunction begins with what holds somewhere only, as the complement of a vector has bits without end."""
    ways = []
    for way in gate.any_of:
        first = [names[literal - 1] for literal in way if literal > 0] or [EVERY_SHEET]
        ways.append(" & ".join([*first, *(f"~{names[-literal - 1]}" for literal in way if literal < 0)]))
    return " | ".join(ways) or "0"


def _holds(gate: Gate, positive: list[str], negative: list[str]) -> str:
    ways = [" and ".join(_named(way, positive, negative)) or "True" for way in gate.any_of]
    return " or ".join(ways) or "False"


def _fails(gate: Gate, can: list[str], can_fail: list[str]) -> str:
    ways = [" or ".join(_named(way, can_fail, can)) or "False" for way in gate.any_of]
    return " and ".join(f"({way})" for way in ways) or "True"


def _below(gate: Gate, can: list[str], can_fail: list[str], below: list[str]) -> str:
    """What the parts of each conjunction that can hold depend on.

    Of one part alone, that says by itself if it can; and the one conjunction of a gate that is open can.
    """
    ways = []
    for way in gate.any_of:
        parts = " | ".join(below[abs(literal) - 1] for literal in way) or "0"
        if len(way) > 1 and len(gate.any_of) > 1:
            parts = f"({parts} if {' and '.join(_named(way, can, can_fail))} else 0)"
        ways.append(parts)
    return f"({' | '.join(ways) or '0'})"


def _named(way: tuple[Literal, ...], positive: list[str], negative: list[str]) -> list[str]:
    return [positive[literal - 1] if literal > 0 else negative[-literal - 1] for literal in way]


def _rows(inputs: Iterable[Sequence[int]], names: list[str]) -> str:
    """The pattern that takes the rows of a sheet apart into the variables of their atoms."""
    return _tuple(_tuple(names[atom] for atom in atoms) for atoms in inputs)


def _joined(sign: str, parts: Iterable[str], of_none: str) -> str:
    return f"({f' {sign} '.join(parts) or of_none})"


def _tuple(parts: Iterable[str]) -> str:
    return f"({''.join(f'{part}, ' for part in parts)})"


def _function(taken: list[str], lines: list[str], returned: list[list[str]]) -> Callable[..., Any]:
    """Compile a function that takes its arguments apart into variables, and returns a tuple of each list of them."""
    arguments = [f"a{number}" for number in range(len(taken))]
    body = [f"{pattern} = {argument}" for pattern, argument in zip(taken, arguments, strict=True)]
    result = ", ".join(_tuple(names) for names in returned)
    text = "\n ".join([f"def compiled({', '.join(arguments)}):", *body, *lines, f"return {result}"])
    scope: dict[str, Any] = {}
    exec(_code(text), {"__builtins__": {}}, scope)
    compiled: Callable[..., Any] = scope["compiled"]
    return compiled


def _code(text: str) -> CodeType:
    """Compile a text; a long one in a process of its own, as no other thread of this one would go on meanwhile."""
    if len(text) > LONG and sys.executable:
        with suppress(OSError, subprocess.SubprocessError, ValueError, EOFError):
            ran = subprocess.run(
                [sys.executable, "-I", "-c", COMPILING], input=text.encode(), capture_output=True, check=True
            )
            code = marshal.loads(ran.stdout)
            if isinstance(code, CodeType):
                return code
    return compile(text, "<circuit>", "exec")
