"""The witness of a broken promise as an example, ready to be kept as a test."""

from milepost.engine.language.sheet_file import written
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import NO_CONTACT, above
from milepost.engine.promises.verdict import Broken


def as_example(kb: KnowledgeBase, verdict: Broken, conclusion: Conclusion) -> str:
    """YAML with one example that holds what comes out today; the author changes it to what must come out.

    A sheet that leads to no step cannot pass as an example; the first step in the order of precedence stands in its
    place.
    """
    because = [r.id for r in kb.step_rules if r.id in conclusion.fired and r.value == conclusion.step]
    further = [id for id in conclusion.advice if above(kb.advice[id].contact, NO_CONTACT)]
    lines = [
        f"# This sheet broke a promise: {verdict.says}",
        "# Change `step`, `because` and `shows` to what must come out.",
    ]
    if not conclusion.step:
        lines.append("# It leads to no step today; the one named below is the first of all.")
    lines += [
        "examples:",
        f"  - id: {_id(kb, verdict)}",
        f"    about: A sheet that once broke the promise {verdict.promise}.",
        "    answers:",
    ]
    lines += [f"      {key}: {written(answer)}" for key, answer in verdict.witness.answers.items()]
    lines += [f"    step: {conclusion.step or next(iter(kb.steps))}", f"    because: [{', '.join(because)}]"]
    lines += [f"    shows: [{', '.join(further)}]"] if further else []
    return "\n".join(lines) + "\n"


def _id(kb: KnowledgeBase, verdict: Broken) -> str:
    """An id of up to 60 letters that no example has yet."""
    stem = f"once-broke-{verdict.promise}"[:56].rstrip("-")
    free = (id for n in range(1, len(kb.examples) + 2) if (id := stem if n == 1 else f"{stem}-{n}") not in kb.examples)
    return next(free)
