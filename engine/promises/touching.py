"""Which promises touch a rule, and what a promise can depend on: read off the cones of influence, computed once."""

from functools import lru_cache

import msgspec

from milepost.engine.circuit.compile import RULE
from milepost.engine.circuit.cone import cone
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.promises.formula import BROKEN, OPEN, promised


class Reach(msgspec.Struct, frozen=True):
    """The questions and rules that a promise can depend on at all, each in its order."""

    questions: tuple[str, ...]
    rules: tuple[str, ...]


@lru_cache(maxsize=2)
def reaches(kb: KnowledgeBase) -> dict[str, Reach]:
    """For each promise what it can depend on."""
    circuit = promised(kb)
    opens = [atom for (kind, _), atom in circuit.index.items() if kind == OPEN]
    found = {}
    for promise in kb.promises.values():
        gates, questions = cone(circuit, opens if promise.unknown else [circuit.index[BROKEN, promise.id]])
        fired = {name for kind, name in (circuit.names[gate.atom] for gate in gates) if kind == RULE}
        found[promise.id] = Reach(tuple(questions), tuple(id for id in kb.rules if id in fired))
    return found


def touching(kb: KnowledgeBase, rule: str) -> list[str]:
    """The promises that a rule can break or keep; first those that depend on the fewest rules, as they are closest to it."""
    found = reaches(kb)
    return sorted((id for id, reach in found.items() if rule in reach.rules), key=lambda id: len(found[id].rules))
