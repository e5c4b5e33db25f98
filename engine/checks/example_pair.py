"""**An example that names another as its pair differs from it in exactly one answer, and gets another step.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for example in kb.examples.values():
        if not example.pair_of:
            continue
        other = kb.examples.get(example.pair_of)
        if other is None:
            yield Fault(
                example.at,
                f"`{example.pair_of}` in `pair_of` of example `{example.id}` is not an example",
                did_you_mean(
                    example.pair_of,
                    [id for id in kb.examples if id != example.id],
                    "correct the id, or leave `pair_of` out",
                ),
            )
            continue
        keys = {k for k in (*example.answers, *other.answers) if example.answers.get(k) != other.answers.get(k)}
        if len(keys) != 1:
            named = ", ".join(f"`{k}`" for k in sorted(keys)) or "no answer"
            yield Fault(
                example.at,
                f"examples `{example.id}` and `{other.id}` differ in {named}",
                "a pair differs in exactly one answer",
            )
        if example.step == other.step:
            yield Fault(
                example.at,
                f"examples `{example.id}` and `{other.id}` lead to the same step",
                "a pair shows how one answer changes the step",
            )
