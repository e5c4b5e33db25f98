"""**Every system names sources, carriers and examples that exist, \
and in each of its examples one of its carriers is at work.**"""

from collections.abc import Iterator

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for system in kb.systems.values():
        for source in system.sources:
            if source not in kb.sources:
                yield Fault(
                    system.at,
                    f"`{source}` in system `{system.key}` is not a source",
                    did_you_mean(source, kb.sources, "correct the name"),
                )
        carriers = [name for part in system.parts for name in part.carried_by]
        for part in system.parts:
            for name in part.carried_by:
                if kb.entry(name) is None:
                    known = [*kb.questions, *kb.rules, *kb.steps, *kb.advice]
                    yield Fault(
                        system.at,
                        f"`{name}` in system `{system.key}` does not exist",
                        did_you_mean(name, known, "name a question, rule, step or line of advice"),
                    )
        for id in system.examples:
            if id not in kb.examples:
                yield Fault(
                    system.at,
                    f"`{id}` in system `{system.key}` is not an example",
                    did_you_mean(id, kb.examples, "correct the id"),
                )
            elif not at_work(conclude(compiled(kb), Sheet(kb.examples[id].answers)), carriers):
                yield Fault(
                    system.at,
                    f"no carrier of system `{system.key}` is at work in example `{id}`",
                    "name another example",
                )


def at_work(conclusion: Conclusion, names: list[str]) -> bool:
    """Is one of the named steps, rules or lines of advice at work in this conclusion?"""
    return not {conclusion.step, *conclusion.fired, *conclusion.advice}.isdisjoint(names)
