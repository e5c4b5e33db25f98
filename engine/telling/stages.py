"""The stages and their steps, in order, with what lets one on from each; and where somebody stands among them."""

import msgspec

from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import drawn


class Card(msgspec.Struct, frozen=True):
    """A step among others: its key, its title, and what it says."""

    step: str
    title: str
    say: str


class Stage(msgspec.Struct, frozen=True):
    """A stage: its title, its steps, and what lets one on to the next (empty for the last).

    `where` is how it stands to somebody's step: PASSED, HERE, AHEAD, or empty where there is none.
    """

    title: str
    cards: tuple[Card, ...]
    onward: str
    where: str = ""


PASSED, HERE, AHEAD = "passed", "here", "ahead"


def stages(kb: KnowledgeBase, yours: str = "") -> tuple[Stage, ...]:
    """Return the stages of a knowledge base; `yours` is the key of somebody's step."""
    made: list[Stage] = []
    where = PASSED if yours else ""
    for title, steps in kb.stages.items():
        here = yours in steps
        cards = tuple(Card(key, kb.steps[key].title, kb.steps[key].say) for key in steps)
        last = len(made) == len(kb.stages) - 1
        made.append(
            Stage(title, cards, "" if last else kb.onward.get(title, drawn.NOTHING_HERE), HERE if here else where)
        )
        where = AHEAD if here else where
    return tuple(made)
