"""Mutants: copies of a knowledge base in memory, each with one fault, as an author may make it by a slip.

Each kind of fault is one function that yields mutants; MUTATIONS has all of them.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any as Anything

import msgspec

from milepost.engine.language.assemble import silenced, spoken
from milepost.engine.meaning.states import thresholds
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import All, Any, Claim, Condition, Test, parts_of, tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import CONTACT

SEED = 1
Guarded = Rule | Advice
Plant = Callable[[], KnowledgeBase]


class Mutant(msgspec.Struct, frozen=True):
    """One fault of a kind, `mutation`, in the entry `at`, and what plants it; `what` says it in a few words."""

    mutation: str
    at: str
    what: str
    plant: Plant

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base with the fault, made anew each time: all at once take gigabytes."""
        return self.plant()


def mutants(kb: KnowledgeBase) -> Iterator[Mutant]:
    """Yield every mutant of a knowledge base, kind by kind."""
    for name, mutation in MUTATIONS.items():
        for at, what, plant in mutation(kb):
            yield Mutant(name, at, what, plant)


def sampled(kb: KnowledgeBase, number: int, seed: int = SEED) -> list[Mutant]:
    """Return so many mutants by chance, the same ones for the same knowledge base and seed; all if there are fewer."""
    every = list(mutants(kb))
    return [every[place] for place in sorted(random.Random(seed).sample(range(len(every)), min(number, len(every))))]


# Where the fault is, what it is in words, and what makes the knowledge base with it.
Planted = Iterator[tuple[str, str, Plant]]


def _conditions_dropped(kb: KnowledgeBase) -> Planted:
    return _rewritten(kb, _without_one)


def _values_swapped(kb: KnowledgeBase) -> Planted:
    yield from _rewritten(kb, lambda condition: _with_another_value(kb, condition))
    for rule in kb.rules.values():
        values = list(kb.settled[rule.finding].values)
        other = values[(values.index(rule.value) + 1) % len(values)]
        if other != rule.value:
            changed = msgspec.structs.replace(rule, value=other)
            yield rule.id, f"`{rule.finding}: {rule.value}` became `{other}`", _with_entry(kb, changed)


def _unless_gone(kb: KnowledgeBase) -> Planted:
    for entry in _guarded(kb):
        for n in range(len(_blocks(kb, entry))):
            unless = entry.unless[:n] + entry.unless[n + 1 :]
            yield entry.id, f"item {n + 1} of `unless` is gone", _with_entry(kb, _changed(entry, unless=unless))


def _values_reordered(kb: KnowledgeBase) -> Planted:
    for key, finding in kb.findings.items():
        for one, other in pairwise(finding.values):
            changed = msgspec.structs.replace(finding, values=_swapped(finding.values, one, other))
            findings = {**kb.findings, key: changed}
            yield key, f"`{one}` and `{other}` changed places", partial(msgspec.structs.replace, kb, findings=findings)


def _steps_reordered(kb: KnowledgeBase) -> Planted:
    for one, other in pairwise(kb.steps):
        other_of = {one: other, other: one}
        choice = msgspec.structs.replace(kb.step_choice, values=_swapped(kb.step_choice.values, one, other))
        stages = {title: tuple(other_of.get(step, step) for step in steps) for title, steps in kb.stages.items()}
        steps = {key: kb.steps[key] for key in choice.values}
        plant = partial(msgspec.structs.replace, kb, step_choice=choice, stages=stages, steps=steps)
        yield one, f"`{one}` and `{other}` changed places", plant


def _guards_changed(kb: KnowledgeBase) -> Planted:
    for key, question in kb.questions.items():
        changed = msgspec.structs.replace(question, guard=not question.guard)
        questions = {**kb.questions, key: changed}
        yield key, f"`guard` became {_flag(changed.guard)}", partial(msgspec.structs.replace, kb, questions=questions)


def _ends_changed(kb: KnowledgeBase) -> Planted:
    for card in kb.steps.values():
        ends = not card.ends_interview
        yield card.key, f"`ends_interview` became {_flag(ends)}", _with_card(kb, card.key, ends_interview=ends)


def _safety_changed(kb: KnowledgeBase) -> Planted:
    for line in kb.advice.values():
        changed = msgspec.structs.replace(spoken(line, kb.steps), safety=not line.safety)
        (silent,) = silenced({line.id: changed}, kb.steps).values()
        yield line.id, f"`safety` became {_flag(changed.safety)}", _with_entry(kb, silent)


def _contact_changed(kb: KnowledgeBase) -> Planted:
    for card in kb.steps.values():
        for level in _next_to(card.contact):
            yield card.key, f"`contact: {card.contact}` became `{level}`", _with_card(kb, card.key, contact=level)
    for line in kb.advice.values():
        for level in _next_to(line.contact):
            changed = msgspec.structs.replace(line, contact=level)
            yield line.id, f"`contact: {line.contact}` became `{level}`", _with_entry(kb, changed)


def _kinds_changed(kb: KnowledgeBase) -> Planted:
    other = {"do": "dont", "dont": "do"}
    for line in kb.advice.values():
        if line.kind in other:
            changed = msgspec.structs.replace(line, kind=other[line.kind])
            yield line.id, f"`kind: {line.kind}` became `{changed.kind}`", _with_entry(kb, changed)


def _help_taken(kb: KnowledgeBase) -> Planted:
    for line in kb.advice.values():
        for purpose in line.lines:
            left = tuple(other for other in line.lines if other != purpose)
            changed = msgspec.structs.replace(line, lines=left)
            yield line.id, f"the lines for `{purpose}` are gone", _with_entry(kb, changed)


MUTATIONS: dict[str, Callable[[KnowledgeBase], Planted]] = {
    "a condition dropped": _conditions_dropped,
    "a value swapped": _values_swapped,
    "an unless gone": _unless_gone,
    "two values reordered": _values_reordered,
    "two steps reordered": _steps_reordered,
    "a guard flag changed": _guards_changed,
    "ends_interview changed": _ends_changed,
    "safety changed": _safety_changed,
    "contact changed": _contact_changed,
    "a do made a don't, or a don't a do": _kinds_changed,
    "a line's help taken away": _help_taken,
}


def _rewritten(kb: KnowledgeBase, rewrite: Callable[[Condition], Iterable[tuple[str, Condition]]]) -> Planted:
    """Each rule and line with each rewriting of its `when` and of what blocks it."""
    for entry in _guarded(kb):
        for what, when in rewrite(entry.when):
            yield entry.id, f"in `when`, {what}", _with_entry(kb, _changed(entry, when=when))
        for n, item in enumerate(_blocks(kb, entry)):
            for what, changed in rewrite(item):
                unless = (*entry.unless[:n], changed, *entry.unless[n + 1 :])
                yield entry.id, f"in `unless`, {what}", _with_entry(kb, _changed(entry, unless=unless))


def _without_one(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition without one of its parts, for each part that does not stand alone."""
    if isinstance(condition, Test):
        return
    parts = parts_of(condition)
    for n, part in enumerate(parts):
        if len(parts) > 1:
            yield f"a test on {_facts(part)} is gone", _joined(condition, (*parts[:n], *parts[n + 1 :]))
        for what, changed in _without_one(part):
            yield what, _joined(condition, (*parts[:n], changed, *parts[n + 1 :]))


def _with_another_value(kb: KnowledgeBase, condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition with one value, for each of them, replaced by the next that it does not name."""
    if not isinstance(condition, Test):
        parts = parts_of(condition)
        for n, part in enumerate(parts):
            for what, changed in _with_another_value(kb, part):
                yield what, _joined(condition, (*parts[:n], changed, *parts[n + 1 :]))
        return
    for n, value in enumerate(condition.values):
        other = _next_value(kb, condition, value)
        if other is not None:
            values = (*condition.values[:n], other, *condition.values[n + 1 :])
            yield f"`{condition.fact}: {value}` became `{other}`", msgspec.structs.replace(condition, values=values)


def _next_value(kb: KnowledgeBase, test: Test, value: str | int) -> str | int | None:
    # Of numbers, those at which something is cut already: a new one would tell other sheets apart.
    known: list[str | int] = list(thresholds(kb).get(test.fact) or kb.values_of(test.fact))
    place = known.index(value)
    return next((other for other in (*known[place + 1 :], *known[:place]) if other not in test.values), None)


def _joined(condition: All | Any, parts: tuple[Condition, ...]) -> Condition:
    return All(parts) if isinstance(condition, All) else Any(parts)


def _facts(claim: Claim) -> str:
    return ", ".join(sorted({f"`{test.fact}`" for test in tests(claim)}))


def _guarded(kb: KnowledgeBase) -> Iterator[Guarded]:
    yield from kb.rules.values()
    yield from kb.advice.values()


def _blocks(kb: KnowledgeBase, entry: Guarded) -> tuple[Condition, ...]:
    """What an author wrote under `unless`."""
    return entry.unless if isinstance(entry, Rule) else spoken(entry, kb.steps).unless


def _changed(entry: Guarded, **fields: Anything) -> Guarded:
    return msgspec.structs.replace(entry, **fields)


def _with_entry(kb: KnowledgeBase, entry: Guarded) -> Plant:
    if isinstance(entry, Rule):
        return lambda: msgspec.structs.replace(kb, rules={**kb.rules, entry.id: entry})
    return lambda: msgspec.structs.replace(kb, advice={**kb.advice, entry.id: entry})


def _with_card(kb: KnowledgeBase, key: str, **fields: Anything) -> Plant:
    changed = msgspec.structs.replace(kb.steps[key], **fields)
    return lambda: msgspec.structs.replace(kb, steps={**kb.steps, key: changed})


def _next_to(contact: str) -> list[str]:
    place = CONTACT.index(contact)
    return [CONTACT[n] for n in (place - 1, place + 1) if 0 <= n < len(CONTACT)]


def _swapped(values: dict[str, str], one: str, other: str) -> dict[str, str]:
    other_of = {one: other, other: one}
    return {key: values[key] for key in (other_of.get(key, key) for key in values)}


def _flag(flag: bool) -> str:
    return "`yes`" if flag else "`no`"
