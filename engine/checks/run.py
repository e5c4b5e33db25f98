"""Checks on the meaning of a knowledge base: one module for each, with one function `check(kb)` that yields faults.

A fault stands at the word that is wrong; where the model keeps only the place of the entry, it stands there, and the
first word in backticks of its message is the one to look for in that entry.
"""

import datetime
from collections.abc import Collection

from milepost.engine.checks import (
    advice_about,
    advice_lines,
    advice_replaces,
    asked_with,
    at_odds_answers,
    condition_fits,
    dont_says_not,
    evidence_resolves,
    example_fails,
    example_pair,
    example_sheet,
    finding_cycle,
    finding_never_argued,
    helpline_age,
    ledger_accounts,
    pictures_named,
    promise_fits,
    question_unused,
    question_without_answer,
    refining_known,
    review_kit,
    source_unresolved,
    step_card,
    step_looked_at,
    system_works,
    then_fits,
    threshold_bounds,
    withdrawn_needed,
    yes_before_no,
)
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase

# Each check with what must be in order for it, sections and earlier checks, so that no fault is told twice: a rule at
# fault may be the one that is missing, and an unused question may be the one whose name is misspelt elsewhere.
NAMES = {
    condition_fits: (),
    then_fits: (),
    threshold_bounds: (),
    finding_cycle: (),
    step_looked_at: (),
    promise_fits: ("questions", "findings", "advice", "purposes"),
    at_odds_answers: ("questions", "at_odds"),
    step_card: (),
    advice_about: (),
    advice_lines: ("purposes",),
    dont_says_not: (),
    pictures_named: (),
    advice_replaces: (),
    source_unresolved: ("sources",),
    finding_never_argued: ("findings", "rules", "then_fits", "step_card"),
    yes_before_no: (),
    asked_with: ("questions",),
    refining_known: ("questions",),
    question_unused: ("rules", "advice", "condition_fits"),
    example_sheet: ("questions",),
    example_pair: ("examples", "example_sheet"),
    ledger_accounts: ("sources", "systems", "questions", "rules", "steps", "advice"),
    review_kit: ("questions", "findings", "steps", "advice", "purposes", "examples", "specialists"),
    evidence_resolves: ("sources", "conflicts", "research", "rules", "steps", "advice"),
}
# Checks of what comes out need everything to be in order.
OUTCOMES = (withdrawn_needed, example_fails, system_works, question_without_answer)
ALL = (*NAMES, *OUTCOMES)
# Checks that compare dates with a day: an author's business, as no day that comes may keep anybody from help.
DATED = (helpline_age,)


def check(
    kb: KnowledgeBase, at_fault: Collection[str] = (), outcomes: bool = True, today: datetime.date | None = None
) -> list[Fault]:
    """All faults of meaning; `at_fault` names the sections that are known to have an entry at fault.

    What comes out, of examples and of all sheets, is looked at only if `outcomes`; dates only against a day, `today`.
    """
    faults = [fault for lint in DATED for fault in lint.check(kb, today)] if today else []
    out_of_order = set(at_fault)
    for lint, needed in NAMES.items():
        if out_of_order.isdisjoint(needed):
            found = list(lint.check(kb))
            faults += found
            if found:
                out_of_order.add(lint.__name__.rpartition(".")[2])
    if outcomes and not out_of_order:
        faults += [fault for lint in OUTCOMES for fault in lint.check(kb)]
    return faults
