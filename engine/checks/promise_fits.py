"""**Every promise names questions, findings, values, thresholds, lines, purposes and steps that there are.**"""

from collections.abc import Iterator

from milepost.engine.checks.condition_fits import check_test
from milepost.engine.checks.threshold_bounds import check_threshold
from milepost.engine.model.condition import All, Any, Claim, Lines, NoneOf, Test, Told
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import More, Promise

# For each type of question the fields that say which of two answers to it says more.
SAYS_MORE = {"many": ("add", "drop"), "choice": ("order",), "yes_no": ("order",), "number": ("rising",)}


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for promise in kb.promises.values():
        for claim in (promise.given, promise.never, promise.always):
            if claim is not None:
                yield from _claim(kb, f"promise `{promise.id}`", claim)
        for more in promise.more:
            yield from _more(kb, f"promise `{promise.id}`", more)
        yield from _steps(kb, promise)
        yield from _guards(kb, promise)


def _claim(kb: KnowledgeBase, where: str, claim: Claim) -> Iterator[Fault]:
    match claim:
        case Test():
            yield from check_test(kb, where, claim)
            yield from check_threshold(kb, where, claim)
        case All(parts) | Any(parts) | NoneOf(parts):
            for part in parts:
                yield from _claim(kb, where, part)
        case Lines():
            for given, known, what in (
                (claim.ids, {**kb.advice, **kb.withdrawn}, "line of advice"),
                (claim.purposes, kb.purposes, "purpose"),
                (claim.about, kb.subjects, "subject in order.yaml"),
            ):
                for id in given:
                    if id not in known:
                        yield Fault(
                            claim.at, f"`{id}` in {where} is not a {what}", did_you_mean(id, known, "correct the id")
                        )
        case Told(id=id, case=case):
            if id not in kb.advice and id not in kb.withdrawn:
                remedy = did_you_mean(id, kb.advice, "correct the id")
                yield Fault(claim.at, f"`{id}` in {where} is not a line of advice", remedy)
            yield from _claim(kb, where, case)


def _more(kb: KnowledgeBase, where: str, more: More) -> Iterator[Fault]:
    question = kb.questions.get(more.question)
    if question is None:
        remedy = did_you_mean(more.question, kb.questions, "correct the name")
        yield Fault(more.at, f"`{more.question}` in {where} is not a question", remedy)
        return
    fields = SAYS_MORE[question.type]
    if not (more.add or more.drop or more.order or more.rising):
        return  # that is a fault of shape
    if not any(getattr(more, field) for field in fields):
        fits = " or ".join(f"`{field}`" for field in fields)
        problem = f"`{more.question}` in {where} is a question of type `{question.type}`, which takes {fits}"
        yield Fault(more.at, problem, f"say with {fits} which answer says more")
        return
    if len(more.order) == 1:
        yield Fault(
            more.at, f"the order of `{more.question}` in {where} has one place", "name a second, or take it out"
        )
    named = [*more.add, *more.drop, *(option for place in more.order for option in place)]
    for place, option in enumerate(named):
        if option not in question.options:
            remedy = did_you_mean(option, question.options, "name an option")
            yield Fault(more.at, f"`{option}` in {where} is not an option of `{more.question}`", remedy)
        elif option in named[:place]:
            yield Fault(more.at, f"`{option}` of `{more.question}` in {where} stands twice", "keep one")


def _guards(kb: KnowledgeBase, promise: Promise) -> Iterator[Fault]:
    if not promise.guards:
        return
    where = f"`unknown_opens_nothing` of promise `{promise.id}`"
    for key in promise.guards:
        if key not in kb.questions:
            yield Fault(promise.at, f"`{key}` in {where} is not a question", did_you_mean(key, kb.questions))
        elif not kb.questions[key].guard:
            yield Fault(promise.at, f"`{key}` in {where} is no guard", "write `guard: yes` at the question again")
    for key, question in kb.questions.items():
        if question.guard and key not in promise.guards:
            yield Fault(promise.at, f"`{key}` is a guard, and not in {where}", "name it there")


def _steps(kb: KnowledgeBase, promise: Promise) -> Iterator[Fault]:
    for step in (*promise.not_from, *promise.not_to):
        if step not in kb.steps:
            problem = f"`{step}` in `not_from_to` of promise `{promise.id}` is not a step"
            yield Fault(promise.at, problem, did_you_mean(step, kb.steps, "correct the name"))
