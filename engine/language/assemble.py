"""What was read from the files of a folder, put together: questions, steps and findings in their order."""

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
        subjects=order.subjects,
        questions=dict(sorted(entries["questions"].items(), key=lambda item: rank.get(item[1].topic, len(rank)))),
        findings={key: findings[key] for key in stratified(findings, rules.values())},
        step_choice=Finding(STEP, titles, order.otherwise, order.at),
        rules=rules,
        steps={key: cards[key] for key in dict.fromkeys((*order.steps, *cards)) if key in cards},
        advice=_silenced(entries["advice"], cards),
        withdrawn=gone,
        sources=entries["sources"],
        statements=entries["statements"],
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


def _silenced(advice: dict[str, Advice], cards: dict[str, Step]) -> dict[str, Advice]:
    """The lines, each silent under the steps that let few lines speak, but for safety lines and those shown alone."""
    few = [card for card in cards.values() if card.only_safety or card.only_first]

    def silent(line: Advice) -> tuple[Test, ...]:
        under = () if line.safety or line.kind in SHOWN_ALONE else few
        keys = tuple(card.key for card in under if card.only_safety or line.id not in card.first)
        return (Test(STEP, "is", keys, few[0].at),) if keys else ()

    return {id: msgspec.structs.replace(line, unless=(*line.unless, *silent(line))) for id, line in advice.items()}
