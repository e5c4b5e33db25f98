"""The entries beside the rules: helplines, systems, conflicts, research, examples, and `about`."""

from typing import Any

from milepost.engine.language.answer_nodes import given
from milepost.engine.language.document import short
from milepost.engine.language.entries import LINES, STATEMENTS
from milepost.engine.language.fields import FILE, ID, NAME, REFERENCE, Fields, Shape
from milepost.engine.language.kinds import (
    DAY,
    ROUGH_DAY,
    TEXT,
    TEXTS,
    WHOLE,
    Field,
    Kind,
    Value,
    items,
    word,
    words,
)
from milepost.engine.language.specialists import REVIEW
from milepost.engine.model.about import About
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.evidence import STANCES, Conflict, Research, Side
from milepost.engine.model.example import Example
from milepost.engine.model.faults import Fault
from milepost.engine.model.helpline import Country, Line, Purpose
from milepost.engine.model.position import Position
from milepost.engine.model.system import Part, System

ANY = Shape("[a-z][a-z0-9_-]*", "the name of an entry", "they are up to 60 small letters, digits, `_` and `-`")
COUNTRY_CODE = Shape("[A-Z]{2,3}", "the code of a country", "use two capital letters, as in IE")
ENTRIES = words(ANY, "questions, rules, steps or lines of advice")

PURPOSE = Kind(
    "purpose",
    "What a helpline can be for, in the order in which they are shown; it stands in the folder of the helplines.",
    (
        Field("words", TEXT, 'It in words that follow "for".'),
        Field("instead", TEXT, "What helps where a country has no such line, if not its other lines.", required=False),
    ),
    lambda f, **values: Purpose(**values),
    "purposes",
    NAME,
    "a purpose",
)
NOBODY_KNOWS = "unknown"


def _line(f: Fields, hours: str, **values: Any) -> Line:
    ways = ("phone", "text", "chat", "web")
    if f.is_mapping and not any(key in f.nodes for key in ways):
        f.fault(f.at, f"{f.what} cannot be reached", "give a `phone`, `text`, `chat` or `web`")
    return Line(hours="" if hours == NOBODY_KNOWS else hours, **values)


LINE = Kind(
    "helpline",
    "One line; at least one of `phone`, `text`, `chat` and `web` is there.",
    (
        Field("for", TEXT, "What it is for, as listed under `purposes`.", into="purpose"),
        Field("name", TEXT, "What it is called."),
        Field("phone", TEXT, "The number, in quotes.", required=False),
        Field("text", TEXT, "The number for text messages, in quotes.", required=False),
        Field("chat", TEXT, "The address of a chat.", required=False),
        Field("web", TEXT, "The address of its pages.", required=False),
        Field(
            "hours",
            TEXT,
            f"When it is there; `{NOBODY_KNOWS}` where nobody is sure.",
            remedy=f"add `hours: ...`, with `{NOBODY_KNOWS}` where nobody is sure",
        ),
        Field("languages", TEXT, "The languages it speaks, where that is known.", required=False),
        Field("who", TEXT, 'Whom it is for, in words that follow "for".', required=False),
        Field("others", TEXT, "Where it does not take everybody, the purpose of a line for the rest.", required=False),
        Field("checked", ROUGH_DAY, "When that was seen."),
        Field("checked_how", TEXT, "On what kind of page, and all doubt about it."),
    ),
    _line,
)
COUNTRY = Kind(
    "country",
    "People to call in one country, under the two capital letters of its code.",
    (
        Field("country", TEXT, "Its name.", into="name"),
        Field("emergency", TEXT, "The number in an emergency, in quotes; under INT the few that cover most people."),
        Field("silent", TEXT, "How to call it without a word, in a sentence.", required=False),
        Field("text", TEXT, "Where to send it a text, in quotes.", required=False),
        Field("checked", DAY, "When that was seen."),
        Field("checked_how", TEXT, "On what kind of page."),
        Field("lines", items(LINE, "a list of helplines", "a helpline of {0}"), "Its helplines."),
    ),
    lambda f, key, **values: Country(code=key, purposes={}, **values),
    "helplines",
    COUNTRY_CODE,
    "a country",
)  # fmt: skip

PART = Kind(
    "part",
    "One part of a system.",
    (
        Field("name", TEXT, "What it is called."),
        Field("says", TEXT, "What it is, in our words."),
        Field("carried_by", ENTRIES, "The entries that do it here.", required=False),
    ),
    lambda f, **values: Part(**values),
)
SYSTEM = Kind(
    "system",
    "A named method that the articles describe, and what became of it.",
    (
        Field("name", TEXT, "What it is called."),
        Field("sources", words(REFERENCE, "names of sources"), "The sources that describe it."),
        Field("section", TEXT, "Where it stands there."),
        Field("lets_you", TEXT, "What it is good for."),
        Field("parts", items(PART, "a list of parts", "a part of {0}"), "Its parts, in order."),
        Field("changed", TEXTS, "What was changed or declined, and why.", required=False),
        Field("examples", words(REFERENCE, "examples"), "Examples in each of which one of its carriers is at work."),
    ),
    lambda f, **values: System(**values),
    "systems",
    FILE,
    "a system",
)  # fmt: skip

SIDE = Kind(
    "side",
    "One side of a conflict.",
    (Field("says", TEXT, "What it says."), Field("claims", STATEMENTS, "The statements that say so.")),
    lambda f, at, **values: Side(**values),
)
CONFLICT = Kind(
    "conflict",
    "A place where sources disagree.",
    (
        Field("about", TEXT, "What they disagree about."),
        Field("sides", items(SIDE, "a list of sides", "a side of {0}"), "What each side says."),
        Field("followed", TEXT, "What is followed here."),
        Field("because", TEXT, "Why."),
        Field("touches", ENTRIES, "It is shown where one of these is shown or fires."),
    ),
    lambda f, **values: Conflict(**values),
    "conflicts",
    a="a conflict",
)
RESEARCH = Kind(
    "research",
    "What studies say about some entries.",
    (
        Field("says", TEXT, "It, in one plain sentence."),
        Field("stance", word(tuple(STANCES), "qualifies"), "How it stands to them."),
        Field("studies", STATEMENTS, "The statements that say so."),
        Field("about", ENTRIES, "The entries it is about."),
    ),
    lambda f, **values: Research(**values),
    "research",
    a="a piece of research",
)
ABOUT = Kind(
    "about",
    "What the knowledge base says of itself.",
    (
        Field("reviewed_by", items(REVIEW, "a list of reviews", "a review in {0}"), "Who has looked at what.", False),
        Field("good_for_days", WHOLE, "How long a review date counts."),
        Field("upkeep", TEXT, "How it is kept up to date."),
        Field("limits", TEXTS, "One sentence for each limit.", required=False),
        Field("for_whom", TEXT, "Who uses it, as specialists are told.", required=False),
    ),
    lambda f, good_for_days, **values: About(good_for_days=good_for_days or 365, **values),
)


def _answers(f: Fields, field: Field) -> tuple[dict[str, Answer], dict[str, Position]]:
    answers: dict[str, Answer] = {}
    places: dict[str, Position] = {}
    sheet = f.node(field.name, True)
    if sheet is not None and sheet.kind != "mapping":
        f.fault(
            sheet.at,
            f"`answers` of {f.what} is {sheet.said}, where `question: answer` lines are expected",
            "write `{}` if nothing is answered",
        )
    for key, value in sheet.value if sheet is not None and sheet.kind == "mapping" else []:
        answer, fault = given(value, short(key.written))
        if fault is None and answer is None:
            problem = f"{key.said} in `answers` of {f.what} is empty"
            fault = Fault(value.at, problem, "write an answer, or leave the line out")
        if fault is not None:
            f.faults.append(fault)
        elif answer is not None:
            answers[key.written], places[key.written] = answer, key.at
    return answers, places


ONE_ANSWER = {"type": ["string", "integer"]}
ANSWERS = Value(
    "`question: answer` lines",
    _answers,
    {"type": "object", "additionalProperties": {"anyOf": [ONE_ANSWER, {"type": "array", "items": ONE_ANSWER}]}},
)
EXAMPLE = Kind(
    "example",
    "An answer sheet with what must come out; every one is a test.",
    (
        Field("about", TEXT, "Whom it is about, in a sentence."),
        Field("answers", ANSWERS, "The answers; those left out are unknown."),
        Field("step", TEXT, "The step that comes out."),
        Field("because", words(ID, "rules"), "The rules arguing for that step, all of them.", required=False),
        Field("shows", LINES, "Lines that must be shown.", required=False),
        Field("never", LINES, "Lines that must not be.", required=False),
        Field("pair_of", TEXT, "An example that differs in one answer, and gets another step.", required=False),
    ),
    lambda f, answers, **values: Example(answers=answers[0], answers_at=answers[1], **values),
    "examples",
    a="an example",
)
