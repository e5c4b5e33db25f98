"""Not knowing never opens a door: an unknown answer must not open more than all those that it may turn out to be.

With options ticked and the rest not sure, these are the answers with these options ticked. That takes a copy of the
circuit for each of them, of which few are ever needed; so one is added only where a sheet was found that it shows to be
none (counterexample-guided refinement: Clarke, Grumberg, Jha, Lu and Veith, 2000). One copy serves all questions that
are still open, with one answer to each; which of them is asked of is assumed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

from milepost.engine.circuit.compile import Circuit
from milepost.engine.model.question import Question
from milepost.engine.promises.differing import Contact, Differing, Found, Way
from milepost.engine.promises.exhaustive import opened_by_not_knowing
from milepost.engine.promises.in_clauses import InClauses
from milepost.engine.promises.in_program import InProgram
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Disagreement, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE

Ways = dict[str, list[Way]]  # for some questions, the known answers that copies give


class Encoding(Protocol):
    """The copies as a solver reads them."""

    def add(self, answers: Sequence[tuple[Differing, Way]]) -> None: ...
    def ask(self, differing: Differing, deadline: float) -> Found: ...


class NotKnowing:
    """Compares unknown answers to some questions with known ones; `touching` are those that can touch any contact."""

    def __init__(self, circuit: Circuit, questions: Iterable[Question]):
        self.contact, self.questions = Contact(circuit), list(questions)
        every = (Differing(self.contact, question) for question in self.questions)
        self.touching = {differing.question.key: differing for differing in every if differing.opens}

    def compared(self, promise: str, deadline: float) -> Iterator[Comparison]:
        """Look, for each question, for a sheet on which not knowing the answer leads to more contact than knowing it.

        Raises Disagreement if the methods do not agree.
        """
        by_cadical, ways = self.by_cadical(deadline)
        # The copies that CaDiCaL needed are a good guess at those that clingo does; what it finds is judged by itself.
        by_clingo, ways = self.by_clingo(deadline, ways)
        for question in self.questions:
            differing = self.touching.get(question.key)
            if differing is None:
                yield Comparison(question.key, HOLDS_NOWHERE, touches=False)
                continue
            best = by_clingo[question.key]
            found = {CLINGO: best.status, CADICAL: by_cadical[question.key].status}
            looked = opened_by_not_knowing(differing.circuit, question, differing.opens, False, deadline)
            if looked is not None:
                found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
            together = agreed(promise, found)
            if together.status != FOUND:
                yield Comparison(question.key, together.status, together.methods)
                continue
            encoding, used = InProgram(self.contact, [differing], simplest=True), {question.key: ways[question.key]}
            simplest = search(encoding, [differing], used, deadline)[0][question.key]
            best = simplest if simplest.status == FOUND else best
            yield Comparison(
                question.key,
                FOUND,
                together.methods,
                sheet=differing.sheet(best.held, best.held.intersection(differing.inputs)),
                others=tuple(differing.sheet(best.held, way) for way in differing.matched(best.held)),
                simplest=best.best,
            )

    def by_cadical(self, deadline: float) -> tuple[dict[str, Found], Ways]:
        """Return what CaDiCaL finds for each question, and the answers that it needed."""
        questions = list(self.touching.values())
        first = {key: [differing.at_first()] for key, differing in self.touching.items()}
        return search(InClauses(self.contact, questions), questions, first, deadline)

    def by_clingo(self, deadline: float, ways: Ways) -> tuple[dict[str, Found], Ways]:
        """Return the same of clingo, given some answers to begin with."""
        questions = list(self.touching.values())
        return search(InProgram(self.contact, questions), questions, ways, deadline)


def search(
    encoding: Encoding, questions: Sequence[Differing], first: Ways, deadline: float
) -> tuple[dict[str, Found], Ways]:
    """Return what a solver finds for each question, with as many copies as needed, and the answers in them.

    Raises Disagreement if it makes nothing of a copy.
    """
    ways = {differing.question.key: list(first[differing.question.key]) for differing in questions}
    found: dict[str, Found] = {}
    for row in zip_longest(*ways.values()):
        encoding.add([(differing, way) for differing, way in zip(questions, row, strict=True) if way is not None])
    still_open = list(questions)
    while still_open:
        answers = []
        for differing in still_open:
            key = differing.question.key
            found[key] = encoding.ask(differing, deadline)
            way = differing.needed(found[key].held) if found[key].status == FOUND else None
            if way in ways[key]:
                raise Disagreement(f"a solver and the circuit disagree about not knowing the answer to `{key}`")
            if way is not None:
                ways[key].append(way)
                answers.append((differing, way))
        if answers:
            encoding.add(answers)
        still_open = [differing for differing, _ in answers]
    return found, ways
