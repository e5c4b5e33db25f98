"""Not knowing never opens a door: sheets that differ in one answer, compared.

For a guard question, an unknown answer must not open more than any known one. For another, it must not open more than
all of those that it may turn out to be: with options ticked and the rest not sure, those with these options ticked.
That takes a copy of the circuit for each of these, of which few are ever needed; so one is added only where a sheet was
found that it shows to be none (counterexample-guided refinement: Clarke, Grumberg, Jha, Lu and Veith, 2000).
"""

from typing import Protocol

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import part
from milepost.engine.model.question import Question
from milepost.engine.promises.differing import Differing, Found, Way
from milepost.engine.promises.exhaustive import opened_by_not_knowing
from milepost.engine.promises.in_clauses import InClauses
from milepost.engine.promises.in_program import InProgram
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Disagreement, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE


class Encoding(Protocol):
    """The copies as a solver reads them."""

    ways: list[Way]

    def add(self, way: Way) -> None: ...
    def ask(self, deadline: float) -> Found: ...


def compare(promise: str, circuit: Circuit, question: Question, deadline: float) -> Comparison:
    """Look for a sheet on which not knowing this answer leads to more contact than knowing it.

    Raises Disagreement if the methods do not agree.
    """
    differing = Differing(circuit, question)
    if not differing.opens:
        return Comparison(question.key, HOLDS_NOWHERE, touches=False)
    # Clauses of its own, and no more than contact depends on: copies for other questions would be dragged along.
    in_clauses = InClauses(differing, Clauses(part(circuit, differing.opens)))
    by_cadical = search(differing, in_clauses, deadline)
    # The copies that CaDiCaL needed are a good guess at those that clingo does; what it finds is judged by itself.
    in_program = InProgram(differing, in_clauses.ways)
    by_clingo = search(differing, in_program, deadline)
    found = {CLINGO: by_clingo.status, CADICAL: by_cadical.status}
    looked = opened_by_not_knowing(circuit, question, differing.opens, deadline)
    if looked is not None:
        found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
    together = agreed(promise, found)
    if together.status != FOUND:
        return Comparison(question.key, together.status, together.methods)
    simplest = search(differing, InProgram(differing, in_program.ways, simplest=True), deadline)
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


def search(differing: Differing, encoding: Encoding, deadline: float) -> Found:
    """Return what a solver finds, with as many copies as needed. Raises Disagreement if it makes nothing of a copy."""
    while True:
        found = encoding.ask(deadline)
        if found.status != FOUND or differing.question.guard:
            return found
        way = differing.widest(found.held)
        if way is None:
            return found
        if way in encoding.ways:
            raise Disagreement(
                f"a solver and the circuit disagree about not knowing the answer to `{differing.question.key}`"
            )
        encoding.add(way)
