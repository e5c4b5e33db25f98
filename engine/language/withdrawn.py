"""Lines of advice that were withdrawn, taken out of what was read together with all that refers to them.

A line that does harm has to be gone with one edit, before anybody has mended what stood on it. So nothing but `milepost
check` stops at what is missing then: it names the promises and examples that still need the line.
"""

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from milepost.engine.model.advice import Advice
from milepost.engine.model.source import AT_WORK, BACKGROUND, TOLD, Statement
from milepost.engine.model.system import System

Entries = dict[str, dict[str, Any]]


def withdrawn(entries: Entries) -> dict[str, Advice]:
    """Return the lines that bear a date of withdrawal, by their ids."""
    return {id: line for id, line in entries["advice"].items() if line.withdrawn}


def without(entries: Entries, gone: dict[str, Advice]) -> Entries:
    """Return the entries by section and name without the lines `gone`, and with no reference to them.

    Promises and examples stay as they are written: what they need must not be forgotten.
    """
    if not gone:
        return entries
    kept = {id: line for id, line in entries["advice"].items() if id not in gone}
    return {
        **entries,
        "advice": {id: replace(line, replaces=_still(line.replaces, gone)) for id, line in kept.items()},
        "steps": {key: replace(step, first=_still(step.first, gone)) for key, step in entries["steps"].items()},
        "systems": {key: _system(system, gone) for key, system in entries["systems"].items()},
        "conflicts": {id: replace(one, touches=_still(one.touches, gone)) for id, one in entries["conflicts"].items()},
        "research": {id: replace(one, about=_still(one.about, gone)) for id, one in entries["research"].items()},
        "statements": {id: _statement(one, gone) for id, one in entries["statements"].items()},
    }


def _still(names: tuple[str, ...], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def _system(system: System, gone: Collection[str]) -> System:
    return replace(system, parts=tuple(replace(p, carried_by=_still(p.carried_by, gone)) for p in system.parts))


def _statement(statement: Statement, gone: dict[str, Advice]) -> Statement:
    """What a source says is not at work any more once the line that carried it is gone."""
    if statement.status not in (AT_WORK, TOLD) or statement.carrier not in gone:
        return statement
    why = f"The line that said it was withdrawn on {gone[statement.carrier].withdrawn}."
    return replace(statement, status=BACKGROUND, carrier="", how="", why=why)
