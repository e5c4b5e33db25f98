"""**Once one statement of a source says what became of it, every one does, \
and names a carrier that cites it and bears few.**"""

from collections import Counter
from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.source import AT_WORK, MOST_CARRIED, TOLD, WAYS, Statement


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    kept = {s.source for s in kb.statements.values() if s.status}
    bears: Counter[str] = Counter()
    for statement in kb.statements.values():
        if statement.source in kept and not statement.status:
            yield Fault(
                statement.at,
                f"nothing says what became of `{statement.id}`",
                "add `at_work`, `told`, `background` or `declined`",
            )
        if statement.system and statement.system not in kb.systems:
            yield Fault(
                statement.at,
                f"`{statement.system}`, the system of `{statement.id}`, does not exist",
                did_you_mean(statement.system, kb.systems, "correct the name, or write it under `systems`"),
            )
        if statement.status == AT_WORK:
            bears[statement.carrier] += 1
            yield from _carried(kb, statement)
            if bears[statement.carrier] == MOST_CARRIED + 1:
                yield Fault(
                    statement.at,
                    f"`{statement.carrier}` bears more than {MOST_CARRIED} statements",
                    "name another carrier that says it more exactly",
                )
        elif statement.status == TOLD and statement.carrier not in kb.systems:
            yield from _cites(kb, statement)


def _carried(kb: KnowledgeBase, statement: Statement) -> Iterator[Fault]:
    found = kb.entry(statement.carrier)
    if found is not None and statement.how in WAYS and found[0] not in WAYS[statement.how]:
        kinds = " or ".join(WAYS[statement.how])
        yield Fault(
            statement.at,
            f"`{statement.carrier}`, which carries `{statement.id}`, is a {found[0]} "
            f"and cannot be one that {statement.how}",
            f"name a {kinds}",
        )
    yield from _cites(kb, statement)


def _cites(kb: KnowledgeBase, statement: Statement) -> Iterator[Fault]:
    found = kb.entry(statement.carrier)
    if found is None:
        names = [*kb.questions, *kb.rules, *kb.steps, *kb.advice, *kb.systems]
        yield Fault(
            statement.at,
            f"`{statement.carrier}`, which is to carry `{statement.id}`, does not exist",
            did_you_mean(statement.carrier, names, "name a question, rule, step or line of advice"),
        )
    elif statement.id not in found[1].sources:
        yield Fault(
            statement.at,
            f"`{statement.carrier}` does not cite `{statement.id}`, which it is to carry",
            "add it to its `sources`, or name another carrier",
        )
