"""All words that the engine itself adds to the author's: tests, answers and facts, said for a person to read.

"There is nothing that shows it", "it is not so" and "it is not known" are different things, and have different words.
"""

from milepost.engine.meaning.operators import OPERATORS
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.condition import All, Any, Condition, Test, parts_of
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, UNKNOWN, Question

OPEN = "not answered"
SAID_UNKNOWN = {NOT_SURE: "I do not know", RATHER_NOT_SAY: "I would rather not say"}
NONE_OF_THESE = OPERATORS[NONE].words
# A list that is open says as much where all is left empty.
NONE_OR_UNKNOWN = f"{SAID_UNKNOWN[NOT_SURE]}, or {NONE_OF_THESE.lower()}"
NOT_KNOWN = OPERATORS[UNKNOWN].words


def answer_in_words(question: Question, answer: Answer | None) -> str:
    """An answer as the person would say it."""
    if answer is None:
        return OPEN
    if isinstance(answer, tuple):
        return "; ".join(answer_in_words(question, item) for item in answer)
    if isinstance(answer, str) and answer in SAID_UNKNOWN:
        return said_unknown(question)[answer]
    if answer == NONE:
        return NONE_OF_THESE
    if question.type == "number" or isinstance(answer, int):
        return f"{answer} {question.unit.removesuffix('s') if answer == 1 else question.unit}"
    return question.options[answer]


def choices(question: Question) -> dict[str, str]:
    """What can be chosen at a question beside a number, in the order shown: key to words."""
    none = {NONE: NONE_OF_THESE} if question.takes_none else {}
    return {**question.options, **none, **said_unknown(question)}


def said_unknown(question: Question) -> dict[str, str]:
    """Return the two answers that every question takes beside its own, in words."""
    return {**SAID_UNKNOWN, NOT_SURE: NONE_OR_UNKNOWN} if question.is_open else SAID_UNKNOWN


def test_in_words(kb: KnowledgeBase, test: Test) -> str:
    """What a test asks of its fact, without naming the fact: "Yes", "30 days or more", "not known"."""
    question = kb.questions.get(test.fact)
    labels = kb.values_of(test.fact)
    values = " or ".join(labels.get(str(value), str(value)) for value in test.values)
    return OPERATORS[test.operator].words.format(values=values, unit=question.unit if question else "")


def condition_in_words(kb: KnowledgeBase, condition: Condition) -> str:
    """A whole condition in one line, naming each fact."""
    match condition:
        case Test():
            name = fact_name(kb, condition.fact)
            return f"{name}{'' if name.endswith('?') else ':'} {test_in_words(kb, condition)}"
        case All():
            return ", and ".join(_grouped(kb, part) for part in parts_of(condition)) or "always"
        case Any():
            return ", or ".join(_grouped(kb, part) for part in parts_of(condition))


def _grouped(kb: KnowledgeBase, part: Condition) -> str:
    said = condition_in_words(kb, part)
    return said if isinstance(part, Test) else f"({said})"


def fact_name(kb: KnowledgeBase, fact: str) -> str:
    """A question's own words, or a finding's title; its name with spaces where it has none."""
    return kb.questions[fact].ask if fact in kb.questions else kb.settled[fact].title or fact.replace("_", " ")
