"""Deciding by looking at every sheet: the circuit over all answers in its cone, many thousand sheets at a time."""

import time
from collections.abc import Iterator
from itertools import permutations, product

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, sheets, ways_to_answer
from milepost.engine.circuit.evaluate import settle
from milepost.engine.model.promise import More, Promise
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.promises.less_and_more import goes_back_ways, says_more

MOST_SHEETS = 10**7
AT_ONCE = 1 << 20


def satisfying(circuit: Circuit, target: int, deadline: float) -> bool | None:
    """Can the target atom hold for any sheet? None if its cone has over ten million sheets, or time is too short."""
    gates, questions = cone(circuit, [target])
    if sheets(circuit.kb, questions) > MOST_SHEETS:
        return None
    for bits, ones in _inputs(circuit, questions):
        if time.process_time() >= deadline:
            return None
        settle(gates, bits, ones)
        if bits[target]:
            return True
    return False


def opened_by_not_knowing(
    circuit: Circuit, question: Question, opens: list[int], guards: bool, deadline: float
) -> bool | None:
    """Does one of the atoms `opens` hold on some sheet with an unknown answer, and not with known ones in its place?

    If the question guards, that is: not with every one; else with none of those that the unknown answer may turn out to
    be. None as for `satisfying`.
    """
    sure_of_all = circuit.index[question.key, UNKNOWN]
    for opened in _with_each_answer(circuit, question, opens, deadline):
        if opened is None:
            return None
        known = [w for w in opened if sure_of_all not in w]
        for way in (w for w in opened if sure_of_all in w):
            matched = known if guards else [w for w in known if way - {sure_of_all} <= w]
            for place, vector in enumerate(opened[way]):
                least, most = -1, 0
                for other in matched:
                    least &= opened[other][place]
                    most |= opened[other][place]
                if vector & ~(least if guards else most):
                    return True
    return False


def led_back_by_more(circuit: Circuit, promise: Promise, more: More, deadline: float) -> bool | None:
    """Does an answer that says more lead further back on some sheet? None as for `satisfying`."""
    question = circuit.kb.questions[more.question]
    ways = list(goes_back_ways(circuit, promise))
    targets = [atom for less, other, _ in ways for atom in (less, other)]
    for held in _with_each_answer(circuit, question, targets, deadline):
        if held is None:
            return None
        for less, more_said in permutations(held, 2):
            states = [{circuit.names[atom][1] for atom in way} for way in (less, more_said)]
            if says_more(circuit.kb, more, *states):
                for n, (_, _, wanted) in enumerate(ways):
                    other = held[more_said][2 * n + 1]
                    if held[less][2 * n] & (other if wanted else ~other):
                        return True
    return False


def _with_each_answer(
    circuit: Circuit, question: Question, targets: list[int], deadline: float
) -> Iterator[dict[frozenset[int], list[int]] | None]:
    """For each block of answers to all other questions, the bit vectors of the targets with each answer to this one.

    None, and nothing more, where it has over ten million sheets, or time is too short.
    """
    gates, questions = cone(circuit, targets)
    if sheets(circuit.kb, {*questions, question.key}) > MOST_SHEETS:
        yield None
        return
    ways = ways_of(circuit, question.key)
    for bits, ones in _inputs(circuit, [key for key in questions if key != question.key]):
        if time.process_time() >= deadline:
            yield None
            return
        found: dict[frozenset[int], list[int]] = {}
        for way in ways:
            for atom in circuit.inputs[question.key]:
                bits[atom] = ones if atom in way else 0
            settle(gates, bits, ones)
            found[way] = [bits[atom] for atom in targets]
        yield found


def ways_of(circuit: Circuit, key: str) -> list[frozenset[int]]:
    """The atoms that hold in each way to answer a question, in their order."""
    question, atoms = circuit.kb.questions[key], circuit.inputs[key]
    if question.type != "many":
        return [atoms_of_way(circuit, key, way) for way in range(ways_to_answer(circuit.kb, question))]
    found: list[frozenset[int]] = [frozenset()]
    for atom in atoms[:-1] if question.is_open else atoms:  # each tick doubles the ways: those without it, then with it
        found += [way | {atom} for way in found]
    return [frozenset(atoms[-1:]), *found[1:]] if question.is_open else found


def atoms_of_way(circuit: Circuit, key: str, way: int) -> frozenset[int]:
    """The atoms that hold in the n-th way to answer a question; for `many`, n is read as ticks in binary."""
    atoms = circuit.inputs[key]
    if circuit.kb.questions[key].is_open and not way:
        return frozenset({circuit.index[key, UNKNOWN]})
    if circuit.kb.questions[key].type == "many":
        return frozenset(atom for place, atom in enumerate(atoms) if way >> place & 1)
    return frozenset({atoms[way]})


def _inputs(circuit: Circuit, questions: list[str]) -> Iterator[tuple[list[int], int]]:
    """All ways to answer some questions, in blocks.

    Each has the bit vectors of the atoms with those of the inputs set, and the vector of ones.
    """
    kb, inner, width = circuit.kb, {}, 1
    ways_of = {key: ways_to_answer(kb, kb.questions[key]) for key in questions}
    for key in sorted(questions, key=ways_of.__getitem__, reverse=True):  # few blocks, each as large as it may be
        if width * ways_of[key] <= AT_ONCE:
            inner[key] = width
            width *= ways_of[key]
    ones = (1 << width) - 1
    bits = [0] * len(circuit.names)
    for key, stride in inner.items():
        for atom, vector in bits_of_ways(circuit, key, stride, width).items():
            bits[atom] = vector
    outer = [key for key in questions if key not in inner]
    for choice in product(*(range(ways_of[key]) for key in outer)):
        for key, way in zip(outer, choice, strict=True):
            held = atoms_of_way(circuit, key, way)
            for atom in circuit.inputs[key]:
                bits[atom] = ones if atom in held else 0
        yield bits, ones


def bits_of_ways(circuit: Circuit, key: str, stride: int, width: int) -> dict[int, int]:
    """The bit vector of each atom of a question whose way to be answered changes every `stride` sheets."""
    question, atoms = circuit.kb.questions[key], circuit.inputs[key]
    period = stride * ways_to_answer(circuit.kb, question)

    def block(first: int, ways: int, every: int) -> int:
        """The vector of so many ways from the first on, in every so many sheets; the periods fill the width."""
        vector, filled = ((1 << stride * ways) - 1) << stride * first, every
        while filled < width:  # by doubling, as to divide such long numbers takes long
            more = min(filled, width - filled)
            vector |= (vector & (1 << more) - 1) << filled
            filled += more
        return vector

    if question.type == "many":  # the n-th tick is the n-th digit of the way in binary
        vectors = {atom: block(1 << n, 1 << n, stride << n + 1) for n, atom in enumerate(atoms)}
        return {**vectors, atoms[-1]: block(0, 1, period)} if question.is_open else vectors
    return {atom: block(n, 1, period) for n, atom in enumerate(atoms)}
