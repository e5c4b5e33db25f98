"""What would change it: the smallest sets of answers whose change gives another step (contrastive explanations).

See Ignatiev, Narodytska, Asher and Marques-Silva, "From contrastive to abductive explanations and back again" (2020).
The sets are found as hitting sets of what stands in the way (Reiter, "A theory of diagnosis from first principles",
1987): where other answers to some questions are not enough, the solver names answers of which one more must change.
What one question alone can change is read off the circuit, for all of its answers at once.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, reduce
from heapq import heappop, heappush
from itertools import islice
from operator import or_

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import step_of
from milepost.engine.circuit.gates import Row
from milepost.engine.circuit.variants import Variants, row_in
from milepost.engine.meaning.states import state_of, states_held
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import More
from milepost.engine.model.question import HANDS, NOT_SURE, UNKNOWN, Question
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.space import Space

MOST = 3
# In whose hands an answer must lie so that its change is something to hope for or to work at.
OWN_HANDS = ("mine", "time")
Keys = frozenset[str]


class Change(msgspec.Struct, frozen=True):
    """Answers that, changed together, lead to `step`; no part of them alone does."""

    answers: dict[str, Answer]
    step: str


def changes(
    space: Space, variants: Variants, sheet: Sheet, step: str, fixed: Collection[str] = (), most: int = MOST
) -> list[Change]:
    """The smallest changes to answers of a sheet that give another step, fewest answers first, at most so many.

    `space` is over the steps. Only answers that lie in the person's own hands or change in time are changed, and none
    of the `fixed` ones; never to an unknown answer, nor to one that a person could not want: a number that only time
    changes never falls, and no answer comes to say less where a promise says which one says more. Among equals what
    lies in the person's own hands comes first, then what is asked first; and of the answers to a question, what is
    written first.
    """
    others = _OtherAnswers(space, variants, sheet, step, fixed)
    found: list[Change] = []
    for keys in islice(others.smallest(), most):
        new = others.first_answers(keys)
        found.append(Change(new, step_of(space.circuit, Sheet({**sheet.answers, **new}))))
    return found


def changeable(question: Question) -> bool:
    """Can the person, or time, change the answer to this question?"""
    return question.changes in OWN_HANDS


class _OtherAnswers:
    """Other answers than those of one sheet, and whether they give another step."""

    def __init__(self, space: Space, variants: Variants, sheet: Sheet, step: str, fixed: Collection[str]):
        self.space, self.variants, self.circuit = space, variants, space.circuit
        self.sheet, self.step = sheet, step
        questions = self.circuit.kb.questions
        self.free = [
            key for key in space.questions if changeable(questions[key]) and key in sheet.answers and key not in fixed
        ]
        self.now = {key: list(space.given({key: sheet.answers.get(key, NOT_SURE)})) for key in space.questions}
        self.barred = {
            key: [
                *(-space.literals[atom] for atom in barred(self.circuit, questions[key], sheet)),
                *(space.literals[atom] for atom in kept(self.circuit, questions[key], sheet)),
            ]
            for key in self.free
        }
        self.another = -space.literals[self.circuit.steps[step]]

    def smallest(self) -> Iterator[Keys]:
        """Yield the smallest sets of questions of which other answers give another step, in order."""
        left = list(self.free)
        for key in sorted(self.free, key=self._hands):
            if self._is_enough(key):
                left.remove(key)
                yield frozenset({key})
        # What is enough by itself is in no other smallest set; and mostly there is none then.
        if self.space.is_possible(self.assumed(left)):
            yield from self._of_several(left)

    def _of_several(self, free: list[str]) -> Iterator[Keys]:
        """Yield the smallest sets among questions of which none is enough by itself."""
        found: list[Keys] = []
        waiting: list[tuple[int, int, list[int], Keys]] = []
        met: set[Keys] = set()

        def wait(keys: Keys) -> None:
            if keys not in met:
                met.add(keys)
                places = sorted(free.index(key) for key in keys)
                heappush(waiting, (len(keys), sum(map(self._hands, keys)), places, keys))

        wait(frozenset())
        while waiting:
            *_, keys = heappop(waiting)
            if any(smaller <= keys for smaller in found):
                continue
            core = self.space.core(self.assumed(keys))
            if core is None:
                found.append(keys)
                yield keys
                continue
            for key in {self.space.question_of[abs(literal)] for literal in core - {self.another}} - keys:
                if key in free:
                    wait(keys | {key})

    def _hands(self, key: str) -> int:
        return HANDS.index(self.circuit.kb.questions[key].changes)

    def _is_enough(self, key: str) -> bool:
        """Does another answer to this question alone give another step?"""
        return key in self._alone and (not self._is_many(key) or self.space.is_possible(self.assumed([key])))

    @cached_property
    def _alone(self) -> dict[str, int]:
        """For each question whose other answers alone give another step the first state that does.

        Lists are among them that perhaps do.
        """
        tried: list[tuple[str, int, Row | None]] = []
        for key in self.free:
            atoms = self.circuit.inputs[key]
            if self._is_many(key):
                tried.append((key, atoms[0], None))
                continue
            for place, atom in enumerate(atoms):
                if -self.space.literals[atom] not in self.barred[key]:
                    tried.append((key, atom, row_in(place, len(atoms))))
        steps = self.variants.steps(self.sheet, [(key, row) for key, _, row in tried])
        another = reduce(or_, (where for step, where in steps.items() if step != self.step), 0)
        found: dict[str, int] = {}
        for place, (key, atom, _) in enumerate(tried):
            if another >> place & 1:
                found.setdefault(key, atom)
        return found

    def _is_many(self, key: str) -> bool:
        return self.circuit.kb.questions[key].type == "many"

    def assumed(self, keys: Collection[str]) -> list[int]:
        """The literals that say: another step, with other answers to these questions only."""
        said = [self.barred[key] if key in keys else now for key, now in self.now.items()]
        return [self.another, *(literal for literals in said for literal in literals)]

    def first_answers(self, keys: Keys) -> dict[str, Answer]:
        """Return for each of these questions the first answer that gives another step, beside those before it."""
        if len(keys) == 1 and not self._is_many(*keys):
            return {key: self._answer(key, {self._alone[key]}) for key in keys}
        said, new = self.assumed(keys), {}
        among = {self.space.literals[atom] for key in keys for atom in self.circuit.inputs[key]}
        met = self.space.held(said, among) or set()
        for key in (key for key in self.free if key in keys):
            held = set()
            for atom in self.circuit.inputs[key]:
                literal = self.space.literals[atom]
                if self._is_many(key) and literal not in self.now[key]:
                    literal = -literal  # of several options, each stays as it is where it can
                if (abs(literal) in met) != (literal > 0):  # not so in what was found: is it in something else?
                    other = self.space.held([*said, literal], among)
                    literal, met = (-literal, met) if other is None else (literal, other)
                said.append(literal)
                if literal > 0:
                    held.add(atom)
                    if not self._is_many(key):
                        break
            new[key] = self._answer(key, held)
        return new

    def _answer(self, key: str, held: set[int]) -> Answer:
        return sheet_of(self.circuit, [key], held).answers[key]


def barred(circuit: Circuit, question: Question, sheet: Sheet) -> Iterator[int]:
    """Yield the input atoms that another answer may not hold.

    They are unknown; for what only time changes, the smaller numbers; and what says less than the answer does now.
    """
    yield circuit.index[question.key, UNKNOWN]
    if question.type == "number" and question.changes == "time" and not sheet.is_unknown(question):
        states = circuit.inputs[question.key]
        now = circuit.index[question.key, state_of(circuit.kb, question, sheet.answers[question.key])]
        yield from states[: states.index(now)]
    held = states_held(circuit.kb, question, sheet)
    for more in said_more(circuit.kb, question):
        yield from (circuit.index[question.key, option] for option in more.drop if option not in held)
        now = max((place for place, states in enumerate(more.order) if held & set(states)), default=1)
        yield from (circuit.index[question.key, state] for states in more.order[:now] for state in states)


def kept(circuit: Circuit, question: Question, sheet: Sheet) -> Iterator[int]:
    """Yield the input atoms that another answer must hold: options that say more, and are ticked."""
    held = states_held(circuit.kb, question, sheet)
    for more in said_more(circuit.kb, question):
        yield from (circuit.index[question.key, option] for option in more.add if option in held)


def said_more(kb: KnowledgeBase, question: Question) -> Sequence[More]:
    """Return what the promises say of which answers to a question say more."""
    return kb.kept("what says more", lambda: _said_more(kb)).get(question.key, ())


def _said_more(kb: KnowledgeBase) -> dict[str, list[More]]:
    found: dict[str, list[More]] = {}
    for more in (more for promise in kb.promises.values() for more in promise.more):
        found.setdefault(more.question, []).append(more)
    return found
