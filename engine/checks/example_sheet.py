"""**Every example is a readable answer sheet and names steps, rules and advice that exist.**"""

from collections.abc import Iterator

from milepost.engine.checks.conditions import known_values
from milepost.engine.model.answer_sheet import fault_in_answer
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    for example in kb.examples.values():
        for key, given in example.answers.items():
            if key not in kb.questions:
                yield Fault(
                    example.answers_at[key],
                    f"`{key}` in example `{example.id}` is not a question",
                    did_you_mean(key, kb.questions, "correct the name, or remove it"),
                )
            elif problem := fault_in_answer(kb.questions[key], given):
                yield Fault(example.answers_at[key], *problem)
        if example.step and example.step not in known_values(kb, STEP):
            yield Fault(
                example.at,
                f"`{example.step}` in example `{example.id}` is not a step",
                did_you_mean(example.step, kb.steps, "correct the name"),
            )
        for what, ids, known in (
            ("rule", example.because, kb.rules),
            ("line of advice", (*example.shows, *example.never), {**kb.advice, **kb.withdrawn}),
        ):
            for id in ids:
                if id not in known:
                    yield Fault(
                        example.at,
                        f"`{id}` in example `{example.id}` is not a {what}",
                        did_you_mean(id, known, "correct the id"),
                    )
