"""Whether a question can still matter, exactly: two copies of the rules that differ only in its answer.

A question is deciding for a sheet if two completions that differ only in it differ in the step or in a safety line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from math import inf

from milepost.engine.circuit.compile import SHOWN, Circuit
from milepost.engine.circuit.cone import cone
from milepost.engine.circuit.trying import Trials
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.solver.copies import Copies
from milepost.engine.solver.space import fixed

RECENT = 8


def deciding_targets(circuit: Circuit) -> list[int]:
    """The atoms that deciding questions are about: the steps, and the safety lines."""
    return [*circuit.steps.values(), *circuit.safety]


def refining_targets(circuit: Circuit) -> list[int]:
    """The atoms that refining questions are about: all other advice."""
    safety = set(circuit.safety)
    shown = (circuit.index[SHOWN, id] for id in circuit.kb.advice)
    return [atom for atom in shown if atom not in safety]


class Relevance:
    """Decides for each question whether it can matter to some target atoms.

    One program, made when first needed, does for all. Of the last few times asked, the answer is kept: a question that
    is offered is asked about again when the offer is taken.
    """

    def __init__(self, circuit: Circuit, targets: Iterable[int]):
        self.circuit, self.targets = circuit, tuple(targets)
        self._recent = lru_cache(RECENT)(lambda key, answers: self._found(key, dict(answers)))
        self._tried = lru_cache(RECENT)(lambda keys, answers: self._trials[0].differing(keys, dict(answers)))

    @cached_property
    def questions(self) -> list[str]:
        """The questions that the targets can depend on, in the order of asking."""
        return cone(self.circuit, self.targets)[1]

    def matters(self, key: str, answers: Mapping[str, Answer]) -> bool:
        """Return whether two completions of these answers differ only in the answer to `key` and in some target.

        Most of those that are there are found by trying; to find the others, or that there are none, takes a solver.
        """
        return key in self.questions and self._recent(key, frozenset(answers.items()))

    def mattering(self, keys: Sequence[str], answers: Mapping[str, Answer], at_once: int) -> Iterator[str]:
        """Yield those of some questions that matter, in their order; so many are tried at once."""
        for place in range(0, len(keys), at_once):
            few = tuple(keys[place : place + at_once])
            tried = self._tried(few, frozenset(answers.items())) if at_once > 1 else ()
            yield from (key for key in few if key in tried or self.matters(key, answers))

    def forget(self) -> None:
        """Drop what was found out from anybody's answers."""
        self._recent.cache_clear()
        self._tried.cache_clear()

    def prepare(self) -> None:
        """Make now what is otherwise made when it is first needed; without asking clingo.

        It calls back into Python, and a program that ends meanwhile would be aborted.
        """
        for trials in self._trials:
            trials.prepare()
        _ = self._copies

    def witness(self, key: str, answers: Mapping[str, Answer]) -> tuple[Sheet, ...]:
        """Return two complete sheets that show that a question matters, as in `matters`; nothing where it does not."""
        return self._copies.decide(inf, self._assumed(key, answers))[1] if key in self.questions else ()

    def _found(self, key: str, answers: Mapping[str, Answer]) -> bool:
        return any(trials.differ(key, answers) for trials in self._trials) or self._copies.program.is_possible(
            self._assumed(key, answers)
        )

    @cached_property
    def _trials(self) -> tuple[Trials, ...]:
        """A few examples, which do nearly always, and all of them."""
        every = Trials(self.circuit, self.targets)
        return every.one_in(8), every

    @cached_property
    def _copies(self) -> Copies:
        copies = Copies(self.circuit, self.targets)
        with copies.program.add() as rules:
            rules.never(*(-copies.differs[atom] for atom in self.targets if atom in copies.differs))
        return copies

    def _assumed(self, key: str, answers: Mapping[str, Answer]) -> Iterator[int]:
        """Yield what is assumed: the answers but that to `key`, and that no other may differ."""
        copies = self._copies
        for question, literal in copies.may_differ.items():
            yield literal if question == key else -literal
        given = {q: answers[q] for q in self.questions if q in answers and q != key}
        yield from fixed(self.circuit, given, copies.one)
