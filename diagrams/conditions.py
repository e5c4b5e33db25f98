"""Whole conditions as rows of words: each test on a line of its own, and how the lines are joined."""

from collections.abc import Iterable, Iterator

import msgspec

from milepost.diagrams.graph import Row
from milepost.diagrams.labels import BULLET
from milepost.engine.meaning.operators import OPERATORS
from milepost.engine.meaning.words import fact_name, test_in_words
from milepost.engine.model.condition import All, Any, Condition, Test, parts_of, tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP
from milepost.engine.telling import drawn

# So many values of one fact stand on one line; more are a list.
ON_ONE_LINE = 3


def told(kb: KnowledgeBase, rule: Rule, guarded: bool) -> tuple[str, tuple[Row, ...]]:
    """The reason of a rule; then when it holds, and each exception.

    While `guarded`, a part that looks at a guard question is left out whole, as what remains of it would mislead, and a
    sentence at the end says so. The reason is left out where it may tell of such a part; in its place stands how the
    rows are joined. A step's reason never tells of its exceptions.
    """
    whole = parts_of(rule.when) if isinstance(rule.when, All) else (rule.when,)
    when = [part for part in whole if not (guarded and _is_guarded(kb, part))]
    unless = [item for item in rule.unless if not (guarded and _is_guarded(kb, item))]
    held = len(when) < len(whole)
    rows = [*_block(kb, drawn.WHEN, _shorter(kb, All(tuple(when))))] if when or not whole else []
    exceptions = [row for item in unless for row in _block(kb, drawn.UNLESS, item)]
    end = [Row(drawn.GUARDED)] if held or len(unless) < len(rule.unless) else []
    if not end or (rule.finding == STEP and not held):
        # Below a reason, one line needs no words that introduce it.
        return rule.because, tuple((rows[1:] if len(rows) == 2 else rows) + exceptions + end)
    if not rows:
        return drawn.GUARDED_RULE, tuple(exceptions)
    return rows[0].text, tuple(rows[1:] + exceptions + end)


def id_of(kb: KnowledgeBase, fact: str) -> str:
    """The id of the node of a fact."""
    return f"{'question' if fact in kb.questions else 'finding'}:{fact}"


def answers_of(kb: KnowledgeBase, fact: str, rules: Iterable[Rule]) -> tuple[Row, ...]:
    """What some rules ask of one fact, each thing once."""
    asked = (test for rule in rules for part in (rule.when, *rule.unless) for test in tests(part) if test.fact == fact)
    said = dict.fromkeys(words for test in asked for words in _values(kb, test))
    return tuple(Row(f"{BULLET}{words}") for words in said)


def _is_guarded(kb: KnowledgeBase, condition: Condition) -> bool:
    return any(kb.questions[test.fact].guard for test in tests(condition) if test.fact in kb.questions)


def _block(kb: KnowledgeBase, lead: str, condition: Condition) -> Iterator[Row]:
    """A condition below words that introduce it and say how its parts are joined."""
    while not isinstance(condition, Test) and len(parts_of(condition)) == 1:
        (condition,) = parts_of(condition)
    if isinstance(condition, All) and not condition.parts:
        yield Row(drawn.ALWAYS)
        return
    yield Row(lead.format(drawn.THIS if isinstance(condition, Test) else _joined(condition)))
    for part in (condition,) if isinstance(condition, Test) else parts_of(condition):
        yield from _condition(kb, part, 0)


def _joined(condition: All | Any) -> str:
    return drawn.ONE_OF if isinstance(condition, Any) else drawn.ALL_OF


def _condition(kb: KnowledgeBase, condition: Condition, depth: int) -> Iterator[Row]:
    if isinstance(condition, Test):
        yield from _test(kb, condition, depth)
        return
    parts = parts_of(condition)
    if len(parts) > 1:
        yield Row(f"{BULLET}{_begun(_joined(condition))}:", depth)
        depth += 1
    for part in parts:
        yield from _condition(kb, part, depth)


def _test(kb: KnowledgeBase, test: Test, depth: int) -> Iterator[Row]:
    """A test in one line; where it names many values, each has a line of its own below that."""
    to, name, values = id_of(kb, test.fact), fact_name(kb, test.fact), _values(kb, test)
    if len(values) > ON_ONE_LINE:
        yield Row(BULLET + (drawn.ANSWER_AMONG if name.endswith("?") else drawn.AMONG).format(name), depth, to)
        for value in values:
            yield Row(f"{BULLET}{value}", depth + 1)
    elif test.fact not in kb.questions:
        said = drawn.OR.join(_value(kb, test, value) for value in test.values)
        denied = drawn.NOT_SO if len(test.values) == 1 else drawn.NONE_SO
        yield Row(BULLET + (denied.format(said) if test.operator == "not" else _begun(said)), depth, to)
    else:
        said = values[0] if len(values) == 1 else drawn.OR_ANSWERED.join(f'"{value}"' for value in values)
        yield Row(f"{BULLET}{name}{'' if name.endswith('?') else ':'} {said}", depth, to)


def _shorter(kb: KnowledgeBase, condition: Condition) -> Condition:
    """The same condition, where a test names all values of a finding but one, by this one."""
    if not isinstance(condition, Test):
        return type(condition)(tuple(_shorter(kb, part) for part in parts_of(condition)))
    others = tuple(value for value in kb.values_of(condition.fact) if value not in condition.values)
    if (
        condition.fact not in kb.questions
        and condition.operator == "is"
        and len(condition.values) > 2
        and len(others) == 1
    ):
        return msgspec.structs.replace(condition, operator="not", values=others)
    return condition


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]


def _is_any(test: Test) -> bool:
    """Does the test hold if one of its values does, said by nothing but that value?"""
    return OPERATORS[test.operator].words == "{values}"


def _values(kb: KnowledgeBase, test: Test) -> list[str]:
    return [_value(kb, test, value) for value in test.values] if _is_any(test) else [test_in_words(kb, test)]


def _value(kb: KnowledgeBase, test: Test, value: str | int) -> str:
    return test_in_words(kb, msgspec.structs.replace(test, operator="is", values=(value,)))
