"""Reading a whole folder into a knowledge base."""

from pathlib import Path

from engine.faults import KnowledgeBaseFaulty
from engine.language.folder import Folder
from engine.language.order import ORDER, Order
from engine.language.shown import as_shown
from engine.model.finding import Finding
from engine.model.helpline import Country
from engine.model.knowledge_base import KnowledgeBase
from engine.model.position import Position
from engine.model.step import STEP
from engine.model.strata import stratified

# Sections that have no part in which questions are asked.
NOT_TO_ASK = ("sources", "examples", "helplines", "systems", "conflicts", "research", "promises", "about")


def read(folder: Path | str, outcomes: bool = True) -> KnowledgeBase:
    """The knowledge base in a folder.

    Raises KnowledgeBaseFaulty with every fault found: of YAML, of shape, and of meaning. Faults of meaning are only
    looked for when every file could be read, as a missing file would show up as many unknown names. `outcomes` says if
    every example is run too: that is the author's business, and nobody else has to wait for it.
    """
    # Loaded here, as the checks load the circuit, and reading the helplines alone needs neither.
    from engine import lints

    found = Folder(Path(folder))
    found.check_order()
    kb = assembled(found)
    if not found.incomplete:
        found.faults += [found.noted.pointed(fault) for fault in lints.check(kb, found.at_fault, outcomes)]
    if found.faults:
        raise KnowledgeBaseFaulty(as_shown(found.faults, found.texts))
    return kb


def read_to_ask(folder: Path | str) -> KnowledgeBase:
    """As much of a knowledge base as the interview needs: without sources, examples, helplines and the like, so in less time.

    Raises KnowledgeBaseFaulty as `read` does, with all faults, if something is wrong in what is needed.
    """
    from engine import lints

    found = Folder(Path(folder), without=NOT_TO_ASK)
    found.check_order()
    kb = assembled(found)
    if found.faults or found.incomplete or list(lints.check(kb, (*found.at_fault, *NOT_TO_ASK), outcomes=False)):
        return read(folder, outcomes=False)
    return kb


def read_countries(folder: Path | str) -> dict[str, Country]:
    """The helplines alone, from the files that lie in a folder `helplines`, so that help is there at once.

    Raises KnowledgeBaseFaulty if one of these files has faults; files elsewhere are not looked at.
    """
    found = Folder(Path(folder), "helplines/*.yaml")
    if found.faults:
        raise KnowledgeBaseFaulty(as_shown(found.faults, found.texts))
    return found.entries["helplines"]


def assembled(found: Folder) -> KnowledgeBase:
    """The knowledge base as far as it could be read: questions, steps and findings put in their order."""
    order = found.order or Order(Position(ORDER))
    entries = found.entries
    rank = {topic: place for place, topic in enumerate(order.topics)}
    cards = entries["steps"]
    titles = {key: cards[key].title if key in cards else key for key in order.steps}
    findings = {**entries["findings"], STEP: Finding(STEP, titles, order.otherwise, order.at)}
    rules = entries["rules"]
    return KnowledgeBase(
        folder=str(found.folder),
        digest=found.digest.hexdigest(),
        topics={key: found.titles.get(key, key) for key in order.topics},
        stages=order.stages,
        questions=dict(sorted(entries["questions"].items(), key=lambda item: rank.get(item[1].topic, len(rank)))),
        findings={key: findings[key] for key in stratified(findings, rules.values())},
        rules=rules,
        steps={key: cards[key] for key in dict.fromkeys((*order.steps, *cards)) if key in cards},
        advice=entries["advice"],
        sources=entries["sources"],
        statements=entries["statements"],
        countries=entries["helplines"],
        examples=entries["examples"],
        promises=entries["promises"],
        systems=entries["systems"],
        conflicts=entries["conflicts"],
        research=entries["research"],
        at_odds=entries["at_odds"],
        about=found.about,
        order_at=order.at,
    )
