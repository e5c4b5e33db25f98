"""**Whom a question is asked of is said by answers to questions that are asked first.**"""

from collections.abc import Iterator

from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import FIRST


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    known = {option for question in kb.questions.values() if question.asked == FIRST for option in question.options}
    for key, question in kb.questions.items():
        for answer in question.asked_with:
            if answer not in known:
                problem = f"`{answer}` in `asked_with` of the question `{key}` is no answer to a question asked first"
                yield Fault(question.at, problem, did_you_mean(answer, known, "name an option of one of these"))
