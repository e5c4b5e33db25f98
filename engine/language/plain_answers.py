"""Reading answers that another program gives as a dict, checked as strictly as those in a file."""

from collections.abc import Iterator, Mapping

from milepost.engine.model.answer_sheet import Answer, Sheet, fault_in_answer
from milepost.engine.model.faults import Fault, SheetFaulty, did_you_mean
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position
from milepost.engine.model.question import NOT_SURE

AT = Position("answers", 0)
FORM = "give a dict with the answer to each question, as in {'question': 'no'}"
OPEN = f"leave the question out to leave it open, or give `{NOT_SURE}`"


def sheet_of_plain(kb: KnowledgeBase, answers: object) -> Sheet:
    """Return the sheet of a mapping from question keys to answers: option keys, whole numbers, lists of option keys.

    Raises SheetFaulty with every fault at once: what is no question, and what is no answer to its question.
    """
    if not isinstance(answers, Mapping):
        raise SheetFaulty([Fault(AT, f"this is a {type(answers).__name__}, not answers", FORM)])
    if faults := list(_faults(kb, answers)):
        raise SheetFaulty(faults)
    return Sheet({key: _answer(kb, key, given) for key, given in answers.items()})


def _faults(kb: KnowledgeBase, answers: Mapping[object, object]) -> Iterator[Fault]:
    for key, given in answers.items():
        question = kb.questions.get(key) if isinstance(key, str) else None
        if question is None:
            remedy = did_you_mean(str(key)[:60], kb.questions, "`kb.questions` has all of them")
            yield Fault(AT, f"`{str(key)[:60]}` is not a question", remedy)
        elif given is None:
            yield Fault(AT, f"`{key}` has no answer", OPEN)
        elif problem := fault_in_answer(question, given):
            yield Fault(AT, *problem)


def _answer(kb: KnowledgeBase, key: str, given: Answer | list[str]) -> Answer:
    """The answer as sheets keep it: those to a `many` as a tuple."""
    if isinstance(given, list):
        return tuple(given)
    return (given,) if isinstance(given, str) and kb.questions[key].type == "many" else given
