"""**Every example comes out as it says.**"""

from collections.abc import Iterator

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.example import Example
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    circuit = compiled(kb)
    for example in kb.examples.values():
        for problem, remedy in differences(kb, example, conclude(circuit, Sheet(example.answers))):
            yield Fault(example.at, f"example `{example.id}` {problem}", remedy)


def differences(kb: KnowledgeBase, example: Example, conclusion: Conclusion) -> Iterator[tuple[str, str]]:
    """Where a conclusion is not as the example says, as (problem, remedy)."""
    arguing = [r.id for r in kb.step_rules if r.id in conclusion.fired and r.value == conclusion.step]
    decided = (
        "the rules that decide it: " + ", ".join(f"`{r}`" for r in arguing)
        if arguing
        else "no rule decides it; it is what holds otherwise"
    )
    if conclusion.step != example.step:
        met = f"the step `{conclusion.step}`" if conclusion.step else "no step"
        yield f"comes out as {met}, not `{example.step}`", decided
        return
    if set(arguing) != set(example.because):
        yield "is decided by other rules than its `because` says", decided
    for id in example.shows:
        if id not in conclusion.advice and id not in kb.withdrawn:
            yield f"does not show the advice `{id}`", "look at its `when`, `unless`, and the lines that replace it"
    for id in example.never:
        if id in conclusion.advice:
            yield f"shows the advice `{id}`, which it says it never may", "look at its `when` and `unless`"
