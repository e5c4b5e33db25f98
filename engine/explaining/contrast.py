"""What would change it: the smallest sets of answers whose change gives another step (contrastive explanations).

See Ignatiev, Narodytska, Asher and Marques-Silva, "From contrastive to abductive explanations and back again" (2020).
The sets are found as hitting sets of what stands in the way (Reiter, "A theory of diagnosis from first principles",
1987): where other answers to some questions are not enough, the solver names answers of which one more must change.
"""

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import conclude
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


def changes(space: Space, sheet: Sheet, step: str, fixed: Collection[str] = (), most: int = MOST) -> list[Change]:
    """The smallest changes to answers of a sheet that give another step, fewest answers first, at most so many.

    `space` is over the steps. Only answers that lie in the person's own hands or change in time are changed, and none
    of the `fixed` ones; never to an unknown answer, nor to one that a person could not want: a number that only time
    changes never falls, and no answer comes to say less where a promise says which one says more. Among equals what
    lies in the person's own hands comes first, then what is asked first; and of the answers to a question, what is
    written first.
    """
    others = _OtherAnswers(space, sheet, step, fixed)
    found: list[Change] = []
    for keys in others.smallest(most):
        new = others.first_answers(keys)
        found.append(Change(new, conclude(space.circuit, Sheet({**sheet.answers, **new})).step))
    return found


def changeable(question: Question) -> bool:
    """Can the person, or time, change the answer to this question?"""
    return question.changes in OWN_HANDS


class _OtherAnswers:
    """Other answers than those of one sheet, and whether they give another step."""

    def __init__(self, space: Space, sheet: Sheet, step: str, fixed: Collection[str]):
        self.space, self.circuit = space, space.circuit
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

    def smallest(self, most: int) -> Iterator[Keys]:
        """Yield the smallest sets of questions of which other answers give another step, at most so many."""
        hands = {key: HANDS.index(self.circuit.kb.questions[key].changes) for key in self.free}
        found: list[Keys] = []
        waiting: list[tuple[int, int, list[int], Keys]] = []
        met: set[Keys] = set()

        def wait(keys: Keys) -> None:
            if keys not in met:
                met.add(keys)
                places = sorted(self.free.index(key) for key in keys)
                heappush(waiting, (len(keys), sum(hands[key] for key in keys), places, keys))

        wait(frozenset())
        while waiting and len(found) < most:
            *_, keys = heappop(waiting)
            if any(smaller <= keys for smaller in found):
                continue
            core = self.space.core(self.assumed(keys))
            if core is None:
                found.append(keys)
                yield keys
                continue
            for key in {self.space.question_of[abs(literal)] for literal in core - {self.another}} - keys:
                if key in self.barred:
                    wait(keys | {key})

    def assumed(self, keys: Collection[str]) -> list[int]:
        """The literals that say: another step, with other answers to these questions only."""
        said = [self.barred[key] if key in keys else now for key, now in self.now.items()]
        return [self.another, *(literal for literals in said for literal in literals)]

    def first_answers(self, keys: Keys) -> dict[str, Answer]:
        """Return for each of these questions the first answer that gives another step, beside those before it."""
        said, new = self.assumed(keys), {}
        for question in (self.circuit.kb.questions[key] for key in self.free if key in keys):
            held = set()
            for atom in self.circuit.inputs[question.key]:
                literal = self.space.literals[atom]
                if question.type == "many" and literal not in self.now[question.key]:
                    literal = -literal  # of several options, each stays as it is where it can
                said.append(literal if self.space.is_possible([*said, literal]) else -literal)
                if said[-1] > 0:
                    held.add(atom)
                    if question.type != "many":
                        break
            new[question.key] = sheet_of(self.circuit, [question.key], held).answers[question.key]
        return new


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
