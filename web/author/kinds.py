"""The kinds of entries that an author can browse, and how each is named and linked."""

import msgspec

from milepost.engine.checks.references import Entry
from milepost.engine.meaning.words import fact_name, test_in_words
from milepost.engine.model.condition import All, Condition, Test
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP

# Sections of the knowledge base: the title of their list, the title of one entry, and the field that is read first.
KINDS = {
    "questions": ("Questions", "One question", "ask"),
    "findings": ("Findings", "One finding", "key"),
    "rules": ("Rules", "One rule", "because"),
    "steps": ("Steps", "One step", "title"),
    "advice": ("Advice", "One line", "say"),
    "promises": ("Promises", "One promise", "says"),
    "sources": ("Sources", "One source", "title"),
    "statements": ("Statements", "One statement", "text"),
    "systems": ("Systems", "One system", "name"),
    "examples": ("Examples", "One example", "about"),
}


class Link(msgspec.Struct, frozen=True):
    """An entry as a link: its section and name, the words read first, and a note beside them."""

    section: str
    key: str
    said: str
    note: str = ""


class Part(msgspec.Struct, frozen=True):
    """A condition laid out: a test with the entries that it looks at, or `join` over parts."""

    said: str = ""
    links: tuple[Link, ...] = ()
    join: str = ""
    parts: tuple["Part", ...] = ()


def entries(kb: KnowledgeBase, section: str) -> dict[str, object]:
    """The entries of a section by name."""
    return getattr(kb, section)


def link(kb: KnowledgeBase, entry: Entry, note: str = "") -> Link:
    """The link to an entry."""
    section, key = entry
    return Link(section, key, said(kb, section, key), note)


def links(kb: KnowledgeBase, found: list[Entry] | None) -> tuple[Link, ...]:
    return tuple(link(kb, entry) for entry in found or ())


def said(kb: KnowledgeBase, section: str, key: str) -> str:
    """The words of an entry that are read first."""
    if section == "findings":
        return fact_name(kb, key)
    return getattr(getattr(kb, section)[key], KINDS[section][2])


def named(kb: KnowledgeBase, name: str) -> Entry:
    """The entry of a name that a system's part is carried by."""
    return next(
        (section, name) for section in ("questions", "rules", "steps", "advice") if name in getattr(kb, section)
    )


def laid_out(kb: KnowledgeBase, condition: Condition) -> Part:
    """A condition with links to what it looks at."""
    if isinstance(condition, Test):
        if condition.fact == STEP:
            return Part(
                "the step" + (" is not" if condition.operator == "not" else ""),
                links(kb, [("steps", str(key)) for key in condition.values]),
            )
        fact = ("questions" if condition.fact in kb.questions else "findings", condition.fact)
        return Part(test_in_words(kb, condition), (link(kb, fact),))
    join = "all of these" if isinstance(condition, All) else "one of these"
    return Part(
        join=join if condition.parts else "always",
        parts=tuple(laid_out(kb, part) for part in condition.parts if isinstance(part, Condition)),
    )
