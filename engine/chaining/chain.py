"""From a knowledge base to an experta engine, and from an answer sheet to the derivation of its step.

Every rule becomes an experta rule over facts in working memory. Settling a finding (its strongest argued value, or
`otherwise`) is done by rules as well. The derivation is the record of what fired. Advice takes no part: its lines are
conditions on what has been settled.
"""

from collections.abc import Callable, Iterator

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
from milepost.engine.meaning.holding import ways, what_fits
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import All, Any, Condition, Content, Test, parts_of
from milepost.engine.model.derivation import Derivation, Firing
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.knowledge_base import KnowledgeBase

# What must be matched for a rule of experta to fire, and what it then does.
Elements = tuple[object, ...]
Action = Callable[..., None]
ExpertaRule = tuple[Elements, Action]


class Known(Fact):  # type: ignore[misc]  # experta has no types
    """A question with the states it is in, or a settled finding with its value: `fact`, `value`."""


class Argued(Fact):  # type: ignore[misc]  # experta has no types
    """A rule has fired for a value: `fact`, `value`."""


class Chainer:
    """An experta engine for one knowledge base, built once and used for any number of sheets."""

    def __init__(self, kb: KnowledgeBase, engine: type[KnowledgeEngine] = Engine):
        self.kb = kb
        self.firings: dict[str, Firing] = {}
        self._place = {key: n for n, key in enumerate((*kb.questions, *kb.settled))}
        self._kinds: dict[tuple[type[Fact], str], type[Fact]] = {}
        self._patterns: dict[Content, Fact] = {}
        self._engine, self._is_empty = self._build(engine), False

    def derive(self, sheet: Sheet) -> Derivation:
        """Return the derivation for a sheet; open answers read as unknown."""
        if not self._is_empty:
            self.forget()
        self._is_empty = False
        self._engine.declare(
            *(
                self.about(Known, q.key)(fact=q.key, value=states_held(self.kb, q, sheet))
                for q in self.kb.questions.values()
            )
        )
        self._engine.run()
        known = {f["fact"]: f["value"] for f in self._engine.facts.values() if isinstance(f, Known)}
        return Derivation(
            findings={key: known[key] for key in self.kb.findings if key in known},
            step=known.get(self.kb.step_choice.key, ""),
            firings=tuple(self.firings.values()),
        )

    def forget(self) -> None:
        """Empty working memory."""
        self.firings, self._is_empty = {}, True
        self._engine.reset()

    def about(self, kind: type[Fact], name: str) -> type[Fact]:
        """Return the class of the facts of one kind about one question or finding: only its own tests see them."""
        if (kind, name) not in self._kinds:
            self._kinds[kind, name] = type(f"{kind.__name__}_{name}", (kind,), {})
        return self._kinds[kind, name]

    def rules(self) -> Iterator[ExpertaRule]:
        """Every rule that experta gets; those that come first fire first."""
        for key, finding in self.kb.settled.items():
            for rule in self.kb.rules_for[key]:
                yield self.guarded(rule.when, rule.unless), self._fire(rule.id, key, rule.value)
            # The strongest value comes first, and once it is known no other is settled.
            known, argued = self.about(Known, key), self.about(Argued, key)
            for value in finding.values:
                yield (argued(value=L(value)), NOT(known())), declare(known(fact=key, value=value))
            if finding.otherwise != IMPOSSIBLE:
                yield (NOT(known()),), declare(known(fact=key, value=finding.otherwise))

    def guarded(self, when: Condition, unless: tuple[Condition, ...]) -> Elements:
        """Return the conditional elements for a condition that must hold and those that must not."""
        return (self._element(when), *(NOT(self._element(item)) for item in unless))

    def _build(self, engine: type[KnowledgeEngine]) -> KnowledgeEngine:
        rules = list(self.rules())
        saliences = distinct_saliences(len(rules))
        named = {f"rule_{n}": Rule(*when, salience=next(saliences))(then) for n, (when, then) in enumerate(rules)}
        return type("MilepostEngine", (engine,), named)()

    def _fire(self, rule: str, finding: str, value: str) -> Action:
        argued = self.about(Argued, finding)(fact=finding, value=value)

        def fire(engine: KnowledgeEngine, **bound: Fact) -> None:
            facts = sorted({(f["fact"], f["value"]) for f in bound.values()}, key=lambda pair: self._place[pair[0]])
            self.firings.setdefault(rule, Firing(rule, tuple(facts)))
            engine.declare(argued.copy())

        return fire

    def _element(self, condition: Condition) -> object:
        """The conditional element for a condition; each fact that is matched is bound to a name of its own."""
        match condition:
            case Test():
                content = condition.content
                if content not in self._patterns:
                    pattern = self.about(Known, condition.fact)(value=P(_predicate(self.kb, condition)))
                    self._patterns[content] = f"f{self._place[condition.fact]}" << pattern
                return self._patterns[content]
            case All():
                return AND(*(self._element(part) for part in parts_of(condition)))
            case Any():
                return OR(*(self._element(part) for part in parts_of(condition)))


def declare(*facts: Fact) -> Action:
    """Return what a rule does that puts facts into working memory."""

    def fire(engine: KnowledgeEngine, **bound: Fact) -> None:
        engine.declare(*(fact.copy() for fact in facts))

    return fire


def _predicate(kb: KnowledgeBase, test: Test) -> Callable[[str | frozenset[str]], bool]:
    """The test as a predicate on a value in working memory: a finding's value, or the states that a question is in."""
    fits = what_fits(ways(kb, test))
    return lambda value: fits(value if isinstance(value, frozenset) else {value})
