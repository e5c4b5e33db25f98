"""Faults as an author sees them: each at its word, with its line, and no more of them than can be taken in."""

import re
from collections.abc import Iterable, Mapping

from milepost.engine.language.document import Node
from milepost.engine.model.faults import Fault, with_extract
from milepost.engine.model.position import Position

MOST = 200
WORD = re.compile(r"`([^`]+)`")


def as_shown(faults: Iterable[Fault], texts: Mapping[str, str]) -> list[Fault]:
    """The faults in order, each with the line of its text; after MOST of them, one that says that there are more."""
    ordered = sorted(set(faults))
    first = [f if f.extract else with_extract(f, texts.get(f.at.file, "")) for f in ordered[:MOST]]
    if len(ordered) > MOST:
        first.append(Fault(ordered[MOST].at, "from here on there are more faults", "mend those above first"))
    return first


class Entries:
    """The entries that were read, by their places, to find words in them."""

    def __init__(self) -> None:
        self._nodes: dict[Position, Node] = {}

    def note(self, node: Node) -> None:
        self._nodes[node.at] = node

    def pointed(self, fault: Fault) -> Fault:
        """A fault that stands at an entry, moved to the word that it names first, where the entry holds that word."""
        word = WORD.search(fault.problem)
        entry = self._nodes.get(fault.at)
        if word is None or entry is None:
            return fault
        at = next((node.at for node in _scalars(entry) if node.written == word[1]), fault.at)
        return fault._replace(at=at)


def _scalars(node: Node) -> Iterable[Node]:
    """Every scalar below a node, in the order written."""
    if node.kind == "scalar":
        yield node
    elif node.kind == "list":
        for item in node.value:
            yield from _scalars(item)
    else:
        for pair in node.value:
            for part in pair:
                yield from _scalars(part)
