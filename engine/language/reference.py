"""The language as it is declared: the tables of its documentation, and JSON Schemas for editors."""

import re
from collections.abc import Iterator
from typing import Any

from milepost.engine.language import order, promises, records, saying_more, sources, specialists
from milepost.engine.language.fields import ID, NAME, RESERVED
from milepost.engine.language.folder import ENTRIES
from milepost.engine.language.kinds import TEXT, Field, Kind, shaped, words
from milepost.engine.language.sheet_file import MADE_FOR
from milepost.engine.meaning.operators import BARE, NUMBER, OPERATORS, VALUES, WRITTEN, form
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, SAY_NOTHING, Question

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# What a file holds beside entries.
BESIDE = (
    Field("topic", TEXT, "The title of a file of questions; the file's name is the topic's key.", required=False),
    Field(
        "silent_under",
        words(NAME, "names of steps"),
        "Steps under which no line of this file is shown, but safety lines.",
        False,
    ),
)
# Kinds that stand inside others, each with the kind in which it does.
INSIDE = (
    (sources.STATEMENT, sources.SOURCE),
    (sources.DECLINED_FIELDS, sources.STATEMENT),
    (records.LINE, records.COUNTRY),
    (specialists.SITUATION, specialists.SPECIALIST),
    (specialists.REVIEW, records.ABOUT),
    (records.PART, records.SYSTEM),
    (records.SIDE, records.CONFLICT),
    (promises.SHOWN, promises.PROMISE),
    (promises.CONTACT_OF_LINE, promises.SHOWN),
    (promises.STEP_CONTACT, promises.PROMISE),
    (promises.ENDS, promises.PROMISE),
    (saying_more.MORE, promises.PROMISE),
    (saying_more.NOT_FROM_TO, promises.PROMISE),
    (order.STAGE, order.ORDER_FILE),
)
KINDS = (order.ORDER_FILE, *ENTRIES, records.ABOUT, *(kind for kind, _ in INSIDE))
TABLE = re.compile(r"(<!-- fields of: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """Return a document with each of its tables, which stand between two comments, as the fields are declared now."""
    tables = {kind.called: _table(kind) for kind in KINDS} | {"file": _sections(), "test": _tests()}
    return TABLE.sub(lambda found: found[1] + tables[found[2]] + found[3], text)


def _table(kind: Kind) -> str:
    lines = [f"{kind.says}\n", "| field | holds | |", "|---|---|---|"]
    if kind.section and kind.named is None:
        lines.append("| `id` | small letters, digits and single `-` | Its own name; no other entry has it. |")
    for field in kind.fields:
        lines.append(f"| `{field.name}` | {field.value.said} | {field.says}{_demand(field)} |")
    return "\n".join(lines) + "\n"


def _demand(field: Field) -> str:
    if field.where:
        optional = "" if field.required else ", where it may be left out"
        return f" For `{field.where[0]}`: {_or(field.where[1:])}{optional}."
    if field.required_where:
        return f" Required for `{field.required_where[0]}`: {_or(field.required_where[1:])}."
    return "" if field.required else " May be left out."


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(f"`{word}`" for word in words)


def _sections() -> str:
    lines = ["| section | holds | |", "|---|---|---|"]
    lines += [f"| `{field.name}` | {field.value.said} | {field.says} |" for field in BESIDE]
    lines += [
        f"| `{k.section}` | {'entries under names' if k.named else 'a list of entries'} | {k.says} |" for k in ENTRIES
    ]
    return "\n".join([*lines, f"| `{records.ABOUT.called}` | its fields | {records.ABOUT.says} |"]) + "\n"


def _tests() -> str:
    lines = ["| test | fits | asks | in `unless` |", "|---|---|---|---|"]
    for o in OPERATORS.values():
        asks = o.words.format(values="value" if o.cuts(("30",)) == () else "30", unit="days")
        keys = [
            f"fact: {{{key}: {'30' if kind == NUMBER else '[a, b]' if kind == VALUES else 'a'}}}"
            for key, kind in o.written.items()
        ]
        said = ", ".join(f"`{key}`" for key in keys or [form("fact", o)])
        lines.append(f"| {said} | {', '.join(f'`{f}`' for f in o.fits)} | {asks} | {'yes' if o.in_unless else 'no'} |")
    return "\n".join(lines) + "\n"


def file_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of a knowledge base beside order.yaml, as YAML 1.2 reads it."""
    sections = {field.name: field.value.schema for field in BESIDE}
    for kind in ENTRIES:
        entry = {"$ref": f"#/$defs/{_key(kind)}"}
        sections[kind.section] = (
            {"type": "array", "minItems": 1, "items": entry}
            if kind.named is None
            else {"type": "object", "minProperties": 1, "propertyNames": _name(kind), "additionalProperties": entry}
        )
    sections[records.ABOUT.called] = {"$ref": f"#/$defs/{_key(records.ABOUT)}"}
    return _document("A file of a milepost knowledge base", _closed(sections) | {"minProperties": 1})


def order_schema() -> dict[str, Any]:
    """Return the JSON Schema of order.yaml."""
    return _document("order.yaml of a milepost knowledge base", _entry(order.ORDER_FILE))


def sheet_schema(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the JSON Schema of an answer sheet for a knowledge base: every question with the answers it takes."""
    made_for = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "The version of the questions."}
    answers = {
        key: {"description": q.ask, "anyOf": [*_answers(q), {"type": "null"}]} for key, q in kb.questions.items()
    }
    return {"$schema": DRAFT, "title": "An answer sheet for milepost", **_closed({MADE_FOR: made_for, **answers})}


def _answers(question: Question) -> Iterator[dict[str, Any]]:
    none = (NONE,) if question.takes_none else ()
    yield {"enum": [*question.options, *none, *SAY_NOTHING]}
    if question.type == "number":
        yield {"type": "integer", "minimum": question.minimum, "maximum": question.maximum}
    if question.type == "many":
        item = {"enum": [*question.options, SAY_NOTHING[0]]}
        yield {"type": "array", "minItems": 1, "uniqueItems": True, "items": item}
        yield {"type": "array", "maxItems": 1, "minItems": 1, "items": {"enum": [*none, *SAY_NOTHING]}}


def _document(title: str, root: dict[str, Any]) -> dict[str, Any]:
    kinds = {_key(kind): _entry(kind) for kind in (*ENTRIES, records.ABOUT, *(kind for kind, _ in INSIDE))}
    return {"$schema": DRAFT, "title": title, **root, "$defs": {**kinds, **_conditions()}}


def _key(kind: Kind) -> str:
    return kind.called.replace(" ", "_")


def _name(kind: Kind) -> dict[str, Any]:
    assert kind.named is not None
    return {**shaped(kind.named), "not": {"enum": list(RESERVED)}}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _entry(kind: Kind) -> dict[str, Any]:
    """Return the schema of one entry: its fields, and which of them are required, always or for some of its kind."""
    properties = {field.name: {**field.value.schema, "description": field.says} for field in kind.fields}
    required = [f.name for f in kind.fields if f.required and not f.where]
    if kind.section and kind.named is None:
        properties, required = {"id": shaped(ID), **properties}, ["id", *required]
    schema = {"description": kind.says, **_closed(properties), "required": required}
    only = [_only(field, field.where, {"properties": {field.name: False}}) for field in kind.fields if field.where]
    only += [_only(field, field.required_where, {}) for field in kind.fields if field.required_where]
    return {**schema, "allOf": only} if only else schema


def _only(field: Field, where: tuple[str, ...], otherwise: dict[str, Any]) -> dict[str, Any]:
    other, *allowed = where
    case = {"properties": {other: {"enum": allowed}}, "required": [other]}
    needed = {"required": [field.name]} if field.required or field.required_where else {}
    return {"if": case, "then": needed, "else": otherwise}


def _conditions() -> dict[str, Any]:
    """Return the schemas of conditions and claims, from the table of operators."""
    value = {"anyOf": [{"type": "integer"}, {"type": "string", "minLength": 1, "not": {"enum": list(BARE)}}]}
    several = {"anyOf": [value, {"type": "array", "minItems": 1, "items": value}]}
    alone = {"type": ["string", "integer"]}
    behind = {
        key: {"type": "integer"}
        if (takes := operator.written[key]) == NUMBER
        else several
        if takes == VALUES
        else value
        for key, operator in WRITTEN.items()
    }
    tests = [alone, {"type": "array", "minItems": 1, "items": alone}, _closed(behind) | {"minProperties": 1}]

    def lines(itself: str, **more: Any) -> dict[str, Any]:
        parts = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{itself}"}}
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"not": {"enum": [*WRITTEN, *BARE]}},
            "properties": {"all": parts, "any": parts, **more},
            "additionalProperties": {"$ref": "#/$defs/test"},
        }

    beside: dict[str, Any] = {
        kind.called: {"$ref": f"#/$defs/{_key(kind)}"} for kind in (promises.SHOWN, promises.STEP_CONTACT)
    }
    beside["none_of"] = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/claim"}}
    beside["told"] = {"type": "object", "minProperties": 1, "additionalProperties": {"$ref": "#/$defs/claim"}}
    return {"test": {"anyOf": tests}, "condition": lines("condition"), "claim": lines("claim", **beside)}
