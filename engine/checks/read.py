"""Reading a whole folder into a knowledge base, checked."""

import datetime
from pathlib import Path

from milepost.engine.checks.storing import stored_base
from milepost.engine.model.faults import KnowledgeBaseFaulty
from milepost.engine.model.knowledge_base import KnowledgeBase

# Sections that have no part in which questions are asked.
NOT_TO_ASK = ("sources", "examples", "helplines", "purposes", "systems", "conflicts", "research", "promises", "about",
               "specialists", "decisions")  # fmt: skip


def read(folder: Path | str, outcomes: bool = True, today: datetime.date | None = None) -> KnowledgeBase:
    """The knowledge base in a folder.

    Raises KnowledgeBaseFaulty with every fault found: of YAML, of shape, and of meaning. Faults of meaning are only
    looked for when every file could be read, as a missing file would show up as many unknown names. `outcomes` says if
    every example is run too: that is the author's business, and nobody else has to wait for it. Dates are compared only
    with a day, `today`.
    """
    if not outcomes and (known := stored_base(folder)) is not None:
        return known
    # Loaded here, as what has a stored form needs no parser and no checks.
    from milepost.engine.checks.run import check
    from milepost.engine.language.assemble import assembled
    from milepost.engine.language.folder import Folder
    from milepost.engine.language.shown import as_shown

    found = Folder(Path(folder))
    found.check_order()
    kb = assembled(found)
    if not found.incomplete:
        found.faults += [found.noted.pointed(fault) for fault in check(kb, found.at_fault, outcomes, today)]
    if found.faults:
        raise KnowledgeBaseFaulty(as_shown(found.faults, found.texts))
    return kb


def read_to_ask(folder: Path | str) -> KnowledgeBase:
    """As much of a knowledge base as the interview needs: no sources, examples, helplines and so on, and in less time.

    Raises KnowledgeBaseFaulty as `read` does, with all faults, if something is wrong in what is needed.
    """
    if (known := stored_base(folder)) is not None:
        return known
    from milepost.engine.checks.run import check
    from milepost.engine.language.assemble import assembled
    from milepost.engine.language.folder import Folder

    found = Folder(Path(folder), without=NOT_TO_ASK)
    found.check_order()
    kb = assembled(found)
    if found.faults or found.incomplete or list(check(kb, (*found.at_fault, *NOT_TO_ASK), outcomes=False)):
        return read(folder, outcomes=False)
    return kb
