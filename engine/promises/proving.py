"""Proving one promise over every sheet: by clingo, and again by looking at all of them where they are few enough."""

import time

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, sheets
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.step import CONTACT
from milepost.engine.promises.exhaustive import satisfying
from milepost.engine.promises.formula import BROKEN, GIVEN, OPEN, promised, speaks_of_nothing
from milepost.engine.promises.not_knowing import Comparison, compare
from milepost.engine.solver import search
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, UNDECIDED

HOLDS, BREAKS, NOT_DECIDED, TRIVIAL = "holds", "broken", "undecided", "trivial"
CLINGO, EVERY_SHEET = "clingo", "every sheet"
TOO_SHORT = "the time given was too short"


class Disagreement(Exception):
    """Two methods disagree about a promise: a bug in milepost, never a property of the knowledge base."""


class Verdict(msgspec.Struct, frozen=True):
    """What is known of a promise.

    `sheets` is the number of sheets covered (all that rules can tell apart), `looked_at` how many of them differ in
    what the promise can depend on. `witness` breaks the promise, and is `simplest` if none has fewer known answers; for
    promises about unknown answers it holds the unknown answer to `question`, and `others` are the same sheet with known
    ones. `compared` has each question's result.
    """

    promise: str
    says: str
    status: str
    sheets: int
    looked_at: int
    methods: tuple[str, ...] = ()
    witness: Sheet | None = None
    simplest: bool = False
    question: str = ""
    others: tuple[Sheet, ...] = ()
    compared: tuple[Comparison, ...] = ()
    why: str = ""


def prove(kb: KnowledgeBase, promise: Promise, seconds: float = 60) -> Verdict:
    """The verdict on a promise. Raises Disagreement if clingo and the circuit do not agree."""
    deadline = time.monotonic() + seconds
    return _unknowns(kb, promise, deadline) if promise.unknown else _each_sheet(kb, promise, deadline)


def _each_sheet(kb: KnowledgeBase, promise: Promise, deadline: float) -> Verdict:
    circuit = promised(kb)
    target = circuit.index[BROKEN, promise.id]

    def verdict(status: str, **more) -> Verdict:
        return Verdict(promise.id, promise.says, status, sheets(kb), _differing(circuit, [target]), **more)

    if promise.never is not None and speaks_of_nothing(kb, promise.never):
        return verdict(TRIVIAL, why="no step and no line of advice is of the kind that it speaks of")
    case = search.status(circuit, circuit.index[GIVEN, promise.id], deadline)
    if case == HOLDS_NOWHERE:
        return verdict(TRIVIAL, methods=(CLINGO,), why="its case never comes about")
    found = search.simplest(circuit, target, deadline)
    if UNDECIDED in (case, found.status):
        return verdict(NOT_DECIDED, why=TOO_SHORT)
    looked = satisfying(circuit, target, deadline)
    _agreeing(promise, found.status, looked)
    methods = _methods(looked is not None)
    if found.status == FOUND:
        return verdict(BREAKS, methods=methods, witness=found.sheet, simplest=found.simplest)
    return verdict(HOLDS, methods=methods)


def _unknowns(kb: KnowledgeBase, promise: Promise, deadline: float) -> Verdict:
    circuit = promised(kb)
    asked = [q for q in kb.questions.values() if q.guard == (promise.unknown == "guard")]
    compared = tuple(compare(circuit, question, deadline) for question in asked)
    touching = [c for c in compared if c.touches]
    opens = [circuit.index[OPEN, level] for level in CONTACT[:-1]]
    for c in touching:
        if c.status != UNDECIDED:
            _agreeing(promise, c.status, c.every_sheet)

    def verdict(status: str, **more) -> Verdict:
        return Verdict(
            promise.id, promise.says, status, sheets(kb), _differing(circuit, opens), compared=compared, **more
        )

    if not touching:
        return verdict(TRIVIAL, why="no such question can touch any contact")
    methods = _methods(all(c.every_sheet is not None for c in touching))
    undecided = any(c.status == UNDECIDED for c in touching)
    if broken := [c for c in touching if c.status == FOUND]:
        worst = min(broken, key=lambda c: search.known_answers(c.sheet))
        simplest = not undecided and all(c.simplest for c in broken)
        return verdict(
            BREAKS,
            methods=methods,
            witness=worst.sheet,
            simplest=simplest,
            question=worst.question,
            others=worst.others,
        )
    if undecided:
        return verdict(NOT_DECIDED, why=TOO_SHORT)
    return verdict(HOLDS, methods=methods)


def _differing(circuit: Circuit, targets: list[int]) -> int:
    return sheets(circuit.kb, cone(circuit, targets)[1])


def _methods(looked_at_each: bool) -> tuple[str, ...]:
    return (CLINGO, EVERY_SHEET) if looked_at_each else (CLINGO,)


def _agreeing(promise: Promise, status: str, looked: bool | None) -> None:
    if looked is not None and looked != (status == FOUND):
        raise Disagreement(f"clingo and the circuit disagree about the promise `{promise.id}`")
