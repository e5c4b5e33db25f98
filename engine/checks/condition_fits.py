"""**Every test names a question or finding that exists, a value it can have, and is a test that fits its type.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import every_test, known_values
from milepost.engine.model.condition import Test
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase

FITS = {
    "choice": ("is", "not", "unknown"),
    "yes_no": ("is", "not", "unknown"),
    "many": ("includes", "excludes", "none", "unknown"),
    "number": ("at_least", "below", "unknown"),
    "finding": ("is", "not"),
}
HOW_WRITTEN = {"is": "value", "unknown": "unknown", "none": "none"}


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    seen: set[Test] = set()
    for where, _, test in every_test(kb):
        if test not in seen:  # what `silent_under` says stands in every line of its file
            seen.add(test)
            yield from check_test(kb, where, test)


def check_test(kb: KnowledgeBase, where: str, test: Test) -> Iterator[Fault]:
    """The faults of one test; `where` names the entry it stands in."""
    known = (*kb.questions, *kb.settled)
    if test.fact not in known:
        yield Fault(
            test.at,
            f"`{test.fact}` in {where} is not a question or finding",
            did_you_mean(test.fact, known, "correct the name, or declare it"),
        )
        return
    kind = kb.questions[test.fact].type if test.fact in kb.questions else "finding"
    if test.operator not in FITS[kind]:
        what = "a finding" if kind == "finding" else f"a question of type `{kind}`"
        fitting = ", ".join(f"`{_form(test.fact, operator)}`" for operator in FITS[kind])
        always = "; a finding always has a value" if test.operator == "unknown" else ""
        yield Fault(
            test.at, f"the test on `{test.fact}` in {where} does not fit {what}", f"tests that fit: {fitting}{always}"
        )
        return
    values = kb.values_of(test.fact)
    if kind == "number" or not values:  # a fact without values is at fault itself
        return
    for value in test.values:
        if value not in known_values(kb, test.fact):
            remedy = did_you_mean(value, values, "its values are " + ", ".join(f"`{v}`" for v in values))
            yield Fault(test.at, f"`{value}` in {where} is not a value of `{test.fact}`", remedy)


def _form(fact: str, operator: str) -> str:
    said = HOW_WRITTEN.get(operator)
    if said is None:
        said = f"{{{operator}: {'30' if operator in ('at_least', 'below') else 'value'}}}"
    return f"{fact}: {said}"
