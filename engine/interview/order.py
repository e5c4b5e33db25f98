"""The order of asking: what comes first, what is put though it decides nothing, and what comes after the step."""

from collections.abc import Collection

import msgspec

from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import ALWAYS, FIRST

# After so many questions what decides nothing is not asked before the step, whatever it would be asked beside; it comes
# among the first of those that are offered after it.
MOST = 18


class Order(msgspec.Struct, frozen=True):
    """All questions, in the order in which they come before the step (`deciding`) and after it (`refining`).

    Before the step those of `first` are put to everybody, though they decide nothing, those of `always` unless the step
    ends the interview, and those of `beside` unless it is of the gravest, or `most` came before that are neither first
    nor always: to whom `asked_with` names, if it does.
    """

    first: tuple[str, ...]
    always: tuple[str, ...]
    beside: tuple[str, ...]
    most: int
    deciding: tuple[str, ...]
    refining: tuple[str, ...]


def order_of(kb: KnowledgeBase, deciding: Collection[str]) -> Order:
    """Return the order of asking of a knowledge base, in which some questions can decide."""
    asked = {key: question.asked for key, question in kb.questions.items() if key not in deciding}
    first, always = (tuple(key for key, when in asked.items() if when == each) for each in (FIRST, ALWAYS))
    return Order(
        first=first,
        always=always,
        beside=tuple(key for key, question in kb.questions.items() if question.asked_with and not question.asked),
        most=MOST,
        deciding=(*first, *(key for key in kb.questions if key not in (*first, *always)), *always),
        refining=tuple(dict.fromkeys((*kb.refining, *sorted(kb.questions, key=lambda key: -kb.lines_that_read[key])))),
    )
