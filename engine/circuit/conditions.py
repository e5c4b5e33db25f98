"""Reading any condition off the circuit, also one that is no rule's or line's own."""

from collections.abc import Callable

from milepost.engine.circuit.compile import Circuit, Compiler
from milepost.engine.circuit.evaluate import holds, settle
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import Condition


def conditions_met(circuit: Circuit, sheet: Sheet) -> Callable[[Condition], bool]:
    """Return what says of a condition whether it holds for a sheet.

    What no gate says yet gets gates after those of the circuit, which stays as it is.
    """
    bits, compiler = list(map(int, holds(circuit, sheet))), Compiler(circuit.kb)
    compiler.names, compiler.index = list(circuit.names), dict(circuit.index)

    def met(condition: Condition) -> bool:
        known = len(compiler.gates)
        ways = compiler.ways(condition)
        bits.extend([0] * (len(compiler.names) - len(bits)))
        settle(compiler.gates[known:], bits, ones=1)
        return any(all(bits[abs(literal) - 1] == (literal > 0) for literal in way) for way in ways)

    return met
