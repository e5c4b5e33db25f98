"""Asking clingo: the one place that sets it up, and that is not deaf to Ctrl-C while it works.

A program is handed over as text, which people can read, or rule by rule, which takes less time. Either is made once and
then asked any number of times, each time under assumptions, so that what clingo has learnt is kept (multi-shot solving:
Gebser, Kaminski, Kaufmann and Schaub, 2019).
"""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.gates import Gate

if TYPE_CHECKING:
    import clingo

HOLDS_NOWHERE, FOUND, UNDECIDED = "none", "found", "undecided"
PATIENCE = 0.05


class Answer(msgspec.Struct, frozen=True):
    """`status` says if there is an answer set; `atoms` are the terms of the last one, `best` if none is smaller."""

    status: str
    atoms: frozenset[str] = frozenset()
    best: bool = False


def solve(program: str, deadline: float) -> Answer:
    """Return the answer to a program in text; the smallest answer set found where it has a #minimize.

    `deadline` is a time of time.process_time(), as other programs are not to shorten it. Past it nothing is decided any
    more: grounding cannot be broken off, so the clock is read before it and after it.
    """
    if time.process_time() >= deadline:
        return Answer(UNDECIDED)
    control = _control()
    control.add("base", [], program)
    control.ground([("base", [])])
    if time.process_time() >= deadline:
        return Answer(UNDECIDED)
    found: list[frozenset[str]] = []

    def keep(model: "clingo.Model") -> None:
        found.append(frozenset(str(symbol) for symbol in model.symbols(atoms=True)))

    status, best = _decided(control, keep, deadline)
    return Answer(status, found[-1] if found else frozenset(), best)


class TwoThreads(RuntimeError):
    """A solver was asked while another thread was asking it; clingo would end the whole process."""


class Program:
    """Rules over numbered literals: positive where an atom holds, negative where it does not.

    Serves one thread at a time: what asks while another does raises TwoThreads.
    """

    def __init__(self, circuit: Circuit):
        self._circuit = circuit
        self._control = _control()
        self._in_use = threading.Lock()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._in_use.acquire(blocking=False):
            raise TwoThreads("a solver serves one thread at a time")
        try:
            yield
        finally:
            self._in_use.release()

    def add(self) -> "Rules":
        """Return what takes more rules, as a context; they count when it is left."""
        return Rules(self._circuit, self._control.backend())

    def is_possible(self, assumed: Iterable[int]) -> bool:
        """Return whether some answer set has all these literals."""
        with self._alone():
            return bool(self._control.solve(assumptions=list(assumed)).satisfiable)

    def held(self, assumed: Iterable[int], among: Collection[int]) -> set[int] | None:
        """Return those of some literals that hold in an answer set with all the assumed ones; None if there is none."""
        with self._alone(), self._control.solve(assumptions=list(assumed), yield_=True) as handle:
            model = handle.model()
            return None if model is None else {literal for literal in among if model.is_true(literal)}

    def decide(
        self, among: Collection[int], deadline: float, assumed: Iterable[int] = ()
    ) -> tuple[str, frozenset[int], bool]:
        """Return a status, those of some literals that hold in the last answer set met, and if that is the best."""
        found: list[frozenset[int]] = []

        def keep(model: "clingo.Model") -> None:
            found.append(frozenset(literal for literal in among if model.is_true(literal)))

        if time.process_time() >= deadline:
            return UNDECIDED, frozenset(), False
        with self._alone():
            status, best = _decided(self._control, keep, deadline, assumed)
        return status, found[-1] if found else frozenset(), best

    def core(self, assumed: Iterable[int]) -> set[int] | None:
        """Return some of these literals that no answer set has together; None if one has all of them."""
        with self._alone(), self._control.solve(assumptions=list(assumed), yield_=True) as handle:
            return set(handle.core()) if handle.model() is None else None


class Rules:
    """Takes rules of a program, one by one."""

    def __init__(self, circuit: Circuit, backend: "clingo.Backend"):
        self._circuit, self._backend = circuit, backend

    def __enter__(self) -> "Rules":
        self._backend.__enter__()  # type: ignore[no-untyped-call]  # clingo leaves its own untyped
        return self

    def __exit__(self, *error: object) -> None:
        self._backend.__exit__(*error)  # type: ignore[no-untyped-call]  # as above

    def atom(self) -> int:
        """Return the literal of a new atom."""
        return self._backend.add_atom()

    def free(self) -> int:
        """Return the literal of a new atom that may hold or not."""
        atom = self.atom()
        self._backend.add_rule([atom], choice=True)
        return atom

    def rule(self, atom: int, *body: int) -> None:
        """Let an atom hold where all literals of the body do."""
        self._backend.add_rule([atom], body)

    def never(self, *body: int) -> None:
        """Rule out that all these literals hold."""
        self._backend.add_rule([], body)

    def fewest(self, literals: Iterable[int], rank: int = 0) -> None:
        """Ask for an answer set in which the fewest of these literals hold; a higher rank goes first."""
        self._backend.add_minimize(rank, [(literal, 1) for literal in literals])

    def answers(self, key: str) -> dict[int, int]:
        """Return literals for the input atoms of one question, which may be answered in any way."""
        question, atoms = self._circuit.kb.questions[key], self._circuit.inputs[key]
        if question.is_open:  # the last state is `unknown`: it holds where no option does
            options = {atom: self.free() for atom in atoms[:-1]}
            unknown = self.atom()
            self.rule(unknown, *(-literal for literal in options.values()))
            return {**options, atoms[-1]: unknown}
        literals = {atom: self.free() for atom in atoms}
        if question.type != "many":
            chosen = list(literals.values())
            self.never(*(-literal for literal in chosen))
            for place, literal in enumerate(chosen):
                for other in chosen[:place]:
                    self.never(literal, other)
        return literals

    def gates(self, gates: Iterable[Gate], below: Mapping[int, int]) -> dict[int, int]:
        """Return literals for the atoms of gates, in order; `below` has those they look at that are there already."""
        literals, made = dict(below), {}
        for gate in gates:
            made[gate.atom] = literals[gate.atom] = self.atom()
            for way in gate.any_of:
                body = (literals[part - 1] if part > 0 else -literals[-part - 1] for part in way)
                self.rule(literals[gate.atom], *body)
        return made


def _decided(
    control: "clingo.Control", keep: Callable[["clingo.Model"], None], deadline: float, assumed: Iterable[int] = ()
) -> tuple[str, bool]:
    """A status, and if the last answer set kept is the best; asked so that Ctrl-C and the deadline are heard."""
    met = False

    def meet(model: "clingo.Model") -> None:
        nonlocal met
        met = True
        keep(model)

    with control.solve(assumptions=list(assumed), async_=True, on_model=meet) as handle:
        while not handle.wait(PATIENCE):
            if time.process_time() >= deadline:
                handle.cancel()
                break
        result = handle.get()
    if met:
        return FOUND, bool(result.exhausted)
    return (HOLDS_NOWHERE if result.unsatisfiable and not result.interrupted else UNDECIDED), False


def _control() -> "clingo.Control":
    import clingo  # here, as most of what a person is told needs no solver, and it takes a while

    return clingo.Control(["--warn=none"], logger=lambda *_: None)
