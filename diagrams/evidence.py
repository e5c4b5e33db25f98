"""What led to a step: the answers and findings under the rules that argued for it, read off the derivation."""

from collections.abc import Iterable

import msgspec

from milepost.engine.consulting.consult import Consultation
from milepost.engine.meaning.words import condition_in_words, test_in_words
from milepost.engine.model.condition import All, Condition, Test
from milepost.engine.model.derivation import Firing
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP


class Link(msgspec.Struct, frozen=True):
    """Rules that fired looked at the fact `tail`, and argued for `head`: a finding, or the step."""

    tail: str
    head: str
    rules: tuple[Rule, ...]


def links(consultation: Consultation) -> list[Link]:
    """Every link under the step: first those into the step itself, then those further back."""
    firings: dict[tuple[str, object], list[Firing]] = {}
    for firing in consultation.firings:
        rule = consultation.kb.rules[firing.rule]
        firings.setdefault((rule.finding, rule.value), []).append(firing)
    found: dict[tuple[str, str], list[Rule]] = {}
    waiting: list[tuple[str, object]] = [(STEP, consultation.step.key)]
    seen: set[str] = set()
    while waiting:
        head, value = waiting.pop(0)
        if head in seen:
            continue
        seen.add(head)
        for firing in firings.get((head, value), ()):
            for fact, holds in firing.facts:
                rules = found.setdefault((fact, head), [])
                if (rule := consultation.kb.rules[firing.rule]) not in rules:
                    rules.append(rule)
                if fact in consultation.kb.findings:
                    waiting.append((fact, holds))
    return [Link(tail, head, tuple(rules)) for (tail, head), rules in found.items()]


def in_order(found: list[Link]) -> list[str]:
    """The facts under the step, each after all that led to it: from the first answer to what argued for the step."""
    before: dict[str, list[str]] = {}
    for link in found:
        before.setdefault(link.head, []).append(link.tail)
    placed: dict[str, None] = {}

    def place(fact: str) -> None:
        for earlier in before.get(fact, ()):
            if earlier not in placed:
                place(earlier)
        placed.setdefault(fact)

    place(STEP)
    return [fact for fact in placed if fact != STEP]


def tests_in_words(kb: KnowledgeBase, fact: str, rules: Iterable[Rule]) -> str:
    """What some rules ask of a fact, each thing once; nothing where they look at it in `unless` only."""
    return ", or ".join(dict.fromkeys(said for rule in rules if (said := asked_of(kb, fact, rule.when))))


def asked_of(kb: KnowledgeBase, fact: str, condition: Condition) -> str:
    """What a condition asks of one fact among others, in words; nothing where it does not look at it."""
    if isinstance(condition, Test):
        return test_in_words(kb, condition) if condition.fact == fact else ""
    said = dict.fromkeys(
        words for part in condition.parts if isinstance(part, Condition) and (words := asked_of(kb, fact, part))
    )
    return (", and " if isinstance(condition, All) else ", or ").join(said)


def rules_in_words(kb: KnowledgeBase, rules: Iterable[Rule]) -> str:
    """Some rules in full: each condition, and the reason given for it."""
    said = []
    for rule in rules:
        unless = "".join(f"; unless {condition_in_words(kb, item)}" for item in rule.unless)
        said.append(
            f"If {condition_in_words(kb, rule.when)}{unless}: "
            f"{kb.settled[rule.finding].values[rule.value]}. {rule.because}"
        )
    return " ".join(said)
