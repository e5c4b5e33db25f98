"""What was read from the files of a folder, put together: questions, steps and findings in their order."""

from collections.abc import Mapping

import msgspec

from milepost.engine.language.folder import Folder
from milepost.engine.language.order import ORDER, Order
from milepost.engine.language.withdrawn import withdrawn, without
from milepost.engine.model.advice import SHOWN_ALONE, Advice
from milepost.engine.model.condition import Test
from milepost.engine.model.finding import Finding
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position
from milepost.engine.model.step import STEP, Step
from milepost.engine.model.strata import stratified


def assembled(found: Folder) -> KnowledgeBase:
    """The knowledge base as far as it could be read: questions, steps and findings put in their order."""
    order = found.order or Order(Position(ORDER))
    gone = withdrawn(found.entries)
    entries = without(found.entries, gone)
    rank = {topic: place for place, topic in enumerate(order.topics)}
    cards = entries["steps"]
    titles = {key: cards[key].title if key in cards else key for key in order.steps}
    findings = entries["findings"]
    rules = entries["rules"]
    return KnowledgeBase(
        folder=str(found.folder),
        digest=found.digest.hexdigest(),
        topics={key: found.titles.get(key, key) for key in order.topics},
        stages=order.stages,
        onward=order.onward,
        subjects=order.subjects,
        refining=order.refining,
        questions=dict(sorted(entries["questions"].items(), key=lambda item: rank.get(item[1].topic, len(rank)))),
        findings={key: findings[key] for key in stratified(findings, rules.values())},
        step_choice=Finding(STEP, titles, order.otherwise, order.at),
        rules=rules,
        steps={key: cards[key] for key in dict.fromkeys((*order.steps, *cards)) if key in cards},
        advice=silenced(entries["advice"], cards),
        withdrawn=gone,
        sources=entries["sources"],
        statements=entries["statements"],
        purposes=entries["purposes"],
        countries=entries["helplines"],
        examples=entries["examples"],
        promises=entries["promises"],
        specialists=entries["specialists"],
        decisions=entries["decisions"],
        systems=entries["systems"],
        conflicts=entries["conflicts"],
        research=entries["research"],
        at_odds=entries["at_odds"],
        about=found.about,
        order_at=order.at,
    )


def silenced(advice: Mapping[str, Advice], cards: Mapping[str, Step]) -> dict[str, Advice]:
    """Return the lines, each silent under the steps that let only other lines speak."""
    blocks = {id: _block(line, cards) for id, line in advice.items()}
    return {
        id: line if (block := blocks[id]) is None else msgspec.structs.replace(line, unless=(*line.unless, block))
        for id, line in advice.items()
    }


def spoken(line: Advice, cards: Mapping[str, Step]) -> Advice:
    """Return a line of a whole knowledge base as it was written."""
    silent = _block(line, cards) is not None
    return msgspec.structs.replace(line, unless=line.unless[:-1]) if silent else line


def _block(line: Advice, cards: Mapping[str, Step]) -> Test | None:
    """What silences a line: the steps with `only_safety`, and those with `only_first` that do not name it."""
    if line.safety or line.kind in SHOWN_ALONE:
        return None
    under = [card for card in cards.values() if card.only_safety or (card.only_first and line.id not in card.first)]
    return Test(STEP, "is", tuple(card.key for card in under), under[0].at) if under else None
