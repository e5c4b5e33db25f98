"""What catches planted faults, laid out as text and as plain data."""

from collections import Counter

from milepost.cli.terminal.layout import wrapped
from milepost.engine.language.sheet_file import written
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import SAY_NOTHING
from milepost.engine.mutation.killing import CAUGHT_BY, HARMLESS, Tried
from milepost.engine.mutation.mutants import MUTATIONS

SCHEMA = "milepost.mutants/1"


class Found:
    """What catches mutants: `caught` counts them by kind and by what, `slipping` has those that slip past.

    Each of these with whom it harms, as far as that is known.
    """

    def __init__(self) -> None:
        self.caught = {name: Counter[str]() for name in MUTATIONS}
        self.slipping: list[tuple[Tried, Sheet | None]] = []

    def add(self, one: Tried, person: Sheet | None = None) -> None:
        self.caught[one.mutant.mutation][one.caught_by] += 1
        if one.slips_past:
            self.slipping.append((one, person))


def table(found: Found, columns: int) -> str:
    """How many of each kind are caught by what, a kind to a line."""
    heads = [f"{name:>10}" for name in ("mutants", *CAUGHT_BY)]
    rows = ["".join([" " * 38, *heads])]
    for name, caught in found.caught.items():
        rows.append("".join([f"{name:38}", f"{caught.total():10}", *(f"{caught[by]:10}" for by in CAUGHT_BY)]))
    tried = sum(caught.total() for caught in found.caught.values())
    harmful = tried - sum(caught[HARMLESS] for caught in found.caught.values())
    kept = harmful - len(found.slipping)
    said = f"{tried} mutants. Of {harmful} that matter, {kept} are caught by a promise or a check."
    return "\n".join([*rows, "", wrapped(said, columns)])


def slipped(milepost, one: Tried, person: Sheet | None, columns: int) -> str:
    """A mutant that no promise and no check catches, what it may do, and the simplest person whom it harms."""
    mutant, harm = one.mutant, one.way.harm if one.way else ""
    caught = f"only the example `{one.which}` catches it" if one.which else "nothing catches it"
    rows = [wrapped(f"{mutant.mutation}, at `{mutant.at}`: {mutant.what}. {harm.capitalize()}; {caught}.", columns)]
    if person is None:
        return rows[0]
    known = {key: answer for key, answer in person.answers.items() if answer not in SAY_NOTHING}
    rows += [f"  {key}: {written(answer)}" for key, answer in known.items()] or ["  (every answer)"]
    steps = (milepost.of(kb).consult(person).conclusion.step for kb in (milepost.kb, mutant.kb))
    rows.append(f"  -> {' became '.join(dict.fromkeys(steps))}")
    return "\n".join(rows)


def as_data(kb: KnowledgeBase, found: Found) -> dict[str, object]:
    """All of it as plain data for JSON."""
    return {
        "schema": SCHEMA,
        "knowledge_base": kb.digest,
        "mutants": {
            name: {"all": caught.total(), **{by: caught[by] for by in CAUGHT_BY}}
            for name, caught in found.caught.items()
        },
        "slip_past": [
            {
                "mutation": one.mutant.mutation,
                "at": one.mutant.at,
                "what": one.mutant.what,
                "harm": one.way.harm if one.way else None,
                "example": one.which or None,
                "answers": dict(person.answers) if person else None,
            }
            for one, person in found.slipping
        ],
    }
