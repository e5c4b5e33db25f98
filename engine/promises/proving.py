"""Proving promises over every sheet: by clingo, by CaDiCaL, and by looking at all of them where they are few enough."""

import time
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, sheets
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.lasting import making_what_lasts
from milepost.engine.model.promise import GUARD, Promise
from milepost.engine.promises import ending, pairs
from milepost.engine.promises.exhaustive import satisfying
from milepost.engine.promises.formula import BROKEN, GIVEN, broken_by, promised, speaks_of_nothing
from milepost.engine.promises.methods import CADICAL, CLINGO, EVERY_SHEET, Agreed, agreed
from milepost.engine.promises.not_knowing import NotKnowing
from milepost.engine.promises.touching import Reach, reaches
from milepost.engine.promises.unruled import Unruled
from milepost.engine.promises.verdict import Broken, Comparison, Holds, Trivial, Undecided, Verdict
from milepost.engine.solver import search
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, UNDECIDED

SECONDS = 60
TOO_SHORT = "the time given was too short"


class Prover:
    """Proves the promises of one knowledge base. What several proofs need is made once, and goes with this object."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb

    @cached_property
    def circuit(self) -> Circuit:
        """The circuit with the gates of the promises."""
        return promised(self.kb)

    @cached_property
    def clauses(self) -> Clauses:
        """The same as clauses."""
        return Clauses(self.circuit)

    @cached_property
    def finder(self) -> search.Finder:
        """The same as a program for clingo, as far as it was asked about it."""
        return search.Finder(self.circuit)

    @cached_property
    def unruled(self) -> Unruled:
        """What promises say before any rule is read."""
        return Unruled(self.circuit)

    @cached_property
    def reaches(self) -> dict[str, Reach]:
        """For each promise what it can depend on."""
        return reaches(self.circuit)

    def touching(self, rule: str) -> list[str]:
        """Return the promises that a rule can break or keep; those on the fewest rules first, as they are closest."""
        touched = (id for id, reach in self.reaches.items() if rule in reach.rules)
        return sorted(touched, key=lambda id: len(self.reaches[id].rules))

    def prove(self, promise: Promise, seconds: float = SECONDS) -> Verdict:
        """Return the verdict on a promise of the knowledge base, undecided if that takes longer.

        Raises Disagreement if the methods do not agree.
        """
        deadline = time.process_time() + seconds
        with making_what_lasts():  # to search all circuits for garbage takes longer than most proofs
            if promise.ends_within:
                return self._end(promise, deadline)
            return self._compare(promise, deadline) if promise.compares else self._search(promise, deadline)

    def _search(self, promise: Promise, deadline: float) -> Verdict:
        """The verdict on a promise that speaks of each sheet by itself."""
        about, broken = self._about(promise), self.circuit.index[BROKEN, promise.id]
        if promise.never is not None and speaks_of_nothing(self.kb, promise.never):
            return Trivial(**about, why="no step and no line of advice is of the kind that it speaks of")
        case = self._case(promise, deadline)
        if case.status == HOLDS_NOWHERE:
            return Trivial(**about, methods=case.methods, why="its case never comes about")
        if self.unruled.says_nothing(promise, deadline):
            return Trivial(**about, methods=(CADICAL,), why="no rule could break it")
        found = self.finder.find(broken, deadline)
        together = self._agreed(promise, broken, found.status, deadline)
        if found.sheet is not None:
            best = search.simplest(self.circuit, broken, deadline)
            witness = best.sheet or found.sheet
            return Broken(**about, methods=together.methods, witness=witness, simplest=best.simplest)
        if UNDECIDED in (case.status, together.status):
            return Undecided(**about, why=TOO_SHORT)
        return Holds(**about, methods=together.methods)

    def _end(self, promise: Promise, deadline: float) -> Verdict:
        """The verdict on a promise that a case ends the interview."""
        about = self._about(promise)
        case = self._case(promise, deadline)
        if case.status == HOLDS_NOWHERE:
            return Trivial(**about, methods=case.methods, why="its case never comes about")
        found = ending.compared(promise, self.circuit, deadline)
        if found.sheet is not None:
            about |= {"methods": found.methods, "others": found.others}
            return Broken(**about, witness=found.sheet, simplest=found.simplest)
        if UNDECIDED in (case.status, found.status):
            return Undecided(**about, why=TOO_SHORT)
        return Holds(**about, methods=found.methods)

    def _case(self, promise: Promise, deadline: float) -> Agreed:
        """What all methods say about a sheet in the case of a promise."""
        given = self.circuit.index[GIVEN, promise.id]
        return self._agreed(promise, given, self.finder.find(given, deadline).status, deadline)

    def _agreed(self, promise: Promise, target: int, by_clingo: str, deadline: float) -> Agreed:
        """What all methods say about a sheet for which the target atom holds, given what clingo does."""
        found = {CLINGO: by_clingo, CADICAL: self.clauses.decide([target + 1], deadline)}
        looked = satisfying(self.circuit, target, deadline)
        if looked is not None:
            found[EVERY_SHEET] = FOUND if looked else HOLDS_NOWHERE
        return agreed(promise.id, found)

    def _compare(self, promise: Promise, deadline: float) -> Verdict:
        """The verdict on a promise about sheets that differ in one answer."""
        compared = tuple(self._comparisons(promise, deadline))
        about = {**self._about(promise), "compared": compared}
        touching = [c for c in compared if c.touches]
        if not touching:
            return Trivial(**about, why=f"no such question can touch any {'step' if promise.more else 'contact'}")
        undecided = any(c.status == UNDECIDED for c in touching)
        decided = [c for c in touching if c.status != UNDECIDED]
        methods = tuple(m for m in (CLINGO, CADICAL, EVERY_SHEET) if all(m in c.methods for c in decided))
        if broken := [(c, c.sheet) for c in touching if c.sheet is not None]:
            worst, witness = min(broken, key=lambda pair: search.count_known(pair[1]))
            simplest = not undecided and all(c.simplest for c, _ in broken)
            return Broken(
                **about,
                methods=methods,
                witness=witness,
                simplest=simplest,
                question=worst.question,
                others=worst.others,
            )
        return Undecided(**about, why=TOO_SHORT) if undecided else Holds(**about, methods=methods)

    def _comparisons(self, promise: Promise, deadline: float) -> Iterator[Comparison]:
        """What is found question by question."""
        if promise.more:
            yield from pairs.compared(promise.id, pairs.saying_more(self.circuit, promise), deadline)
        elif promise.unknown == GUARD:
            yield from pairs.compared(promise.id, pairs.guarding(self.circuit, promise), deadline)
        else:
            questions = filter(promise.asks_of, self.kb.questions.values())
            yield from NotKnowing(self.circuit, questions).compared(promise.id, deadline)

    def _about(self, promise: Promise) -> dict[str, Any]:
        """What every verdict on a promise tells."""
        questions = cone(self.circuit, broken_by(self.circuit, promise))[1]
        return {
            "promise": promise.id,
            "says": promise.says,
            "sheets": sheets(self.kb),
            "looked_at": sheets(self.kb, questions),
        }
