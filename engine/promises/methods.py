"""The ways to decide a promise, each without the others, and what they agree on."""

from collections.abc import Mapping

import msgspec

from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE, UNDECIDED

CLINGO, CADICAL, EVERY_SHEET = "clingo", "CaDiCaL", "every sheet"


class Disagreement(Exception):
    """Two methods disagree about a promise: a bug in milepost, never a property of the knowledge base."""


class Agreed(msgspec.Struct, frozen=True):
    """What is decided, as a status of a search, and by which methods."""

    status: str
    methods: tuple[str, ...]


def agreed(promise: str, found: Mapping[str, str]) -> Agreed:
    """Return what the methods say together, given the status of each; where one had too little time, UNDECIDED.

    What clingo has found stands by itself, as it comes with a sheet. That nothing is to be found takes both solvers; to
    look at every sheet is more than is asked for. Raises Disagreement if one has found what another says is not there.
    """
    finding = [method for method, status in found.items() if status == FOUND]
    denying = [method for method, status in found.items() if status == HOLDS_NOWHERE]
    if finding and denying:
        raise Disagreement(f"{finding[0]} and {denying[0]} disagree about the promise `{promise}`")
    if CLINGO in finding:
        return Agreed(FOUND, tuple(finding))
    if {CLINGO, CADICAL} <= set(denying):
        return Agreed(HOLDS_NOWHERE, tuple(denying))
    return Agreed(UNDECIDED, ())
