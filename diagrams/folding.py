"""Folding a long path, so that it fits on a page: what is further back is told inside the finding it led to."""

from milepost.diagrams.evidence import Link
from milepost.engine.model.step import STEP

# Up to so many answers and findings all are drawn; and so many at most where there are more, unless the step's own
# rules look at more. With the stages and the steps beside it, a path has about 25 nodes.
FEW, MOST = 10, 12


def kept(links: list[Link], facts: list[str], findings: set[str]) -> list[str]:
    """The facts that are drawn: all if they are few; else what the step's rules looked at, with the findings behind
    that if there is room."""
    if len(facts) <= FEW:
        return facts
    near = {link.tail for link in links if link.head == STEP}
    behind = {link.tail for link in links if link.head in near and link.tail in findings}
    chosen = near | behind if len(near | behind) <= MOST else near
    return [fact for fact in facts if fact in chosen]


def folded_into(fact: str, links: list[Link], drawn: list[str]) -> list[str]:
    """The facts under `fact` that are not drawn, nearest first."""
    found: dict[str, None] = {}
    waiting = [fact]
    while waiting:
        head = waiting.pop(0)
        for link in links:
            if link.head == head and link.tail not in drawn and link.tail not in found:
                found[link.tail] = None
                waiting.append(link.tail)
    return list(found)
