"""What a question is for, in plain sentences: the steps still possible, and what each answer does to them."""

from collections.abc import Iterator, Sequence

from milepost.engine.explaining.effects import Effect, Leaves
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question

NAMED = 5
NAMED_FOR_AN_ANSWER = 3
ONE_STEP = "One step is still possible: {}."
COUNTS_FOR_SAFETY = "Your answer counts for what to watch out for."
SOME_STEPS = "{} steps are still possible: {}."
MANY_STEPS = "{} steps are still possible."
WOULD_RULE_OUT = '"{}" would rule out: {}.'
KEEPS_POSSIBLE = 'Only "{}" keeps possible: {}.'
COUNTS_WITH_OTHERS = "No answer here rules out a step by itself. It counts together with others."
AND_MORE = "{}, and {} more"
FROM_ON = "{} {} or more"
FROM_TO = "{} to {} {}"


def effect_in_words(kb: KnowledgeBase, question: Question, effect: Effect) -> list[str]:
    """A sentence on the steps still possible, then one for each thing an answer does; of a guard question, nothing."""
    if question.guard:
        return []
    if len(effect.possible) == 1:
        return [ONE_STEP.format(kb.steps[effect.possible[0]].title), COUNTS_FOR_SAFETY]
    count, names = len(effect.possible), _named(kb, effect.possible, NAMED)
    said = [SOME_STEPS.format(count, names) if count <= NAMED else MANY_STEPS.format(count)]
    for answer, leaves in _answers(question, effect.leaves):
        if leaves.rules_out:
            said.append(WOULD_RULE_OUT.format(answer, _named(kb, leaves.rules_out)))
        if leaves.keeps_alone:
            said.append(KEEPS_POSSIBLE.format(answer, _named(kb, leaves.keeps_alone)))
    return said if len(said) > 1 else [*said, COUNTS_WITH_OTHERS]


def _answers(question: Question, all_leaves: Sequence[Leaves]) -> Iterator[tuple[str, Leaves]]:
    """Each answer in words with what it leaves; ranges of numbers side by side that leave the same are one."""
    ranges: list[tuple[int, Leaves]] = []
    for leaves in all_leaves:
        if (
            question.type == "number"
            and isinstance(leaves.answer, int)
            and (not ranges or _effect(ranges[-1][1]) != _effect(leaves))
        ):
            ranges.append((leaves.answer, leaves))
    ends = [low - 1 for low, _ in ranges[1:]] + [question.maximum]
    for (low, leaves), high in zip(ranges, ends, strict=False):
        is_last, unit = high == question.maximum, question.unit
        words = FROM_ON.format(low, unit) if is_last else FROM_TO.format(low, high, unit)
        yield words if low < high else answer_in_words(question, low), leaves
    for leaves in all_leaves:
        if question.type != "number" or not isinstance(leaves.answer, int):
            yield answer_in_words(question, leaves.answer), leaves


def _effect(leaves: Leaves) -> tuple[Sequence[str], Sequence[str]]:
    return leaves.rules_out, leaves.keeps_alone


def _named(kb: KnowledgeBase, steps: Sequence[str], most: int = NAMED_FOR_AN_ANSWER) -> str:
    names = "; ".join(kb.steps[step].title for step in steps[:most])
    return AND_MORE.format(names, len(steps) - most) if len(steps) > most else names
