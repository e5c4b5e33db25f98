"""Reading any condition off the circuit, also one that is no rule's or line's own."""

from collections.abc import Callable, Iterable

from milepost.engine.circuit.compile import Circuit, Compiler
from milepost.engine.circuit.evaluate import holds, settle
from milepost.engine.circuit.gates import Conjunctions
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import Condition


class Conditions:
    """Some conditions, compiled once for any number of sheets.

    What no gate says yet gets gates after those of the circuit, which stays as it is.
    """

    def __init__(self, circuit: Circuit, conditions: Iterable[Condition]):
        self._circuit, compiler = circuit, _compiler_behind(circuit)
        self._ways = [compiler.ways(condition) for condition in conditions]
        self._gates = tuple(compiler.gates)

    def met(self, sheet: Sheet) -> list[bool]:
        """Return for each condition whether it holds for a sheet."""
        bits = [*bytes(holds(self._circuit, sheet)), *bytes(len(self._gates))]
        settle(self._gates, bits, ones=1)
        return [_some_holds(ways, bits) for ways in self._ways]


def conditions_met(circuit: Circuit, sheet: Sheet) -> Callable[[Condition], bool]:
    """Return what says of a condition whether it holds for a sheet; each is compiled when it is asked about."""
    bits, compiler = list(bytes(holds(circuit, sheet))), _compiler_behind(circuit)

    def met(condition: Condition) -> bool:
        known = len(compiler.gates)
        ways = compiler.ways(condition)
        bits.extend([0] * (len(compiler.names) - len(bits)))
        settle(compiler.gates[known:], bits, ones=1)
        return _some_holds(ways, bits)

    return met


def _compiler_behind(circuit: Circuit) -> Compiler:
    """What adds gates behind those of a circuit."""
    compiler = Compiler(circuit.kb)
    compiler.names, compiler.index = list(circuit.names), dict(circuit.index)
    return compiler


def _some_holds(ways: Conjunctions, bits: list[int]) -> bool:
    return any(all(bits[abs(literal) - 1] == (literal > 0) for literal in way) for way in ways)
