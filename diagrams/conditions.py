"""Whole conditions as rows of words: each test on a line of its own, and how the lines are joined."""

from collections.abc import Iterable, Iterator

import msgspec

from milepost.diagrams.graph import Row
from milepost.engine.meaning.operators import OPERATORS
from milepost.engine.meaning.words import fact_name, test_in_words
from milepost.engine.model.condition import Any, Condition, Test, parts_of, tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.telling import drawn

BULLET = "• "


def rows_of(kb: KnowledgeBase, rule: Rule, guarded: bool) -> tuple[Row, ...]:
    """When a rule holds, then each exception; while `guarded`, what an answer to a guard question opens is left out."""
    rows = list(_condition(kb, rule.when, 0, guarded))
    for item in rule.unless:
        rows += [Row(drawn.UNLESS), *_condition(kb, item, 1, guarded)]
    return tuple(rows)


def id_of(kb: KnowledgeBase, fact: str) -> str:
    """The id of the node of a fact."""
    return f"{'question' if fact in kb.questions else 'finding'}:{fact}"


def answers_of(kb: KnowledgeBase, fact: str, rules: Iterable[Rule]) -> tuple[Row, ...]:
    """What some rules ask of one fact, each thing once."""
    asked = (test for rule in rules for part in (rule.when, *rule.unless) for test in tests(part) if test.fact == fact)
    said = dict.fromkeys(words for test in asked for words in _values(kb, test))
    return tuple(Row(f"{BULLET}{words}") for words in said)


def _condition(kb: KnowledgeBase, condition: Condition, depth: int, guarded: bool) -> Iterator[Row]:
    if isinstance(condition, Test):
        yield from _test(kb, condition, depth, guarded)
        return
    parts = parts_of(condition)
    if len(parts) == 1:
        yield from _condition(kb, parts[0], depth, guarded)
        return
    yield Row((drawn.ANY_OF if isinstance(condition, Any) else drawn.ALL_OF) if parts else drawn.ALWAYS, depth)
    for part in parts:
        yield from _condition(kb, part, depth + 1, guarded)


def _test(kb: KnowledgeBase, test: Test, depth: int, guarded: bool) -> Iterator[Row]:
    """A test in one line; where it names several values, each has a line of its own below that."""
    question, to = kb.questions.get(test.fact), id_of(kb, test.fact)
    name = fact_name(kb, test.fact)
    if question is not None and question.guard and guarded:
        yield Row(BULLET + drawn.GUARDED.format(name), depth, to)
    elif len(test.values) > 1 and _is_any(test):
        yield Row(BULLET + (drawn.ANSWER_OF if name.endswith("?") else drawn.ONE_OF).format(name), depth, to)
        for value in test.values:
            yield Row(f"{BULLET}{_value(kb, test, value)}", depth + 1)
    elif question is None and test.operator == "is":
        said = test_in_words(kb, test)
        yield Row(f"{BULLET}{said[:1].upper()}{said[1:]}", depth, to)
    else:
        yield Row(f"{BULLET}{name}{'' if name.endswith('?') else ':'} {test_in_words(kb, test)}", depth, to)


def _is_any(test: Test) -> bool:
    """Does the test hold if one of its values does, said by nothing but that value?"""
    return OPERATORS[test.operator].words == "{values}"


def _values(kb: KnowledgeBase, test: Test) -> list[str]:
    return [_value(kb, test, value) for value in test.values] if _is_any(test) else [test_in_words(kb, test)]


def _value(kb: KnowledgeBase, test: Test, value: str | int) -> str:
    return test_in_words(kb, msgspec.structs.replace(test, values=(value,)))
