"""What became of every statement of the articles, counted; and what no example brings about."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from milepost.engine.checks.changes_nothing import options_that_change_nothing
from milepost.engine.circuit.compile import RULE, SHOWN, Circuit, compiled
from milepost.engine.circuit.evaluate import evaluate, given_by, held_atoms
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.source import Statement

ARTICLE = "article"


class Count(msgspec.Struct, frozen=True):
    """For one source or system: how many statements have each status; '' counts those of which nothing is said."""

    name: str
    statuses: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.statuses.values())


class Unreached(msgspec.Struct, frozen=True):
    """What no example brings about: rules that never fire, steps, lines and finding values that never come out."""

    rules: tuple[str, ...]
    steps: tuple[str, ...]
    advice: tuple[str, ...]
    values: tuple[str, ...]
    options: tuple[str, ...]


def of_articles(kb: KnowledgeBase) -> list[Statement]:
    """The statements of all articles, as written."""
    return [s for s in kb.statements.values() if kb.sources[s.source].kind == ARTICLE]


def by_source(kb: KnowledgeBase) -> list[Count]:
    """The count of each article."""
    keys = [key for key, source in kb.sources.items() if source.kind == ARTICLE]
    return [_count(key, (s for s in of_articles(kb) if s.source == key)) for key in keys]


def by_system(kb: KnowledgeBase) -> list[Count]:
    """The count of each system, over the statements that belong to it; last, under '', those that belong to none."""
    counts = [_count(key, (s for s in of_articles(kb) if s.system == key)) for key in (*kb.systems, "")]
    return [count for count in counts if count.name or count.total]


def unreached(kb: KnowledgeBase) -> Unreached:
    """What no example brings about, whatever is answered besides to the questions that are asked of everybody."""
    circuit, met = compiled(kb), next(_outcomes(kb))
    every = [(key, value) for key, finding in kb.findings.items() for value in finding.values]
    return Unreached(
        rules=tuple(id for id in kb.rules if not met[circuit.index[RULE, id]]),
        steps=tuple(key for key in kb.steps if not met[circuit.steps[key]]),
        advice=untold(kb),
        values=tuple(f"{key}={value}" for key, value in every if not met[circuit.index[key, value]]),
        options=tuple(f"{question}={option}" for question, option in options_that_change_nothing(kb)),
    )


def untold(kb: KnowledgeBase) -> tuple[str, ...]:
    """The lines that no example shows, whatever is answered besides to the questions that are asked of everybody."""
    shown = compiled(kb).index
    outcomes = list(_outcomes(kb))
    return tuple(id for id in kb.advice if not any(bits[shown[SHOWN, id]] for bits in outcomes))


def _outcomes(kb: KnowledgeBase) -> Iterator[list[int]]:
    """Yield what holds of each atom for all examples at once; then with each answer to what is asked of everybody.

    These answers decide lines, and no step.
    """
    circuit, sheets = compiled(kb), [Sheet(example.answers) for example in kb.examples.values()]
    given = given_by(circuit, sheets)
    for each in (given, *_with_each_answer_of_everybody(circuit, given)):
        yield evaluate(circuit, each, len(sheets))


def _with_each_answer_of_everybody(circuit: Circuit, given: dict[int, int]) -> Iterator[dict[int, int]]:
    """Yield what is given with each answer to each question that is asked of everybody, for all sheets at once."""
    everywhere = (1 << len(circuit.kb.examples)) - 1
    for question in circuit.kb.questions.values():
        for option in question.options if question.asked else ():
            held = held_atoms(circuit, Sheet({question.key: option}), question.key)
            yield {**given, **{atom: everywhere * (atom in held) for atom in circuit.inputs[question.key]}}


def _count(name: str, statements: Iterable[Statement]) -> Count:
    return Count(name, dict(Counter(s.status for s in statements)))
