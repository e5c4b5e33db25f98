"""What a rule would have needed, and what stood in its way, in sentences that a person understands without the rule."""

from collections.abc import Iterator

from milepost.engine.meaning.words import answer_in_words, test_in_words
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import Any, Condition, Test, parts_of
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import texts
from milepost.engine.telling.sections import Item

# So many options are named; more would hide the question.
MOST = 3


def not_so(kb: KnowledgeBase, condition: Condition) -> Item:
    """Return what is not so of somebody whose answers do not meet a condition; several ways to meet it stand below."""
    if isinstance(condition, Test):
        said = _said(kb, condition, 0)
        return Item(said if condition.fact in kb.questions else texts.NOT_SO.format(said))
    ways = [Item(_ended(_clause(kb, part))) for part in parts_of(condition)]
    return Item(texts.NONE_OF_THESE_WAYS, below=tuple(ways))


def in_its_way(kb: KnowledgeBase, condition: Condition, sheet: Sheet) -> Item:
    """Return what is so of somebody and keeps a rule from its step."""
    return Item(_ended(texts.IN_ITS_WAY.format("; ".join(_is_so(kb, condition, sheet)))))


def _is_so(kb: KnowledgeBase, condition: Condition, sheet: Sheet) -> Iterator[str]:
    if not isinstance(condition, Test):
        for part in parts_of(condition):
            yield from _is_so(kb, part, sheet)
    elif condition.fact not in kb.questions:
        yield test_in_words(kb, condition)
    else:
        question, given = kb.questions[condition.fact], sheet.answers.get(condition.fact)
        # Of what was ticked, only what the rule looks at.
        ticked = tuple(key for key in given if key in condition.values) if isinstance(given, tuple) else ()
        said = [answer_in_words(question, one) for one in ticked or (given,)]
        yield texts.YOU_SAID_TO.format(texts.listed([f'"{one}"' for one in said], "and"), question.ask)


def _clause(kb: KnowledgeBase, condition: Condition) -> str:
    """Return what would be so if a condition held."""
    if isinstance(condition, Test):
        return _said(kb, condition, 1)
    joint = ", or " if isinstance(condition, Any) else ", and "
    return joint.join(_clause(kb, part) for part in parts_of(condition))


def _said(kb: KnowledgeBase, test: Test, form: int) -> str:
    """Return a test in words: what was not said (0) or would be (1) at a question, or the words of a finding."""
    question = kb.questions.get(test.fact)
    labels = kb.values_of(test.fact)
    if question is None:
        said = texts.listed([labels.get(str(value), str(value)) for value in test.values])
        return texts.OTHER_THAN.format(said) if test.operator == "not" else said
    values = [f'"{labels.get(str(value), str(value)).rstrip(".")}"' for value in test.values]
    if question.type == "number" or not values:
        values = [test_in_words(kb, test)]
    return texts.NOT_SAID.get(test.operator, texts.NOT_SAID_IT)[form].format(_few(values), question.ask)


def _ended(text: str) -> str:
    """Return a text as a sentence; what ends with a question in quotation marks has its end."""
    said = texts.sentence(text)
    return said.removesuffix(".") if said.endswith('?".') else said


def _few(values: list[str]) -> str:
    named = values if len(values) == MOST + 1 else values[:MOST]
    more = len(values) - len(named)
    return texts.listed([*named, *([texts.OR_MORE.format(more)] if more else [])])
