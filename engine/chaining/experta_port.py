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
from functools import partial
from typing import Any

_PUT_BACK = [
    n for n in ("Mapping", "MutableMapping", "Iterable", "Hashable", "Callable") if not hasattr(collections, n)
]
for _name in _PUT_BACK:
    setattr(collections, _name, getattr(collections.abc, _name))
try:
    from experta import AND, NOT, OR, Fact, InitialFact, KnowledgeEngine, L, P, Rule
    from experta.matchers.rete import ReteMatcher
    from experta.matchers.rete.token import Token
    from experta.strategies import DepthStrategy
finally:
    for _name in _PUT_BACK:
        delattr(collections, _name)

__all__ = ["AND", "NOT", "OR", "Engine", "Fact", "KnowledgeEngine", "L", "P", "Rule", "distinct_saliences"]


def distinct_saliences(rules: int) -> Iterator[int]:
    """A falling row of saliences, one for each of so many rules; rules asked for earlier fire before later ones."""
    return iter(range(rules, 0, -1))


class _LeanMatcher(ReteMatcher):  # type: ignore[misc]  # experta has no types
    """experta's matcher without three detours, which together took most of the time.

    A new fact goes only to the nodes for its class, and not to every node under the root (hashing of the alpha memory:
    Doorenbos, "Production matching for large learning systems", 1995). Only the rules that have something new are asked
    for activations. A reset clears each node once, where experta comes back to a node by every way that leads to it.
    """

    _get_conflict_set_nodes = ReteMatcher._get_conflict_set_nodes.__wrapped__

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._by_class: dict[type, list[Any]] = {}
        for child in self.root_node.children:
            self._by_class.setdefault(child.node.matcher.fact_type, []).append(child)
        self._nodes = list(_below(self.root_node, {}))
        self._news: dict[Any, None] = {}
        for node in self._get_conflict_set_nodes():
            node._activate = partial(self._activated, node, node._activate)

    def changes(
        self, adding: Iterable[Fact] | None = None, deleting: Iterable[Fact] | None = None
    ) -> tuple[list[Any], list[Any]]:
        for facts, token in ((deleting or (), Token.invalid), (adding or (), Token.valid)):
            for fact in facts:
                for child in self._by_class.get(type(fact), ()):
                    child.callback(token(fact))
        added: list[Any] = []
        removed: list[Any] = []
        for node in self._news:
            new, gone = node.get_activations()
            added.extend(new)
            removed.extend(gone)
        self._news.clear()
        return added, removed

    def _activated(self, node: Any, activate: Callable[[Token], None], token: Token) -> None:
        self._news[node] = None
        activate(token)

    def reset(self) -> None:
        for node in self._nodes:
            node._reset()


def _below(node: Any, seen: dict[Any, None]) -> dict[Any, None]:
    """A node and all nodes below it, each once."""
    if node not in seen:
        seen[node] = None
        for child in node.children:
            _below(child.node, seen)
    return seen


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
