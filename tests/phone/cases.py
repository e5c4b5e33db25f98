"""Answer sheets, and what Python makes of each: the questions one after the other, the record and the way."""

import datetime
import json
import random
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from milepost.engine.circuit.derive import Deriver
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.consulting.consult import Consultation
from milepost.engine.exporting.exported import exported
from milepost.engine.model.answer_sheet import NOT_SURE, Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, RATHER_NOT_SAY, Question
from milepost.engine.telling.countries import ANYWHERE, reachable
from milepost.engine.telling.on_the_way import is_called_for
from milepost.engine.telling.record import record
from milepost.engine.telling.way import way
from milepost.library import Milepost

DAY = datetime.date(2027, 1, 15)


@cache
def data_of(kb: KnowledgeBase) -> dict[str, Any]:
    """What the phone reads of a knowledge base, made once for all tests; whoever changes it takes a copy."""
    return exported(kb)


def random_sheets(kb: KnowledgeBase, number: int, seed: int) -> Iterator[Sheet]:
    """Sheets with unknown and open answers: some far from all examples, some an example with a few other answers."""
    rng = random.Random(seed)
    for _ in range(number):
        answers: dict[str, Answer] = {}
        changed = [key for key in kb.questions if rng.random() < 0.9]
        if kb.examples and rng.random() < 0.6:
            answers = dict(kb.examples[rng.choice(list(kb.examples))].answers)
            changed = rng.sample(list(kb.questions), rng.randint(0, min(4, len(kb.questions))))
        yield Sheet({**answers, **{key: _answer(rng, kb.questions[key]) for key in changed}})


def _answer(rng: random.Random, question: Question) -> Answer:
    if rng.random() < 0.15:
        return rng.choice([NOT_SURE, RATHER_NOT_SAY])
    if question.type == "number":
        return rng.randint(question.minimum, min(question.maximum, question.minimum + rng.choice([90, 10_000])))
    if question.type == "many":
        ticked = rng.sample(list(question.options), rng.randint(0, min(4, len(question.options))))
        if question.takes_none and not ticked:
            return (NONE,)
        return tuple(ticked) if ticked and rng.random() < 0.8 else (*ticked, NOT_SURE)
    return rng.choice(list(question.options))


class Expected:
    """What Python says about sheets of one knowledge base."""

    def __init__(self, kb: KnowledgeBase):
        self.kb, self.milepost = kb, Milepost.of(kb)
        self.deriver = Deriver(self.milepost.circuit)

    def cases(self, sheets: Iterable[Sheet]) -> list[dict]:
        """For each sheet, with a country and with or without a day, the questions and the record, each as JSON."""
        codes = ["", *[code for code in self.kb.countries if code != ANYWHERE][:5]]
        return [self.case(sheet, codes[n % len(codes)], DAY if n % 3 else None) for n, sheet in enumerate(sheets)]

    def case(self, sheet: Sheet, code: str, today: datetime.date | None) -> dict:
        told, found = self._told(sheet, code, today)
        return {
            "answers": msgspec.to_builtins(sheet.answers),
            "country": code,
            "today": str(today) if today else None,
            "asked": _json(list(self._asked(sheet))),
            "record": _json(told),
            "way": _json(found),
        }

    def _told(self, sheet: Sheet, code: str, today: datetime.date | None) -> tuple[dict, dict]:
        """The record and the way."""
        circuit = self.milepost.circuit
        # As both engines conclude, which other tests compare.
        firings = self.deriver.derive(sheet).firings
        consultation = Consultation(self.kb, sheet, conclude(circuit, sheet), firings)
        people = [each for each in reachable(self.kb.countries, code) if each.code in self.kb.countries]
        explanation = self.milepost.explain(consultation)
        return record(consultation, explanation, today, people), msgspec.to_builtins(way(consultation, explanation))

    def _asked(self, sheet: Sheet) -> Iterator[list]:
        """Yield each question with the bound on those after it; some refining ones, if any are on offer; and a slip."""
        conversation = self.milepost.begin()
        for agreed in (False, True):
            if agreed:
                yield ["offered", conversation.on_offer()]
                conversation = conversation.fitting()
            while (question := conversation.question) is not None:
                urgent = is_called_for(conversation)
                more = [] if conversation.is_refining else [conversation.after_this(), conversation.likely_after_this()]
                yield [question.key, urgent, *more]
                conversation = conversation.answered(sheet.answers.get(question.key, NOT_SURE))
        key = conversation.replay.line[len(conversation.replay.line) // 2]
        slip = conversation.changing(key).answered(RATHER_NOT_SAY)
        yield ["slip", list(slip.replay.line)]
        yield ["undone", list(slip.changing(key).answered(conversation.sheet.answers[key]).replay.line)]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
