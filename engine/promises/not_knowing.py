"""Not knowing never opens a door: sheets that differ in one answer, compared.

For a guard question, an unknown answer must not open more than any known one. For another, it must not open more than
all of those that it may turn out to be: with options ticked and the rest not sure, those with these options ticked.
That takes a copy of the circuit for each of these, of which few are ever needed; so one is added only where a sheet was
found that it shows to be none (counterexample-guided refinement: Clarke, Grumberg, Jha, Lu and Veith, 2000).
"""

from functools import cached_property
from typing import Protocol

from milepost.engine.circuit.compile import Circuit
from milepost.engine.model.question import Question
from milepost.engine.promises.differing import Contact, Differing, Found, Way
from milepost.engine.promises.exhaustive import opened_by_not_knowing
from milepost.engine.promises.in_clauses import InClauses
from milepost.engine.promises.in_program import InProgram
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Disagreement, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copied
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE

# What is left in a program of copies that are over makes clingo slow, and a new one takes a while.
QUESTIONS_AT_ONCE = 8


class Encoding(Protocol):
    """The copies as a solver reads them."""

    ways: list[Way]

    def add(self, way: Way) -> None: ...
    def ask(self, deadline: float) -> Found: ...
    def end(self) -> None: ...


class NotKnowing:
    """Compares the answers to one question after the other; each solver is given once what the copies share."""

    def __init__(self, circuit: Circuit):
        self._contact = Contact(circuit)
        self._compared = 0

    @cached_property
    def _clauses(self) -> Clauses:
        return Clauses(self._contact.circuit)

    def compare(self, promise: str, question: Question, deadline: float) -> Comparison:
        """Look for a sheet on which not knowing this answer leads to more contact than knowing it.

        Raises Disagreement if the methods do not agree.
        """
        differing = self.differing(question)
        if not differing.opens:
            return Comparison(question.key, HOLDS_NOWHERE, touches=False)
        by_clingo, ways = self.by_clingo(differing, deadline)
        # The copies that clingo needed are a good guess at those that CaDiCaL does; what it finds is judged by itself.
        by_cadical, ways = self.by_cadical(differing, deadline, ways)
        found = {CLINGO: by_clingo.status, CADICAL: by_cadical.status}
        looked = opened_by_not_knowing(differing.circuit, question, differing.opens, deadline)
        if looked is not None:
            found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
        together = agreed(promise, found)
        if together.status != FOUND:
            return Comparison(question.key, together.status, together.methods)
        simplest, _ = search(differing, InProgram(differing, self._new(), ways, simplest=True), deadline)
        best = simplest if simplest.status == FOUND else by_clingo
        known = [best.known] if question.guard else differing.matched(best.held)
        return Comparison(
            question.key,
            FOUND,
            together.methods,
            sheet=differing.sheet(best.held, best.held.intersection(differing.inputs)),
            others=tuple(differing.sheet(best.held, way) for way in known),
            simplest=best.best,
        )

    def differing(self, question: Question) -> Differing:
        """Return what copies that differ in the answer to a question have for themselves."""
        return Differing(self._contact, question)

    def by_clingo(self, differing: Differing, deadline: float) -> tuple[Found, list[Way]]:
        """Return what clingo finds, and the copies that it needed."""
        if self._compared % QUESTIONS_AT_ONCE == 0:
            self._copied = self._new()
        self._compared += 1
        return search(differing, InProgram(differing, self._copied, differing.at_first()), deadline)

    def by_cadical(
        self, differing: Differing, deadline: float, ways: list[Way] | None = None
    ) -> tuple[Found, list[Way]]:
        """Return what CaDiCaL finds, and the copies that it needed; it may be given some to begin with."""
        ways = differing.at_first() if ways is None else ways
        return search(differing, InClauses(differing, self._clauses, ways), deadline)

    def _new(self) -> Copied:
        return Copied(self._contact.circuit, self._contact.opens)


def search(differing: Differing, encoding: Encoding, deadline: float) -> tuple[Found, list[Way]]:
    """Return what a solver finds, with as many copies as needed, and these.

    Raises Disagreement if it makes nothing of a copy.
    """
    while True:
        found = encoding.ask(deadline)
        way = differing.needed(found.held) if found.status == FOUND and not differing.question.guard else None
        if way is None:
            encoding.end()
            return found, encoding.ways
        if way in encoding.ways:
            raise Disagreement(
                f"a solver and the circuit disagree about not knowing the answer to `{differing.question.key}`"
            )
        encoding.add(way)
