"""Answers, reasons and lines as plain data, each with the words a person reads."""

from collections.abc import Iterable, Mapping
from typing import Any

from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.advice import Advice
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import FIRST, NOT_SURE, Question
from milepost.engine.telling import asking


def answers(kb: KnowledgeBase, given: Mapping[str, Answer], keys: Iterable[str]) -> list[dict[str, Any]]:
    """For each of these questions its words, and the answer as in a sheet (None if there is none) and in words."""
    return [answer(kb, key, given.get(key)) for key in keys]


def answer(kb: KnowledgeBase, key: str, given: Answer | None) -> dict[str, Any]:
    question = kb.questions[key]
    return {
        "question": key,
        "ask": question.ask,
        "answer": in_one_form(kb, key, given),
        "said": answer_in_words(question, given),
    }


def played_back(question: Question, given: Answer) -> str:
    """An answer in words to whoever gave it; what could be left out, and was, is no answer of theirs."""
    return asking.LEFT_UNSAID if question.asked == FIRST and given == NOT_SURE else answer_in_words(question, given)


def in_one_form(kb: KnowledgeBase, key: str, given: Answer | None) -> Any:
    """An answer in one form however it was written: to `many` always a list."""
    if given is None or kb.questions[key].type != "many":
        return given
    return list(given) if isinstance(given, tuple) else [given]


def reasons(consultation: Consultation, found: Iterable[Reason]) -> list[dict[str, Any]]:
    """Rules that fired, each with the answers it looked at and the reasons for the findings it looked at."""
    return [
        {
            "rule": reason.rule.id,
            "because": reason.rule.because,
            "sources": reason.rule.sources,
            "answers": answers(consultation.kb, consultation.sheet.answers, reason.answers),
            "below": reasons(consultation, reason.below),
        }
        for reason in found
    ]


def line(told: Advice) -> dict[str, Any]:
    """A line of advice, with why it is given."""
    return {"id": told.id, "say": told.say, "because": told.because, "sources": told.sources, "safety": told.safety}


def answered(consultation: Consultation) -> dict[str, Any] | None:
    """What the person came to ask, in words, with the line that answers it; None where they did not say."""
    return {"asked": consultation.asked, **line(consultation.answer)} if consultation.answer else None
