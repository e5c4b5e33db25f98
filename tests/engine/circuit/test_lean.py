"""A lean circuit says what the whole one says: of each atom that is asked for, on every sheet, begun or not."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.engine.circuit.compile import Compiler
from milepost.engine.circuit.gates import Gate, renumbered
from milepost.engine.circuit.lean import lean
from milepost.engine.exporting.exported import exported

INPUTS = 4
NO, OPEN, YES = range(3)


@st.composite
def circuits(draw):
    """Some gates over four inputs, and which atoms have a name."""
    gates = []
    for atom in range(INPUTS, INPUTS + draw(st.integers(1, 8))):
        literal = st.tuples(st.integers(1, atom), st.sampled_from([1, -1])).map(lambda pair: pair[0] * pair[1])
        gates.append(tuple(map(tuple, draw(st.lists(st.lists(literal, min_size=0, max_size=3), max_size=3)))))
    return gates, draw(st.sets(st.integers(INPUTS, INPUTS + len(gates) - 1), min_size=1))


def said(gates, sheet) -> list[int]:
    """What each atom says in three values (Kleene), where that is written as the least of all, or the most of any."""
    values = list(sheet)

    def of(literal):
        return values[literal - 1] if literal > 0 else YES - values[-literal - 1]

    for ways in gates:
        values.append(max((min(map(of, way), default=YES) for way in ways), default=NO))
    return values


def hangs_on(gates, values, atom) -> set[int]:
    """The open inputs that an atom may hang on: none if it is certain, else those in the ways that can still hold."""
    if values[atom] != OPEN or atom < INPUTS:
        return {atom} if values[atom] == OPEN else set()
    ways = [
        way for way in gates[atom - INPUTS] if all(values[abs(part) - 1] != (NO if part > 0 else YES) for part in way)
    ]
    return set().union(*(hangs_on(gates, values, abs(part) - 1) for way in ways for part in way))


def made_lean(gates, named):
    """The ways of the gates that are left, and what each literal is now."""
    fewer, now = renumbered(range(INPUTS), lean([Gate(n, ways) for n, ways in enumerate(gates, INPUTS)], named))
    assert [gate.atom for gate in fewer] == list(range(INPUTS, INPUTS + len(fewer)))
    return [gate.any_of for gate in fewer], now


@settings(deadline=None)
@given(circuits())
def test_each_atom_with_a_name_says_the_same(circuit):
    gates, named = circuit
    fewer, now = made_lean(gates, named)
    assert len(fewer) <= len(gates)
    assert all(abs(part) <= INPUTS + place for place, ways in enumerate(fewer) for way in ways for part in way)
    for sheet in product((NO, OPEN, YES), repeat=INPUTS):
        before, after = said(gates, sheet), said(fewer, sheet)
        for atom in named:
            assert after[now[atom + 1] - 1] == before[atom] and now[-atom - 1] == -now[atom + 1]
            assert hangs_on(fewer, after, now[atom + 1] - 1) == hangs_on(gates, before, atom)


def test_what_repeats_is_left_out():
    """A gate that hands on an input, one that says what another says, one that is always so, and one used once."""
    gates = [((1,),), ((5, 2),), ((1, 2),), ((),), ((6, 8),), ((9,), (-7,), (3, 4))]
    fewer, now = made_lean(gates, {9})
    assert fewer == [((1, 2),), ((5,), (-5,), (3, 4))] and now[10] == 6


def test_of_the_shipped_circuit_three_in_ten_gates_are_left_out(base):
    compiler = Compiler(base)
    compiler.circuit()
    assert len(exported(base)["gates"]) < len(compiler.gates) * 7 / 10
