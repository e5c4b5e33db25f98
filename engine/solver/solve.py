"""Asking clingo, with a bound on time, and without being deaf to Ctrl-C meanwhile."""

import time

import clingo
import msgspec

HOLDS_NOWHERE, FOUND, UNDECIDED = "none", "found", "undecided"
PATIENCE = 0.05


class Answer(msgspec.Struct, frozen=True):
    """`status` says if there is an answer set; `atoms` are the terms of the last one found, `best` if none is smaller."""

    status: str
    atoms: frozenset[str] = frozenset()
    best: bool = False


def solve(program: str, deadline: float) -> Answer:
    """The answer to a program; the smallest answer set found where it has a #minimize.

    `deadline` is a time of time.monotonic(). Past it nothing is decided any more: grounding cannot be broken off, so the
    clock is read before it and after it.
    """
    if time.monotonic() >= deadline:
        return Answer(UNDECIDED)
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    control.add("base", [], program)
    control.ground([("base", [])])
    if time.monotonic() >= deadline:
        return Answer(UNDECIDED)
    found: list[frozenset[str]] = []

    def keep(model: clingo.Model) -> None:
        found.append(frozenset(str(symbol) for symbol in model.symbols(atoms=True)))

    with control.solve(async_=True, on_model=keep) as handle:
        while not handle.wait(PATIENCE):
            if time.monotonic() >= deadline:
                handle.cancel()
                break
        result = handle.get()
    if found:
        return Answer(FOUND, found[-1], bool(result.exhausted))
    return Answer(HOLDS_NOWHERE) if result.unsatisfiable and not result.interrupted else Answer(UNDECIDED)
