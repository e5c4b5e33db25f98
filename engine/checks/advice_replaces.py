"""**`replaces` names other lines that exist, no safety line, and never leads in a circle.**"""

from collections.abc import Iterator

from milepost.engine.model.circles import circles
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for line in kb.advice.values():
        for other in line.replaces:
            if other not in kb.advice:
                remedy = did_you_mean(other, kb.advice, "correct the id, or take it out")
                yield Fault(line.at, f"`{other}` in `replaces` of advice `{line.id}` is not a line of advice", remedy)
            elif kb.advice[other].safety:
                yield Fault(
                    line.at,
                    f"`{other}` in `replaces` of advice `{line.id}` is a safety line",
                    "a safety line is never silenced; take it out",
                )
    for circle in circles({id: [o for o in line.replaces if o in kb.advice] for id, line in kb.advice.items()}):
        chain = " -> ".join(f"`{id}`" for id in (*circle, circle[0]))
        yield Fault(
            kb.advice[circle[-1]].at,
            f"these lines replace each other in a circle: {chain}",
            "take one of them out of `replaces`",
        )
