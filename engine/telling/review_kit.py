"""What a specialist is asked to look at in one hour, as plain data: only their part, in words that need no learning."""

import datetime
import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from milepost.engine.consulting.consult import Consultation
from milepost.engine.meaning.words import answer_in_words, choices
from milepost.engine.model.advice import Advice
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.condition import tests
from milepost.engine.model.helpline import Country
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import RATHER_NOT_SAY, Question
from milepost.engine.model.specialist import Specialist
from milepost.engine.model.step import CONTACT, STEP
from milepost.engine.telling.helplines import country as told_country
from milepost.engine.telling.tell import tell

# How many of the places that a line rests on are named; the first say most.
MOST_SOURCES = 2
# How many items can be read with care in the hour, and how alike two lines are that are read as one.
HOUR, ALIKE = 60, 0.5
Consult = Callable[[Mapping[str, Answer]], Consultation]


def review_kit(
    kb: KnowledgeBase, key: str, at: Country, today: datetime.date, consult: Consult, since: datetime.date | None = None
) -> dict[str, Any]:
    """Return the kit for the specialist `key`, with the numbers of a country; with `since`, only what changed since.

    Lines that stand on one of the first screens are `met` there. Of the others, lines that say the same in other words
    are one item with its `variants`; so many as fit are for the `hour`. The rest stands under `later`, and is a second
    part, with the reasons of those that were met.
    `consult` returns the consultation for some answers. Raises KeyError for a specialist that is not there.
    """
    one = kb.specialists[key]
    screens = list(_screens(kb, one, consult, at, today, since))
    met = {item for screen in screens for section in screen["sections"] for item in section["items"]}
    situations = list(_situations(kb, one, since))
    new = [{**group, "lines": _alike([x for x in group["lines"] if x["say"] not in met])} for group in situations]
    hour, later = _for_the_hour(new)
    return {
        "part": key,
        "who": one.who,
        "for_whom": kb.about.for_whom,
        "knowledge_base": kb.digest,
        "printed": today.isoformat(),
        "since": since.isoformat() if since else "",
        "questions": list(_questions(kb, one, consult, since)),
        "steps": list(_steps(kb, one, since)),
        "hour": hour,
        "later": later,
        "count": _count(hour),
        "count_later": _count(later),
        "lines": sum(1 + len(line["variants"]) for group in new for line in group["lines"]),
        "met": [line for group in situations for line in group["lines"] if line["say"] in met],
        "withdrawn": [_line(kb, line) for line in kb.withdrawn.values() if since and is_new(line.withdrawn, since)],
        "screens": screens,
        "decisions": list(_decisions(kb, consult, since)),
        "numbers": _numbers(at, one, today, since),
        "reviews": [{"name": r.name, "role": r.role, "date": r.date} for r in kb.about.reviewed_by if key in r.scope],
    }


def is_new(date: str, since: datetime.date | None) -> bool:
    """Whether something of that date belongs into the kit: of a month or a year, its last day counts."""
    return since is None or date + "9999-12-31"[len(date) :] >= since.isoformat()


def _questions(
    kb: KnowledgeBase, one: Specialist, consult: Consult, since: datetime.date | None
) -> Iterator[dict[str, Any]]:
    """Each question with all its answers, and what each leads to where nothing else rings an alarm."""
    calm = dict(kb.examples[one.unalarming].answers)
    usual = consult(calm)
    read = {fact for rule in kb.rules.values() if is_new(rule.reviewed, since) for fact in _facts(kb, rule.id)}
    for key in one.questions:
        question = kb.questions[key]
        if key not in read:
            continue
        answers: list[dict[str, Any]] = []
        for option, words in choices(question).items():
            given: Answer = (option,) if question.type == "many" and option in question.options else option
            if option == RATHER_NOT_SAY:  # it leads where not knowing does, and stands in one row with it
                answers[-1]["say"] += f", or {words}"
            else:
                answers.append({"say": words, **_outcome(kb, key, consult({**calm, key: given}), usual)})
        yield {"ask": question.ask, "why": question.why, "several": _several(question), "answers": answers}


def _facts(kb: KnowledgeBase, rule: str) -> set[str]:
    return {test.fact for condition in (kb.rules[rule].when, *kb.rules[rule].unless) for test in tests(condition)}


def _several(question: Question) -> str:
    return "Several can be ticked." if question.type == "many" else "One is chosen."


def _outcome(kb: KnowledgeBase, question: str, found: Consultation, usual: Consultation) -> dict[str, Any]:
    """The step, if it leaves contact open, and what it was taken to mean: what rules that read it make of it."""
    reading = {kb.rules[id].finding for id in found.conclusion.fired if question in _facts(kb, id)}
    differs = [key for key, value in found.findings.items() if value != usual.findings[key] and key in reading]
    return {
        "step": found.step.title,
        "same": found.conclusion.step == usual.conclusion.step,
        "contact": found.step.contact != CONTACT[0],
        "taken": [kb.findings[key].values[found.findings[key]] for key in differs],
    }


def _steps(kb: KnowledgeBase, one: Specialist, since: datetime.date | None) -> Iterator[dict[str, Any]]:
    """The steps of each stage in which they have one, strongest first; theirs are marked."""
    new = {rule.value for rule in kb.rules.values() if rule.finding == STEP and is_new(rule.reviewed, since)}
    for key in (key for stage in kb.stages.values() if set(stage) & set(one.steps) for key in stage):
        if key in new:
            step = kb.steps[key]
            yield {"title": step.title, "say": step.say, "theirs": key in one.steps, "ends": step.ends_interview}


def _situations(kb: KnowledgeBase, one: Specialist, since: datetime.date | None) -> Iterator[dict[str, Any]]:
    """Their lines about safety and help, each under the first situation that it looks at."""
    placed: set[str] = set()
    for situation in one.situations:
        lines = [
            line
            for line in kb.advice.values()
            if (line.safety or line.kind == "help")
            and line.id not in placed
            and any(test.fact in situation.reads for test in tests(line.when))
        ]
        placed |= {line.id for line in lines}
        if shown := [_line(kb, line) for line in lines if is_new(line.reviewed, since)]:
            yield {"title": situation.title, "lines": shown}


def _alike(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines, those that say the same in other words as the `variants` of the first of them."""
    items: list[dict[str, Any]] = []
    for line in lines:
        for item in items:
            if item["kind"] == line["kind"] and _likeness(item["say"], line["say"]) >= ALIKE:
                item["variants"].append(line)
                break
        else:
            items.append({**line, "variants": []})
    return items


def _count(groups: list[dict[str, Any]]) -> int:
    return sum(len(group["lines"]) for group in groups)


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()


def _for_the_hour(groups: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The groups with what must be read first, and with the rest.

    Lines that keep somebody safe come before others, and the graver situations stand first already.
    """
    ranked = sorted((line for group in groups for line in group["lines"]), key=lambda line: not line["safety"])
    first = {line["id"] for line in ranked[:HOUR]}
    parts = [
        [{**group, "lines": [line for line in group["lines"] if (line["id"] in first) is now]} for group in groups]
        for now in (True, False)
    ]
    hour, later = ([group for group in part if group["lines"]] for part in parts)
    return hour, later


def _line(kb: KnowledgeBase, line: Advice) -> dict[str, Any]:
    kinds = {"dont": "Don't", "do": "Do", "help": "Whom to call"}
    return {
        "id": line.id,
        "kind": kinds.get(line.kind, "Good to know"),
        "safety": line.safety,
        "say": line.say,
        "because": line.because,
        "sources": list(dict.fromkeys(where for id in line.sources for where in _rests_on(kb, id)))[:MOST_SOURCES],
        "reviewed": line.reviewed,
        "withdrawn": line.withdrawn,
    }


def _rests_on(kb: KnowledgeBase, statement: str) -> list[str]:
    """Where a statement can be looked up: its citation, or the sites of its pages, or else the title of its source."""
    said = kb.statements[statement]
    sites = [urlsplit(link).netloc.removeprefix("www.") for link in said.links]
    return [said.cite] if said.cite else sites or [kb.sources[said.source].title]


def _screens(
    kb: KnowledgeBase,
    one: Specialist,
    consult: Consult,
    at: Country,
    today: datetime.date,
    since: datetime.date | None,
) -> Iterator[dict[str, Any]]:
    """What a person is shown first, for each fixed sheet of answers; with a date, where a new line is among it.

    Of the answers to their questions those are told that differ from the sheet in which nothing rings an alarm.
    """
    calm = kb.examples[one.unalarming].answers
    for id in one.screens:
        found = consult(kb.examples[id].answers)
        if any(is_new(kb.advice[line].reviewed, since) for line in found.told):
            given = [
                _given(kb.questions[name], answer)
                for name, answer in kb.examples[id].answers.items()
                if name in one.questions and answer != calm.get(name)
            ]
            said = {"about": kb.examples[id].about, "answers": given}
            shown = [
                {"title": section.title, "lead": section.lead, "items": [item.say for item in section.items]}
                for section in tell(found, None, at, today).screen
            ]
            yield {**said, "example": id, "sections": shown}


def _given(question: Question, answer: Answer) -> str:
    """An answer in words; what was asked stands before it, unless it is a list of things that speak for themselves."""
    said = answer_in_words(question, answer)
    return said if question.type == "many" else f"{question.ask} {said}"


def _decisions(kb: KnowledgeBase, consult: Consult, since: datetime.date | None) -> Iterator[dict[str, Any]]:
    for decision in kb.decisions.values():
        if is_new(decision.reviewed, since):
            found = [(kb.examples[id].about, consult(kb.examples[id].answers)) for id in decision.examples]
            shown = [{"about": about, "step": one.step.title} for about, one in found]
            yield {"ask": decision.ask, "now": decision.now, "because": decision.because, "examples": shown}


def _numbers(at: Country, one: Specialist, today: datetime.date, since: datetime.date | None) -> dict[str, Any]:
    told = told_country(at, one.helplines, today)
    lines = [line for line in told["lines"] if line["for"] in one.helplines and is_new(line["checked"], since)]
    return {**told, "lines": lines, "no_line": [] if since else told["no_line"]}
