"""Verdicts as a certificate: what was proved, over how many sheets, by what method, of which knowledge base."""

import importlib.metadata
import platform

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.promises.verdict import Broken, Comparison, Trivial, Undecided, Verdict
from milepost.engine.solver.solve import FOUND, HOLDS_NOWHERE

SCHEMA = "milepost.proof/2"
COMPARED = {HOLDS_NOWHERE: "holds", FOUND: "broken"}


def certificate(
    kb: KnowledgeBase, verdicts: list[Verdict], replays: dict[str, Consultation], asked: list[str], date: str
) -> dict[str, object]:
    """All verdicts as plain data for JSON.

    `replays` has the consultation for the witness of each broken promise, `asked` the promises that were to be proved.
    Numbers of sheets are whole numbers, dates YYYY-MM-DD.
    """
    decided = {v.promise for v in verdicts}
    return {
        "schema": SCHEMA,
        "knowledge_base": kb.digest,
        "date": date,
        "versions": versions(),
        "promises": [_promise(v, replays.get(v.promise)) for v in verdicts],
        "not_looked_at": [id for id in asked if id not in decided],
    }


def versions() -> dict[str, str]:
    """The versions that a proof rests on."""
    names = ("milepost", "clingo", "python-sat", "experta")
    return {**{name: importlib.metadata.version(name) for name in names}, "python": platform.python_version()}


def compared(c: Comparison) -> str:
    """What the comparison for one question has shown."""
    return COMPARED.get(c.status, "undecided") if c.touches else "cannot matter"


def _promise(v: Verdict, replay: Consultation | None) -> dict[str, object]:
    return {
        "promise": v.promise,
        "says": v.says,
        "status": v.status,
        "why": v.why if isinstance(v, Undecided | Trivial) else None,
        "sheets": v.sheets,
        "differing_in_what_matters": v.looked_at,
        "methods": v.methods,
        "questions": {c.question: compared(c) for c in v.compared},
        "witness": _witness(v, replay) if isinstance(v, Broken) and replay else None,
    }


def _witness(v: Broken, replay: Consultation) -> dict[str, object]:
    conclusion, more = replay.conclusion, with_more_said(replay.kb, v)
    return {
        "answers": dict(v.witness.answers),
        "simplest": v.simplest,
        "step": conclusion.step or None,
        "fired": [firing.rule for firing in replay.firings],
        "advice": list(conclusion.advice),
        "unknown_answer_to": v.question if v.question and not more else None,
        "instead": [] if more or not v.question else [other.answers[v.question] for other in v.others],
        "says_more": {**msgspec.structs.asdict(more), "step": more.step or None} if more else None,
    }


class MoreSaid(msgspec.Struct, frozen=True):
    """The answer to a question that says more, and the step that it leads to, "" for none."""

    question: str
    answer: Answer
    step: str


def with_more_said(kb: KnowledgeBase, v: Broken) -> MoreSaid | None:
    """What is answered where more is said, and where that leads; None if the promise is not about that."""
    if not kb.promises[v.promise].more:
        return None
    (other,) = v.others
    return MoreSaid(v.question, other.answers[v.question], conclude(compiled(kb), other).step)
