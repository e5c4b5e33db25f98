"""Whole conditions as rows of words: each test on a line of its own, and how the lines are joined."""

from collections.abc import Iterator

from milepost.diagrams.graph import Row
from milepost.engine.meaning.words import fact_name, test_in_words
from milepost.engine.model.condition import Any, Condition, Test, parts_of
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.telling import texts


def rows_of(kb: KnowledgeBase, rule: Rule, guarded: bool) -> tuple[Row, ...]:
    """When a rule holds, then each exception; while `guarded`, what an answer to a guard question opens is left out."""
    rows = list(_condition(kb, rule.when, 0, guarded))
    for item in rule.unless:
        rows += [Row(texts.UNLESS), *_condition(kb, item, 1, guarded)]
    return tuple(rows)


def id_of(kb: KnowledgeBase, fact: str) -> str:
    """The id of the node of a fact."""
    return f"{'question' if fact in kb.questions else 'finding'}:{fact}"


def _condition(kb: KnowledgeBase, condition: Condition, depth: int, guarded: bool) -> Iterator[Row]:
    if isinstance(condition, Test):
        yield Row(f"• {_test(kb, condition, guarded)}", depth, id_of(kb, condition.fact))
        return
    parts = parts_of(condition)
    if len(parts) == 1:
        yield from _condition(kb, parts[0], depth, guarded)
        return
    yield Row((texts.ANY_OF if isinstance(condition, Any) else texts.ALL_OF) if parts else texts.ALWAYS, depth)
    for part in parts:
        yield from _condition(kb, part, depth + 1, guarded)


def _test(kb: KnowledgeBase, test: Test, guarded: bool) -> str:
    question = kb.questions.get(test.fact)
    name, said = fact_name(kb, test.fact), test_in_words(kb, test)
    if question is None and test.operator == "is":
        return f"{said[:1].upper()}{said[1:]}"
    if question is not None and question.guard and guarded:
        return texts.GUARDED.format(name)
    return f"{name}{'' if name.endswith('?') else ':'} {said}"
