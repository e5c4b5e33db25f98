"""The only place that imports experta, and that knows what is wrong with it.

experta 1.9.4 (2019) is unmaintained. Three things need care:
- It and its frozendict look for `collections.Mapping` and its kin, which Python 3.10 removed; they are put back for the
  time of the import.
- Its agenda keeps activations sorted by (salience, facts) and looks for a removed one only beside the first of equal
  key. When three or more rules of one salience wait on the same facts, an activation whose NOT no longer holds can stay
  and fire. So no two rules may share a salience: `distinct_saliences` gives each its own.
- Its classes keep the facts of whoever has left: two methods are wrapped in caches for the whole process, one of the
  last activations and one of the last network, and the facts to begin with remember the last engine. Here, the methods
  go without their caches, and the facts to begin with are a function.
"""

import collections
import collections.abc
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, product
from typing import Any

_PUT_BACK = [
    n for n in ("Mapping", "MutableMapping", "Iterable", "Hashable", "Callable") if not hasattr(collections, n)
]
for _name in _PUT_BACK:
    setattr(collections, _name, getattr(collections.abc, _name))
try:
    from experta import AND, NOT, OR, Fact, InitialFact, KnowledgeEngine, L, P, Rule
    from experta.matchers.rete import ReteMatcher
    from experta.matchers.rete.check import SameContextCheck
    from experta.matchers.rete.nodes import BusNode, ConflictSetNode, NotNode, OrdinaryMatchNode
    from experta.matchers.rete.token import Token
    from experta.matchers.rete.utils import generate_checks
    from experta.strategies import DepthStrategy
finally:
    for _name in _PUT_BACK:
        delattr(collections, _name)

__all__ = ["AND", "NOT", "OR", "Engine", "Fact", "KnowledgeEngine", "L", "P", "Rule", "distinct_saliences"]


def distinct_saliences(rules: int) -> Iterator[int]:
    """A falling row of saliences, one for each of so many rules; rules asked for earlier fire before later ones."""
    return iter(range(rules, 0, -1))


class _LeanMatcher(ReteMatcher):  # type: ignore[misc]  # experta has no types
    """experta's matcher over a smaller network, and without the detours that took most of the time.

    Each pattern is tested once and each beginning of a condition is joined once, however many rules have it, where
    experta shares little (Forgy, "Rete", 1982). A new fact is tested against the patterns of its class, and not against
    all (hashing of the alpha memory: Doorenbos, "Production matching for large learning systems", 1995). Only the rules
    that have something new are asked for activations. A token goes on as it is, where experta copies it at every node
    though none of these changes it. A reset empties the memories that hold something, once, where experta makes all of
    them anew and comes back to a node by every way to it.
    """

    def build_network(self) -> None:
        self._by_class: dict[type, list[tuple[list[Any], Any, BusNode]]] = {}
        self._memories: list[Any] = []
        self._news: dict[_Conflict, None] = {}
        self._patterns: dict[Fact, BusNode] = {}
        self._joined: dict[tuple[int, int, type], Any] = {}
        for rule in self.engine.get_rules():
            rule._wrapped_self = None  # it is called with the engine, and once is enough
            for way in _ways(AND(*rule)):
                wanted = [self._pattern(pattern) for pattern, is_wanted in way if is_wanted]
                node, *others = wanted or [self._pattern(InitialFact())]
                for other in others:
                    node = self._join(OrdinaryMatchNode, node, other)
                for pattern, is_wanted in way:
                    node = node if is_wanted else self._join(NotNode, node, self._pattern(pattern))
                conflict = _Conflict(rule, self._news)
                self._memories.append(conflict.memory)
                node.add_child(conflict, conflict._activate)

    def _pattern(self, pattern: Fact) -> BusNode:
        """The node that facts reach which fit a pattern; it may give a name to the fact, and none to a field of it."""
        if pattern not in self._patterns:
            _, *checks, name = generate_checks(pattern)  # the first is for the class
            tests = [(check.what, check.check, check.expected) for check in checks]
            self._patterns[pattern] = node = BusNode()
            self._by_class.setdefault(type(pattern), []).append((tests, name, node))
        return self._patterns[pattern]

    def _join(self, kind: type, left: Any, right: Any) -> Any:
        """The node that joins what reaches two nodes, or what reaches the left one where nothing reaches the right."""
        key = id(left), id(right), kind
        if key not in self._joined:
            node = self._joined[key] = kind(SameContextCheck())
            self._memories += [node.left_memory, node.right_memory]
            left.add_child(node, node._activate_left)
            right.add_child(node, node._activate_right)
        return self._joined[key]

    def changes(
        self, adding: Iterable[Fact] | None = None, deleting: Iterable[Fact] | None = None
    ) -> tuple[list[Any], list[Any]]:
        for facts, token in ((deleting or (), _Token.invalid), (adding or (), _Token.valid)):
            for fact in facts:
                for tests, name, node in self._by_class.get(type(fact), ()):
                    for field, test, expected in tests:
                        if not test(fact.get(field), expected):
                            break
                    else:
                        new = token(fact, name(fact))
                        for child in node.children:
                            child.callback(new)
        added: list[Any] = []
        removed: list[Any] = []
        for node in self._news:
            new, gone = node.get_activations()
            added.extend(new)
            removed.extend(gone)
        self._news.clear()
        return added, removed

    def reset(self) -> None:
        for memory in self._memories:
            if memory:
                memory.clear()


class _Token(Token):  # type: ignore[misc]  # experta has no types
    """experta's token; what nodes remember of it is made once for all that it reaches."""

    _info: Any = None

    def to_info(self) -> Any:
        if self._info is None:
            self._info = super().to_info()
        return self._info


class _Conflict(ConflictSetNode):  # type: ignore[misc]  # experta has no types
    """The end of a condition: it says when it has something new."""

    def __init__(self, rule: Rule, news: dict["_Conflict", None]):
        self._news = news
        super().__init__(rule)

    def _activate(self, token: Token) -> None:
        self._news[self] = None
        super()._activate(token)


def _ways(element: Any, is_wanted: bool = True) -> Iterator[tuple[tuple[Fact, bool], ...]]:
    """Yield each way in which a condition can be met: patterns with whether a fact has to fit."""
    if isinstance(element, Fact):
        yield ((element, is_wanted),)
    elif isinstance(element, NOT):
        yield from _ways(element[0], not is_wanted)
    elif isinstance(element, AND) == is_wanted:
        for chosen in product(*(list(_ways(part, is_wanted)) for part in element)):
            yield tuple(chain.from_iterable(chosen))
    else:
        for part in element:
            yield from _ways(part, is_wanted)


class _Strategy(DepthStrategy):  # type: ignore[misc]  # experta has no types
    """experta's order of activations: by salience, then the newest facts first."""

    get_key = DepthStrategy.get_key.__wrapped__


def _initial_fact() -> Iterator[Fact]:
    yield InitialFact()


class Engine(KnowledgeEngine):  # type: ignore[misc]  # experta has no types
    """An experta engine with the lean matcher, which keeps nothing outside of itself."""

    __matcher__ = _LeanMatcher
    __strategy__ = _Strategy
    _declare_initial_fact = None

    def get_deffacts(self) -> list[Callable[[], Iterator[Fact]]]:
        """The facts to begin with, of which experta's own keep the engine that last asked for them."""
        return [_initial_fact]
