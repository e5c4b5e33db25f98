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


def counted(tried: list[Tried]) -> dict[str, Counter[str]]:
    """How many mutants of each kind are caught by what, harmless ones among them."""
    found = {name: Counter[str]() for name in MUTATIONS}
    for one in tried:
        found[one.mutant.mutation][one.caught_by] += 1
    return found


def table(tried: list[Tried], columns: int) -> str:
    """How many of each kind are caught by what, a kind to a line."""
    heads = [f"{name:>10}" for name in ("mutants", *CAUGHT_BY)]
    rows = ["".join([" " * 38, *heads])]
    for name, found in counted(tried).items():
        rows.append("".join([f"{name:38}", f"{found.total():10}", *(f"{found[by]:10}" for by in CAUGHT_BY)]))
    slipping = sum(one.slips_past for one in tried)
    harmful = sum(one.caught_by != HARMLESS for one in tried)
    said = f"{len(tried)} mutants. Of {harmful} that matter, {harmful - slipping} are caught by a promise or a check."
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


def as_data(kb: KnowledgeBase, tried: list[Tried], slipping: list[tuple[Tried, Sheet | None]]) -> dict[str, object]:
    """All of it as plain data for JSON."""
    return {
        "schema": SCHEMA,
        "knowledge_base": kb.digest,
        "mutants": {name: {"all": found.total(), **found} for name, found in counted(tried).items()},
        "slip_past": [
            {
                "mutation": one.mutant.mutation,
                "at": one.mutant.at,
                "what": one.mutant.what,
                "harm": one.way.harm if one.way else None,
                "example": one.which or None,
                "answers": dict(person.answers) if person else None,
            }
            for one, person in slipping
        ],
    }
