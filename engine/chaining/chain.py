"""From a knowledge base to an experta engine, and from an answer sheet to its derivation.

Every rule becomes an experta rule over facts in working memory. Settling a finding (its strongest argued value, or
`otherwise`) is done by rules as well, and so is the silencing of advice. The derivation is the record of what fired.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count

import msgspec

from milepost.engine.chaining.experta_port import (
    AND,
    NOT,
    OR,
    Engine,
    Fact,
    KnowledgeEngine,
    L,
    P,
    Rule,
    distinct_saliences,
)
from milepost.engine.meaning.holding import some_way_fits, ways
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import All, Any, Condition, Test
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.knowledge_base import KnowledgeBase


class Known(Fact):
    """A question with the states it is in, or a settled finding with its value: `fact`, `value`."""


class Argued(Fact):
    """A rule has fired for a value: `fact`, `value`."""


class Holds(Fact):
    """The condition of an advice line holds: `line`."""


class Shown(Fact):
    """An advice line is shown: `line`."""


@cache
def about(kind: type[Fact], name: str) -> type[Fact]:
    """The class of the facts of one kind about one question, finding or line, so that only its own tests see them."""
    return type(f"{kind.__name__}_{name}", (kind,), {})


class Firing(msgspec.Struct, frozen=True):
    """A rule that fired, with the facts in working memory that fired it, as (fact, value) pairs."""

    rule: str
    facts: tuple[tuple[str, object], ...]


class Derivation(msgspec.Struct, frozen=True):
    """What was concluded, and the firings that led there, in the order in which they happened."""

    conclusion: Conclusion
    firings: tuple[Firing, ...]


class Chainer:
    """An experta engine for one knowledge base, built once and used for any number of sheets."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.firings: dict[str, Firing] = {}
        self._place = {key: n for n, key in enumerate((*kb.questions, *kb.settled))}
        self._engine, self._is_empty = self._build(), False

    def derive(self, sheet: Sheet) -> Derivation:
        """The derivation for a sheet; open answers read as unknown."""
        if not self._is_empty:
            self.forget()
        self._is_empty = False
        self._engine.declare(
            *(about(Known, q.key)(fact=q.key, value=states_held(self.kb, q, sheet)) for q in self.kb.questions.values())
        )
        self._engine.run()
        return Derivation(self._conclusion(), tuple(self.firings.values()))

    def forget(self) -> None:
        """Empties working memory."""
        self.firings, self._is_empty = {}, True
        self._engine.reset()

    def _conclusion(self) -> Conclusion:
        facts = list(self._engine.facts.values())
        settled = {f["fact"]: f["value"] for f in facts if isinstance(f, Known) and f["fact"] in self.kb.settled}
        shown = {f["line"] for f in facts if isinstance(f, Shown)}
        return Conclusion(
            findings={key: settled[key] for key in self.kb.findings if key in settled},
            step=settled.get(self.kb.step_choice.key, ""),
            fired=tuple(id for id in self.kb.rules if id in self.firings),
            advice=tuple(id for id in self.kb.advice if id in shown),
        )

    def _build(self) -> KnowledgeEngine:
        made: list[tuple[tuple, Callable]] = []
        for key, finding in self.kb.settled.items():
            for rule in self.kb.rules_for[key]:
                made.append(
                    (
                        _guarded(self.kb, rule.when, rule.unless),
                        self._fire(rule.id, about(Argued, key)(fact=key, value=rule.value)),
                    )
                )
            argued = {value: about(Argued, key)(value=L(value)) for value in finding.values}
            values = list(finding.values)
            for place, value in enumerate(values):
                weaker = tuple(NOT(argued[stronger]) for stronger in values[:place])
                made.append(((argued[value], *weaker), _declare(about(Known, key)(fact=key, value=value))))
            if finding.otherwise != IMPOSSIBLE:
                made.append(
                    (
                        tuple(NOT(a) for a in argued.values()),
                        _declare(about(Known, key)(fact=key, value=finding.otherwise)),
                    )
                )
        silenced = sorted({id for line in self.kb.advice.values() for id in line.replaces})
        for line in self.kb.advice.values():
            shown = () if line.id in silenced else (Shown(line=line.id),)
            made.append(
                (_guarded(self.kb, line.when, line.unless), _declare(about(Holds, line.id)(line=line.id), *shown))
            )
        for id in silenced:
            by = tuple(NOT(about(Holds, other.id)()) for other in self.kb.advice.values() if id in other.replaces)
            made.append(((about(Holds, id)(), *by), _declare(Shown(line=id))))
        saliences = distinct_saliences(len(made))
        rules = {f"rule_{n}": Rule(*when, salience=next(saliences))(then) for n, (when, then) in enumerate(made)}
        return type("MilepostEngine", (Engine,), rules)()

    def _fire(self, rule: str, argued: Argued) -> Callable:
        def fire(engine: KnowledgeEngine, **bound: Fact) -> None:
            facts = sorted({(f["fact"], f["value"]) for f in bound.values()}, key=lambda pair: self._place[pair[0]])
            self.firings.setdefault(rule, Firing(rule, tuple(facts)))
            engine.declare(argued.copy())

        return fire


def _declare(*facts: Fact) -> Callable:
    def fire(engine: KnowledgeEngine, **bound: Fact) -> None:
        engine.declare(*(fact.copy() for fact in facts))

    return fire


def _guarded(kb: KnowledgeBase, when: Condition, unless: tuple[Condition, ...]) -> tuple:
    names = (f"f{number}" for number in count())
    return (_element(kb, when, names), *(NOT(_element(kb, item, None)) for item in unless))


def _element(kb: KnowledgeBase, condition: Condition, names: Iterator[str] | None) -> object:
    """The conditional element for a condition; matched facts are bound to names, but not inside a NOT."""
    match condition:
        case Test():
            pattern = about(Known, condition.fact)(value=P(_predicate(kb, condition)))
            return pattern if names is None else next(names) << pattern
        case All(parts):
            return AND(*(_element(kb, part, names) for part in parts))
        case Any(parts):
            return OR(*(_element(kb, part, names) for part in parts))


def _predicate(kb: KnowledgeBase, test: Test) -> Callable[[str | frozenset[str]], bool]:
    """The test as a predicate on a value in working memory: a finding's value, or the states that a question is in."""
    met = ways(kb, test)
    return lambda value: some_way_fits(met, value if isinstance(value, frozenset) else {value})
