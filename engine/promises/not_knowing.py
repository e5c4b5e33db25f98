"""Not knowing never opens a door: copies of the program side by side that differ in one answer.

What the question cannot touch is shared between the copies (self-composition: Barthe, D'Argenio and Rezk, 2004). For a
guard question there is one copy with any known answer, and the unknown one must not be more open than it. For another
question there is one for each known answer, and the unknown one must not be more open than all of those that it may
turn out to be: with options ticked and the rest not sure, those with these options ticked.
"""

from collections.abc import Iterator

import msgspec

from milepost.engine.circuit.compile import Circuit, Gate
from milepost.engine.circuit.cone import cone, ways_to_answer
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.promises.exhaustive import atoms_of_way, opened_by_not_knowing
from milepost.engine.promises.formula import OPEN
from milepost.engine.solver import asp
from milepost.engine.solver.search import fewest_known, sheet_of
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, solve

NOT_KNOWING, KNOWING = "unknown", "known"


class Comparison(msgspec.Struct, frozen=True):
    """For one question: `status` as of clingo; where `found`, `sheet` has the unknown answer and `others` known ones.

    `touches` is false where the question cannot reach any step or line with contact; `every_sheet` says if all sheets
    were looked at too, and what that showed; `simplest` as of a search.
    """

    question: str
    status: str
    touches: bool = True
    every_sheet: bool | None = None
    sheet: Sheet | None = None
    others: tuple[Sheet, ...] = ()
    simplest: bool = False


def compare(circuit: Circuit, question: Question, deadline: float) -> Comparison:
    """Looks for a sheet on which not knowing this answer leads to more contact than knowing it."""
    return Copies(circuit, question).compared(deadline)


class Copies:
    """The copies of the program for one question: which atoms differ between them, and how they are named."""

    def __init__(self, circuit: Circuit, question: Question):
        self.circuit, self.question = circuit, question
        self.inputs = circuit.inputs[question.key]
        opens = [atom for atom, (kind, _) in enumerate(circuit.names) if kind == OPEN]
        self.gates, asked = cone(circuit, opens)
        self.touched = _touched(self.gates, self.inputs)
        self.opens = [atom for atom in opens if atom in self.touched]
        self.shared = [key for key in asked if key != question.key]
        unknown = circuit.index[question.key, UNKNOWN]
        ways = [atoms_of_way(circuit, question.key, way) for way in range(ways_to_answer(circuit.kb, question))]
        known = [way for way in ways if unknown not in way]
        self.known = {KNOWING: None} if question.guard else {f"{KNOWING}_{n}": way for n, way in enumerate(known, 1)}

    def compared(self, deadline: float) -> Comparison:
        """What the comparison shows."""
        key = self.question.key
        if not self.opens:
            return Comparison(key, HOLDS_NOWHERE, touches=False)
        lines = list(self.program())
        answer = solve("\n".join(lines), deadline)
        looked = opened_by_not_knowing(self.circuit, self.question, self.opens, deadline)
        if answer.status != FOUND:
            return Comparison(key, answer.status, every_sheet=looked)
        fewest = solve("\n".join([*lines, fewest_known(self.circuit, self.shared), self.fewest_ticked()]), deadline)
        atoms = (fewest if fewest.status == FOUND else answer).atoms
        others = [self.sheet(copy, atoms) for copy in self.known if f"other({copy})" not in atoms]
        return Comparison(key, FOUND, True, looked, self.sheet(NOT_KNOWING, atoms), tuple(others), fewest.best)

    def program(self) -> Iterator[str]:
        """What the copies share, the copies, and that the one that does not know is more open."""
        yield from asp.choices(self.circuit, self.shared, self.term)
        yield from asp.rules([g for g in self.gates if g.atom not in self.touched], self.term)
        yield from self.copy(NOT_KNOWING, None)
        yield f":- not {self.term(self.circuit.index[self.question.key, UNKNOWN], NOT_KNOWING)}."
        for copy, way in self.known.items():
            yield from self.copy(copy, way)
        for atom in self.opens:
            for copy in self.known:
                yield f"matched({self.term(atom)}) :- {self.term(atom, copy)}, not other({copy})."
            yield f"worse :- {self.term(atom, NOT_KNOWING)}, not matched({self.term(atom)})."
        yield ":- not worse."

    def copy(self, copy: str, way: frozenset[int] | None) -> Iterator[str]:
        """One copy: with the answer given by `way`, or with any (None)."""

        def named(atom: int) -> str:
            return self.term(atom, copy)

        if way is None:
            yield from asp.choices(self.circuit, [self.question.key], named)
        if copy in self.known and way is None:
            yield f":- {named(self.circuit.index[self.question.key, UNKNOWN])}."
        for atom in sorted(way or ()):
            yield f"{named(atom)}."
        if (
            way is not None and self.question.type == "many"
        ):  # what is ticked beside not sure is ticked in what it turns out to be
            options = [self.circuit.index[self.question.key, option] for option in self.question.options]
            yield from (f"other({copy}) :- {self.term(atom, NOT_KNOWING)}." for atom in options if atom not in way)
        yield from asp.rules([g for g in self.gates if g.atom in self.touched], named)

    def fewest_ticked(self) -> str:
        """A statement that asks for few options ticked beside the unknown answer."""
        if self.question.type != "many":
            return ""
        ticked = [
            self.term(self.circuit.index[self.question.key, option], NOT_KNOWING) for option in self.question.options
        ]
        return "#minimize { " + "; ".join(f"1,{option} : {option}" for option in ticked) + " }."

    def term(self, atom: int, copy: str = "") -> str:
        """The term for an atom, in a copy where it may differ between them."""
        plain = asp.term(self.circuit, atom)
        return f"in({copy},{plain})" if copy and (atom in self.touched or atom in self.inputs) else plain

    def sheet(self, copy: str, atoms: frozenset[str]) -> Sheet:
        """The sheet of a copy in an answer set."""
        asked = [*self.shared, self.question.key]
        held = {atom for key in asked for atom in self.circuit.inputs[key] if self.term(atom, copy) in atoms}
        return sheet_of(self.circuit, asked, held)


def _touched(gates: list[Gate], inputs: tuple[int, ...]) -> set[int]:
    """The gates that can depend on some inputs."""
    reached = set(inputs)
    for gate in gates:
        if any(abs(literal) - 1 in reached for way in gate.any_of for literal in way):
            reached.add(gate.atom)
    return reached.difference(inputs)
