"""The knowledge bases in tests/bad/promises, each with one fault that its own examples miss, and what shows it."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import SAY_NOTHING, Question
from milepost.engine.promises.replay import breaks, led_back, openness
from tests.sheets import answers, every_sheet

FOLDER = Path(__file__).parents[2] / "bad" / "promises"
FAULTS = sorted(path.parent for path in FOLDER.glob("*/expected.yaml"))


def base_of(fault: Path) -> KnowledgeBase:
    """The knowledge base with the fault. Reading it runs its examples."""
    return read(fault / "kb")


def expected(fault: Path) -> dict:
    """What is to come out: `promise`, `status`, and either `why` or `witness` (its known answers) with perhaps `question`."""
    # Without YAML 1.1's truth values: an answer `yes` is a word.
    said = yaml.load((fault / "expected.yaml").read_text(), yaml.BaseLoader)
    if "witness" in said:
        said["witness"] = {key: _answer(answer) for key, answer in said["witness"].items()}
    return said


def known_part(sheet: Sheet) -> dict[str, Answer]:
    """The answers of a sheet that are known, at least in part."""
    return {key: answer for key, answer in sheet.answers.items() if answer not in SAY_NOTHING}


def compared(kb: KnowledgeBase, promise: Promise) -> list[Question | None]:
    """The questions for each of which a promise compares sheets; None alone where it looks at each sheet by itself."""
    if promise.more:
        return [kb.questions[more.question] for more in promise.more]
    if promise.unknown:
        return [q for q in kb.questions.values() if q.guard == (promise.unknown == "guard")]
    return [None]


def sheets_that_break(kb: KnowledgeBase, promise: Promise, question: Question | None = None) -> Iterator[Sheet]:
    """Every sheet on which the promise is broken, found by reading it on one sheet after the other.

    For a promise about unknown answers, every sheet with an unknown answer to the question that opens more than known ones;
    for one about saying more, every sheet than which another says more, in its answer to the question, and leads further back.
    """
    concluded = conclusions(kb)
    for sheet in every_sheet(kb):
        conclusion = concluded[frozenset(sheet.answers.items())]
        if question is None:
            if breaks(kb, promise, sheet, conclusion):
                yield sheet
        elif promise.more:
            (more,) = (more for more in promise.more if more.question == question.key)
            others = [sheet.with_answer(question.key, answer) for answer in answers(kb, question)]
            both = [(other, concluded[frozenset(other.answers.items())]) for other in others]
            if any(led_back(kb, promise, more, (sheet, conclusion), other) for other in both):
                yield sheet
        elif sheet.is_unknown(question):
            known = [
                openness(kb, concluded[frozenset(other.answers.items())])
                for other in known_instead(kb, question, sheet)
            ]
            if openness(kb, conclusion) > (min(known) if question.guard else max(known)):
                yield sheet


@lru_cache(maxsize=2)
def conclusions(kb: KnowledgeBase) -> dict[frozenset, Conclusion]:
    """What follows from every sheet, by its answers."""
    circuit = compiled(kb)
    return {frozenset(sheet.answers.items()): conclude(circuit, sheet) for sheet in every_sheet(kb)}


def known_instead(kb: KnowledgeBase, question: Question, sheet: Sheet) -> Iterator[Sheet]:
    """The same sheet with a known answer: with any to a guard question, else with those that the unknown one may turn out to be."""
    for answer in answers(kb, question):
        other = sheet.with_answer(question.key, answer)
        if not other.is_unknown(question) and (question.guard or sheet.ticked(question) <= other.ticked(question)):
            yield other


def _answer(said: str | list[str]) -> Answer:
    if isinstance(said, list):
        return tuple(said)
    return int(said) if said.isdigit() else said
