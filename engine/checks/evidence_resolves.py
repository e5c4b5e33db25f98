"""**Every conflict and every piece of research names statements and entries that exist.**"""

from collections.abc import Iterator, Sequence

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    cited: list[tuple[Position, str, Sequence[str], Sequence[str]]] = [
        (c.at, f"conflict `{c.id}`", [claim for side in c.sides for claim in side.claims], c.touches)
        for c in kb.conflicts.values()
    ]
    cited += [(r.at, f"research `{r.id}`", r.studies, r.about) for r in kb.research.values()]
    for at, where, statements, entries in cited:
        for id in statements:
            if id not in kb.statements:
                yield Fault(
                    at,
                    f"`{id}` in {where} is not a statement of a source",
                    did_you_mean(id, kb.statements, "add it under `says` of a source"),
                )
        for name in entries:
            if kb.entry(name) is None:
                known = [*kb.rules, *kb.steps, *kb.advice]
                yield Fault(
                    at,
                    f"`{name}` in {where} does not exist",
                    did_you_mean(name, known, "name a rule, step or line of advice"),
                )
