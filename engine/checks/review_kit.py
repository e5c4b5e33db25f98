"""**Every specialist is asked about what there is, every line about safety is somebody's, \
and every review has a known scope.**"""

from collections.abc import Iterable, Iterator

from milepost.engine.model.condition import tests
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    facts = [*kb.questions, *kb.settled]
    for key, one in kb.specialists.items():
        where = f"specialist `{key}`"
        yield from _known(one.at, where, "question", one.questions, kb.questions)
        yield from _known(one.at, where, "step", one.steps, kb.steps)
        yield from _known(one.at, where, "example", (one.unalarming, *one.screens), kb.examples)
        yield from _known(one.at, where, "purpose", one.helplines, kb.purposes)
        for situation in one.situations:
            yield from _known(one.at, where, "question or finding", situation.reads, facts)
    for decision in kb.decisions.values():
        yield from _known(decision.at, f"decision `{decision.id}`", "example", decision.examples, kb.examples)
    for review in kb.about.reviewed_by:
        for scope in review.scope:
            if scope not in kb.specialists:
                problem = f"`{scope}` in `scope` of the review by {review.name} is nobody under `specialists`"
                yield Fault(review.at, problem, did_you_mean(scope, kb.specialists, "name a part that there is"))
    yield from _nobodys(kb)


def _known(at: Position, where: str, what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    known = list(known)
    for name in names:
        if name not in known:
            yield Fault(at, f"`{name}` of {where} is not a {what}", did_you_mean(name, known, "correct the name"))


def _nobodys(kb: KnowledgeBase) -> Iterator[Fault]:
    """Lines about safety that no specialist is asked about; where there are no specialists, nobody is asked at all."""
    read = {fact for one in kb.specialists.values() for situation in one.situations for fact in situation.reads}
    for line in kb.advice.values() if kb.specialists else ():
        if line.safety and read.isdisjoint(test.fact for test in tests(line.when)):
            problem = f"no specialist is asked about the safety line `{line.id}`"
            yield Fault(line.at, problem, "name a question or finding it looks at in a `situations` of one of them")
