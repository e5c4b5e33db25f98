"""The entries that say what is asked, and what is concluded and recommended."""

from typing import Any

from milepost.engine.language.document import short
from milepost.engine.language.fields import ID, NAME, REFERENCE, Fields, is_whole
from milepost.engine.language.kinds import (
    BLOCKERS,
    CONDITION,
    DAY,
    FLAG,
    LABELS,
    TEXT,
    WHOLE,
    Field,
    Kind,
    Value,
    word,
    words,
)
from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.finding import IMPOSSIBLE, Finding
from milepost.engine.model.position import Position
from milepost.engine.model.question import ASKED, FIRST, HANDS, TYPES, UNTICKED, Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import CONTACT, Step

YES_NO = {"yes": "Yes", "no": "No"}
STATEMENTS = words(REFERENCE, "statements of sources")
SOURCES = Field("sources", STATEMENTS, "The statements that stand behind it; every one is cited by its id.")
LINES = words(ID, "lines of advice")
REVIEWED = Field("reviewed", DAY, "When somebody last looked at it.")
WHEN = Field("when", CONDITION, "What must hold.", remedy="add `when: {fact: value}`")
UNLESS = Field("unless", BLOCKERS, "What blocks it; in a list, each item blocks alone.", required=False)


def _question(
    f: Fields,
    type: str,
    options: dict[str, str] = YES_NO,
    minimum: int | None = 0,
    maximum: int | None = 0,
    **rest: Any,
) -> Question:
    if rest["guard"] and rest["asked"]:
        f.fault(
            f.place("asked"),
            f"{f.what} is a guard, and `asked` says when it is asked",
            "take it out; a guard is asked wherever it can matter, and only there",
        )
    if rest["asked_with"] and (rest["guard"] or rest["asked"] == FIRST):
        kind = "a guard" if rest["guard"] else "asked first"
        f.fault(
            f.place("asked_with"),
            f"{f.what} is {kind}, and `asked_with` says with which answers it is asked",
            "take it out; whether it is asked hangs on no answer given first",
        )
    if rest["grid"] and rest["unticked"] != "no":
        f.fault(
            f.place("grid"),
            f"{f.what} is no list with `unticked: no`, and `grid` puts such a list option by option",
            "take it out, or make it `type: many` with `unticked: no`",
        )
    for key in rest.get("headings", {}):
        if key not in options:
            remedy = did_you_mean(key, options)
            f.fault(f.place("headings"), f"`{key}` under `headings` is not an option of {f.what}", remedy)
    if minimum is None or maximum is None:
        minimum = maximum = 0
    elif type == "number" and maximum <= minimum:
        f.fault(
            f.place("max"),
            f"`max` of {f.what} is {maximum}, which is not above its `min`, {minimum}",
            "correct one of them",
        )
    return Question(type=type, options={} if type == "number" else options, minimum=minimum, maximum=maximum, **rest)


def _usual_type(f: Fields) -> str:
    return "choice" if "options" in f.nodes else "number" if "max" in f.nodes else "yes_no"


QUESTION = Kind(
    "question",
    "What is asked.",
    (
        Field("type", word(TYPES, _usual_type), "How it is answered. `many` takes several options."),
        Field("ask", TEXT, "The question, in plain words."),
        Field("why", TEXT, "Why we ask."),
        Field("help", TEXT, "A sentence more, where the words need it.", required=False),
        Field("options", LABELS, "Each answer with its words.", where=("type", "choice", "many")),
        Field("headings", LABELS, "What stands above an option and those after it, where the list is long.",
              where=("type", "choice", "many"), required=False),
        Field("unit", TEXT, "What is counted.", where=("type", "number")),
        Field("min", WHOLE, "The least number.", where=("type", "number"), into="minimum"),
        Field("max", WHOLE, "The greatest number.", where=("type", "number"), into="maximum"),
        Field("changes", word(HANDS, "mine"), "In whose hands the answer lies."),
        Field("unticked", word(UNTICKED), "What an empty box means: no, or nothing.", where=("type", "many")),
        Field("grid", FLAG, "`yes`: each option is put by itself, with yes, no and not sure.", required=False),
        Field("guard", FLAG, "`yes`: the question protects somebody.", required=False),
        Field("particular", FLAG, "`yes`: it is so for few, and lines that read it come first.", required=False),
        Field("asked", word(ASKED), "`first`: before all others. `always`: before the step is told.", required=False),
        Field("asked_with", words(NAME, "answers to questions asked first"),
              "Asked also or, with `asked: always`, only of those who gave one of these.", required=False),
        SOURCES,
    ),
    _question,
    "questions",
    NAME,
    "a question",
)  # fmt: skip


def _finding(f: Fields, values: dict[str, str], otherwise: str, **rest: Any) -> Finding:
    if values and otherwise and otherwise not in (*values, IMPOSSIBLE):
        remedy = did_you_mean(otherwise, (*values, IMPOSSIBLE))
        f.fault(f.place("otherwise"), f"`{otherwise}` is not a value of {f.what}", remedy)
    return Finding(values=values, otherwise=otherwise or IMPOSSIBLE, **rest)


FINDING = Kind(
    "finding",
    "What is concluded; it always has exactly one value.",
    (
        Field("values", LABELS, "Its values with their words, strongest first."),
        Field("otherwise", TEXT, "The value where no rule argues for any; `impossible` if one always must."),
        Field("title", TEXT, "What it is about, in people's words.", required=False),
    ),
    _finding,
    "findings",
    NAME,
    "a finding",
)  # fmt: skip


def _one_value(f: Fields, field: Field) -> tuple[str, str, Position]:
    node = f.node(field.name, field.required, field.remedy)
    if node is None:
        return "", "", f.at
    if node.kind == "mapping" and len(node.value) == 1:
        (name, value), *_ = node.value
        if value.kind == "scalar" and value.written:
            return short(name.written), short(value.written), name.at
    remedy = f"name one finding and one value, as in `{field.name}: {{finding: value}}`"
    f.fault(node.at, f"`{field.name}` of {f.what} is not one `finding: value`", remedy)
    return "", "", f.at


ONE_VALUE = Value(
    "one `finding: value`",
    _one_value,
    {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": ["string", "integer"]}},
)


def _rule(f: Fields, then: tuple[str, str, Position], **rest: Any) -> Rule:
    finding, value, then_at = then
    return Rule(finding=finding, value=value, then_at=then_at, **rest)


RULE = Kind(
    "rule",
    "Argues for one value of one finding, or for one step.",
    (
        WHEN,
        UNLESS,
        Field("then", ONE_VALUE, "What it argues for.", remedy="add `then: {finding: value}`"),
        Field("because", TEXT, "The reason, in one sentence that a person reads."),
        SOURCES,
        REVIEWED,
    ),
    _rule,
    "rules",
    a="a rule",
)


def _how_long(f: Fields, field: Field) -> tuple[str, str]:
    node = f.node(field.name, True)
    if node is None or node.kind != "mapping":
        return ("", "") if node is None else (f.text(field.name), "")
    inner = Fields(node, f"`{field.name}` of {f.what}", f.faults)
    finding = inner.text("finding")
    inner.done()
    return "", finding


FROM_FINDING = {"type": "object", "properties": {"finding": {"type": "string"}}, "required": ["finding"],
                "additionalProperties": False}  # fmt: skip
HOW_LONG = Value(
    "a text, or `{finding: name}` for its words",
    _how_long,
    {"anyOf": [{"type": "string", "pattern": r"\S"}, FROM_FINDING]},
)


def _look_again(f: Fields, field: Field) -> dict[str, int]:
    node = f.node(field.name, field.required)
    if node is None:
        return {}
    written = [(short(n.written), held) for n, held in node.value] if node.kind == "mapping" else [("", node)]
    for _, held in written:
        if not is_whole(held.value) or held.value < 1:
            f.fault(held.at, f"{held.said} in `{field.name}` of {f.what} is not a number of days", "write it as 30")
    return {value: held.value for value, held in written if is_whole(held.value)}


DAYS = {"type": "integer", "minimum": 1}
LOOK_AGAIN = Value(
    "a number of days, or one for each value of the finding in `how_long`",
    _look_again,
    {"anyOf": [DAYS, {"type": "object", "minProperties": 1, "additionalProperties": DAYS}]},
)


def _step(f: Fields, how_long: tuple[str, str], days_done_if: tuple[str, str, Position], **rest: Any) -> Step:
    finding, value, _ = days_done_if
    given = (finding, value) if finding else ()
    return Step(how_long=how_long[0], how_long_finding=how_long[1], days_done_if=given, **rest)


STEP = Kind(
    "step",
    "A card for a step that can be recommended.",
    (
        Field("title", TEXT, "A few words."),
        Field("say", TEXT, "The step in one sentence."),
        Field("how_long", HOW_LONG, "How long it lasts."),
        Field("look_again", LOOK_AGAIN, "After how many days to look again; told as a date.", required=False),
        Field("days_done", TEXT, "The question whose number of days is taken off `look_again`.", required=False),
        Field("days_done_if", ONE_VALUE, "For whom these days count.", required=False),
        Field("come_back", TEXT, "When to come back."),
        Field("opens_next", TEXT, "What opens the next step."),
        Field("contact", word(CONTACT, "none"), "How far it goes towards the other person."),
        Field("ends_interview", FLAG, "`yes`: no further question may stand before it.", required=False),
        Field("only_safety", FLAG, "`yes`: of dos, don'ts, notes and help lines, only safety lines.", False),
        Field("only_first", FLAG, "`yes`: of these, only safety lines and those in `first`.", False),
        Field("first", LINES, "The lines that matter most, most important first.", required=False),
        SOURCES,
    ),
    _step,
    "steps",
    NAME,
    "a step",
)  # fmt: skip
