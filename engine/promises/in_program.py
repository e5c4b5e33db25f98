"""The copies for one question as an answer set program, asked of clingo."""

from collections.abc import Iterable, Iterator

from milepost.engine.promises.differing import Differing, Found, Way
from milepost.engine.solver import asp
from milepost.engine.solver.search import fewest_known
from milepost.engine.solver.solve import solve

SHARED, NOT_KNOWING, KNOWING = "shared", "unknown", "known"


class InProgram:
    """One copy that does not know, and others, in a program that is written anew whenever it is asked."""

    def __init__(self, differing: Differing, ways: Iterable[Way] = (), simplest: bool = False):
        self.differing, self.simplest = differing, simplest
        self.ways = list(ways)
        self.own = differing.touched.union(differing.inputs)

    def add(self, way: Way) -> None:
        """Add the copy in which the question is answered in this way."""
        self.ways.append(way)

    def ask(self, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than the copies; for the `simplest`, if that is wanted."""
        differing = self.differing
        answer = solve("\n".join([*self._program(), *(self._fewest() if self.simplest else ())]), deadline)
        shared = {
            atom
            for key in differing.shared
            for atom in differing.circuit.inputs[key]
            if self._term(atom) in answer.atoms
        }
        unknown, known = (
            frozenset(atom for atom in differing.inputs if self._term(atom, copy) in answer.atoms)
            for copy in (NOT_KNOWING, KNOWING)
        )
        return Found(answer.status, unknown | shared, known, answer.best)

    def _program(self) -> Iterator[str]:
        """What the copies share, the copies, and that the one that does not know is more open."""
        differing = self.differing
        yield from asp.choices(differing.circuit, differing.shared, self._term)
        yield from asp.rules([gate for gate in differing.gates if gate.atom not in differing.touched], self._term)
        yield from self._copy_with_any(NOT_KNOWING)
        yield f":- not {self._term(differing.unknown, NOT_KNOWING)}."
        known = {f"{KNOWING}_{n}": way for n, way in enumerate(self.ways, 1)}
        if differing.question.guard:
            yield from self._copy_with_any(KNOWING)
            yield f":- {self._term(differing.unknown, KNOWING)}."
        for copy, way in known.items():
            yield from (f"{self._term(atom, copy)}." for atom in sorted(way))
            yield from self._copy(copy)
            for literal in differing.left_out(way):
                yield f"other({copy}) :- {self._term(literal - 1, NOT_KNOWING)}."
        for atom in differing.opens:
            for copy in (*known, *([KNOWING] if differing.question.guard else ())):
                yield f"matched({atom}) :- {self._term(atom, copy)}, not other({copy})."
            yield f"worse :- {self._term(atom, NOT_KNOWING)}, not matched({atom})."
        yield ":- not worse."

    def _copy_with_any(self, copy: str) -> Iterator[str]:
        yield from asp.choices(
            self.differing.circuit, [self.differing.question.key], lambda atom: self._term(atom, copy)
        )
        yield from self._copy(copy)

    def _copy(self, copy: str) -> Iterator[str]:
        yield from asp.rules(self.differing.touched_gates, lambda atom: self._term(atom, copy))

    def _fewest(self) -> Iterator[str]:
        """Statements that ask for few known answers, and for few options ticked beside the unknown one."""
        differing = self.differing
        yield fewest_known(differing.circuit, differing.shared, self._term)
        if differing.question.type == "many":
            ticked = [self._term(atom, NOT_KNOWING) for atom in differing.inputs if atom != differing.unknown]
            yield "#minimize { " + "; ".join(f"1,{option} : {option}" for option in ticked) + " }."

    def _term(self, atom: int, copy: str = SHARED) -> str:
        """The term for an atom, in a copy where it may differ between them; short ones, as there are many and nobody reads them."""
        return f"{copy if atom in self.own else SHARED}({atom})"
