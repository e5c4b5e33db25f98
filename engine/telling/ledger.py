"""The ledger as plain data: systems, sources, and what became of every statement."""

from collections.abc import Iterable, Mapping
from typing import Any

from milepost.engine.checks.accounting import of_articles
from milepost.engine.model.advice import Advice
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.source import DECLINED, Statement
from milepost.engine.model.step import Step
from milepost.engine.model.system import System
from milepost.engine.telling.plain import document

# The field that a person reads first, for each kind of entry.
WORDS = {"question": "ask", "rule": "because", "step": "say", "advice": "say"}
BECAME = ("source", "system", "status", "carrier", "how", "why", "instead")


def coverage(kb: KnowledgeBase) -> dict[str, Any]:
    """What became of each statement of the articles."""
    statements = {s.id: {field: getattr(s, field) for field in BECAME} for s in of_articles(kb)}
    return document("milepost.coverage/1", kb, statements=statements)


def systems(kb: KnowledgeBase, keys: Iterable[str]) -> dict[str, Any]:
    """These systems, each with its parts and what carries them, what was changed or declined, and its examples."""
    return document("milepost.systems/1", kb, systems=[_system(kb, kb.systems[key]) for key in keys])


def sources(kb: KnowledgeBase, id: str | None = None, declined: bool = False) -> dict[str, Any]:
    """All sources; or one with its statements; or that of one statement with it. `declined`: only what is declined."""
    found = [s for s in kb.statements.values() if id in (s.source, s.id) or (id is None and declined)]
    found = [s for s in found if not declined or s.status == DECLINED]
    keys = kb.sources if id is None else [id if id in kb.sources else kb.statements[id].source]
    return document(
        "milepost.sources/1",
        kb,
        sources=[_source(kb, key) for key in keys],
        statements=[_statement(kb, s) for s in found],
    )


def _system(kb: KnowledgeBase, system: System) -> dict[str, Any]:
    titles = [{"id": key, "title": kb.sources[key].title, "author": kb.sources[key].author} for key in system.sources]
    parts = [
        {"name": p.name, "says": p.says, "carried_by": [_entry(kb, name) for name in p.carried_by]}
        for p in system.parts
    ]
    declined = [s for s in kb.statements.values() if s.system == system.key and s.status == DECLINED]
    return {
        "id": system.key,
        "name": system.name,
        "lets_you": system.lets_you,
        "sources": titles,
        "section": system.section,
        "parts": parts,
        "changed": system.changed,
        "declined": [{"id": s.id, "text": s.text, "why": s.why, "instead": s.instead} for s in declined],
        "examples": [{"id": id, "about": kb.examples[id].about} for id in system.examples],
    }


def _source(kb: KnowledgeBase, key: str) -> dict[str, Any]:
    source = kb.sources[key]
    count = sum(s.source == key for s in kb.statements.values())
    return {
        "id": key,
        "title": source.title,
        "kind": source.kind,
        "author": source.author,
        "read": source.checked,
        "about": source.about,
        "statements": count,
    }


def _statement(kb: KnowledgeBase, s: Statement) -> dict[str, Any]:
    groups: dict[str, Mapping[str, Question | Rule | Step | Advice]] = {
        "question": kb.questions,
        "rule": kb.rules,
        "step": kb.steps,
        "advice": kb.advice,
    }
    cited = [
        _said(kind, name, entry)
        for kind, entries in groups.items()
        for name, entry in entries.items()
        if s.id in entry.sources
    ]
    became = {field: getattr(s, field) for field in BECAME}
    return {"id": s.id, "text": s.text, "cite": s.cite, "links": s.links, **became, "cited_by": cited}


def _entry(kb: KnowledgeBase, name: str) -> dict[str, Any]:
    found = kb.entry(name)
    assert found is not None, f"`{name}` carries a part of a system, and a check sees to it that it exists"
    kind, entry = found
    return _said(kind, name, entry)


def _said(kind: str, name: str, entry: Question | Rule | Step | Advice) -> dict[str, Any]:
    return {"kind": kind, "id": name, "says": getattr(entry, WORDS[kind])}
