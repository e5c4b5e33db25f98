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
finally:
    for _name in _PUT_BACK:
        delattr(collections, _name)

__all__ = ["AND", "Fact", "KnowledgeEngine", "L", "NOT", "OR", "P", "Rule", "distinct_saliences"]


def distinct_saliences(rules: int) -> Iterator[int]:
    """A falling row of saliences, one for each of so many rules; rules asked for earlier fire before later ones."""
    return iter(range(rules, 0, -1))
