"""One page for each entry: what it says, and what it is linked with both ways."""

from collections.abc import Callable, Iterator

import msgspec

from milepost.engine.checks.references import Entry, references
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP
from milepost.engine.telling.promise import promise_in_words
from milepost.library import Milepost
from milepost.web.author.kinds import Link, Part, laid_out, link, links, named


class Section(msgspec.Struct, frozen=True):
    """A part of a card under a heading: entries, plain lines, or a condition."""

    title: str
    links: tuple[Link, ...] = ()
    lines: tuple[str, ...] = ()
    condition: Part | None = None


def sections(milepost: Milepost, section: str, key: str) -> list[Section]:
    """The parts of the page of an entry; those with nothing in them are left out."""
    kb = milepost.kb
    entry = getattr(kb, section)[key]
    found = ASKED[section](milepost, entry) if section in ASKED else CARDS[section](kb, entry)
    return [part for part in found if part.links or part.lines or part.condition]


def facts(kb: KnowledgeBase, section: str, key: str) -> dict[str, str]:
    """What is short about an entry, by its name, in the author's own words; where it is written comes first."""
    entry, shown = getattr(kb, section)[key], {}
    for name in SHORT.get(section, ()):
        value = getattr(entry, name)
        if value not in ("", (), None, False):
            shown[name.replace("_", " ")] = (
                "yes" if value is True else ", ".join(value) if isinstance(value, tuple) else str(value)
            )
    return {"written at": str(entry.at), **shown}


SHORT = {
    "questions": ("topic", "type", "why", "help", "unit", "changes", "guard"),
    "findings": ("otherwise",),
    "rules": ("reviewed",),
    "steps": ("say", "contact", "how_long", "come_back", "opens_next", "ends_interview"),
    "advice": ("kind", "because", "contact", "duty", "safety", "lines", "reviewed"),
    "sources": ("kind", "author", "year", "address", "checked", "about"),
    "statements": ("cite", "status", "how", "why", "instead"),
    "systems": ("section", "lets_you"),
}


def _question(kb: KnowledgeBase, q) -> Iterator[Section]:
    yield Section(
        "Answers",
        lines=tuple(f"{key}: {words}" for key, words in q.options.items()) or (f"{q.minimum} to {q.maximum}",),
    )
    yield from _read_by(kb, q.key)
    yield Section("Sources", _statements(kb, q.sources))
    yield Section("Part of", links(kb, references(kb).carried.get(q.key)))


def _finding(kb: KnowledgeBase, f) -> Iterator[Section]:
    yield Section("Values, strongest first", lines=tuple(f"{value}: {words}" for value, words in f.values.items()))
    yield Section("Rules for it", tuple(link(kb, ("rules", rule.id), rule.value) for rule in kb.rules_for[f.key]))
    yield from _read_by(kb, f.key)
    yield Section(
        "Steps that last as long as it says",
        links(kb, [("steps", key) for key, step in kb.steps.items() if step.how_long_finding == f.key]),
    )


def _rule(milepost: Milepost, r) -> Iterator[Section]:
    kb = milepost.kb
    yield Section("If", condition=laid_out(kb, r.when))
    yield from (Section("Unless", condition=laid_out(kb, condition)) for condition in r.unless)
    concluded = ("steps", r.value) if r.finding == STEP else ("findings", r.finding)
    yield Section(
        "It concludes", (link(kb, concluded, "" if r.finding == STEP else kb.findings[r.finding].values[r.value]),)
    )
    yield Section("Sources", _statements(kb, r.sources))
    yield Section("Tests: the examples in which it fires", links(kb, references(kb).examples["rules", r.id]))
    prover = milepost.prover
    close = (
        link(kb, ("promises", id), f"depends on {len(prover.reaches[id].rules)} rules") for id in prover.touching(r.id)
    )
    yield Section("Promises that touch it, the closest first", tuple(close))
    yield Section("Part of", links(kb, references(kb).carried.get(r.id)))


def _step(kb: KnowledgeBase, s) -> Iterator[Section]:
    refers = references(kb)
    yield Section("How long", links(kb, [("findings", s.how_long_finding)] if s.how_long_finding else []))
    yield Section("Rules for it", links(kb, [("rules", rule.id) for rule in kb.step_rules if rule.value == s.key]))
    yield Section("Said first", links(kb, [("advice", id) for id in s.first]))
    yield Section("Advice and promises that name it", links(kb, refers.of_step[s.key]))
    yield Section("Sources", _statements(kb, s.sources))
    yield Section("Examples that get it", links(kb, refers.examples.get(("steps", s.key))))
    yield Section("Part of", links(kb, refers.carried.get(s.key)))


def _line(kb: KnowledgeBase, a) -> Iterator[Section]:
    refers = references(kb)
    yield Section("If", condition=laid_out(kb, a.when))
    yield from (Section("Unless", condition=laid_out(kb, condition)) for condition in a.unless)
    yield Section("It silences", links(kb, [("advice", id) for id in a.replaces]))
    yield Section("It is silenced by", links(kb, refers.replacing.get(a.id)))
    yield Section("Said first at", links(kb, [("steps", key) for key, step in kb.steps.items() if a.id in step.first]))
    yield Section("Sources", _statements(kb, a.sources))
    yield Section("Examples that show it", links(kb, refers.examples["advice", a.id]))
    yield Section("Part of", links(kb, refers.carried.get(a.id)))


def _promise(milepost: Milepost, p) -> Iterator[Section]:
    kb, reach = milepost.kb, milepost.prover.reaches[p.id]
    yield from (Section(word.capitalize(), lines=(words,)) for word, words in promise_in_words(kb, p).items())
    yield Section("Questions it can depend on", links(kb, [("questions", key) for key in reach.questions]))
    yield Section("Rules it can depend on", links(kb, [("rules", key) for key in reach.rules]))


def _source(kb: KnowledgeBase, s) -> Iterator[Section]:
    yield Section(
        "What it says",
        tuple(link(kb, ("statements", id), each.status) for id, each in kb.statements.items() if each.source == s.key),
    )
    yield Section(
        "Systems in it", links(kb, [("systems", key) for key, system in kb.systems.items() if s.key in system.sources])
    )


def _statement(kb: KnowledgeBase, s) -> Iterator[Section]:
    yield Section(
        "From", links(kb, [("sources", s.source)] + ([("systems", s.system)] if s.system in kb.systems else []))
    )
    yield Section("Cited by", links(kb, references(kb).cited.get(s.id)))
    yield Section("Links", lines=s.links)


def _system(kb: KnowledgeBase, s) -> Iterator[Section]:
    yield Section("From", links(kb, [("sources", key) for key in s.sources]))
    for part in s.parts:
        yield Section(part.name, links(kb, [named(kb, name) for name in part.carried_by]), (part.says,))
    yield Section("What was changed", lines=s.changed)
    yield Section(
        "Statements in it",
        links(kb, [("statements", id) for id, each in kb.statements.items() if each.system == s.key]),
    )
    yield Section("Examples", links(kb, [("examples", id) for id in s.examples]))


def _example(milepost: Milepost, e) -> Iterator[Section]:
    kb, found = milepost.kb, conclude(milepost.circuit, Sheet(e.answers))
    yield Section(
        "Answers",
        tuple(
            link(kb, ("questions", key), answer_in_words(kb.questions[key], answer))
            for key, answer in e.answers.items()
        ),
    )
    yield Section("It gets", links(kb, [("steps", e.step)]))
    yield Section("Because of", links(kb, [("rules", id) for id in e.because]))
    yield Section("It has to show", links(kb, [("advice", id) for id in e.shows]))
    yield Section("It may never show", links(kb, [("advice", id) for id in e.never]))
    yield Section("Differs in one answer from", links(kb, [("examples", e.pair_of)] if e.pair_of else []))
    yield Section(
        "Shown for", links(kb, [("systems", key) for key, system in kb.systems.items() if e.id in system.examples])
    )
    yield Section("Rules that fire", links(kb, [("rules", id) for id in found.fired]))
    yield Section("Lines that are shown", links(kb, [("advice", id) for id in found.advice]))


def _read_by(kb: KnowledgeBase, fact: str) -> Iterator[Section]:
    readers = references(kb).readers.get(fact, [])
    for title, section in (
        ("Rules that read it", "rules"),
        ("Advice that reads it", "advice"),
        ("Promises that name it", "promises"),
    ):
        yield Section(title, links(kb, [entry for entry in readers if entry[0] == section]))


def _statements(kb: KnowledgeBase, ids: tuple[str, ...]) -> tuple[Link, ...]:
    found: list[Entry] = [("statements" if id in kb.statements else "sources", id) for id in ids]
    return links(kb, found)


CARDS: dict[str, Callable[..., Iterator[Section]]] = {
    "questions": _question,
    "findings": _finding,
    "steps": _step,
    "advice": _line,
    "sources": _source,
    "statements": _statement,
    "systems": _system,
}
# Those for which something is worked out.
ASKED: dict[str, Callable[..., Iterator[Section]]] = {"rules": _rule, "promises": _promise, "examples": _example}
