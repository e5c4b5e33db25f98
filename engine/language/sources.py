"""Sources, with what they say and what became of each statement."""

from typing import Any

from milepost.engine.language.document import Node
from milepost.engine.language.fields import REFERENCE, Fields
from milepost.engine.language.kinds import DAY, NOT_EMPTY, TEXT, Field, Kind, Value, shaped, word
from milepost.engine.model import source
from milepost.engine.model.source import Source, Statement


def _links(f: Fields, field: Field) -> tuple[str, ...]:
    links: list[Node] = f.items(field.name, "a list of addresses")
    for link in links:
        if not isinstance(link.value, str):
            f.fault(link.at, f"{link.said} in `links` of {f.what} is not an address", "write it in quotes")
    return tuple(link.written for link in links)


LINKS = Value("a list of addresses", _links, {"type": "array", "minItems": 1, "items": {"type": "string"}})


def _carried(f: Fields, field: Field) -> dict[str, str]:
    node = f.node(field.name)
    if node is None:
        return {}
    if node.kind != "mapping" or len(node.value) != 1:
        f.fault(
            node.at,
            f"`at_work` of {f.what} is {node.said}, where `carrier: how` is expected",
            "name the one main carrier, as in `{a-rule: gates}`",
        )
        return {}
    ((carrier, _),) = node.value
    how = Fields(node, f"`at_work` of {f.what}", f.faults).word(carrier.written, tuple(source.WAYS))
    return {"carrier": carrier.written, "how": how}


ONE_CARRIER = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {"enum": list(source.WAYS)},
}
AT_WORK = Value("one `carrier: how`, which is " + ", ".join(f"`{w}`" for w in source.WAYS), _carried, ONE_CARRIER)
DECLINED_FIELDS = Kind(
    "reason to decline",
    "Why a statement is not followed.",
    (Field("why", TEXT, "Why not."), Field("instead", TEXT, "What is said instead.")),
    lambda f, **values: values,
)


def _declined(f: Fields, field: Field) -> dict[str, str]:
    node = f.node(field.name)
    return {} if node is None else DECLINED_FIELDS.read(Fields(node, f"`declined` of {f.what}", f.faults))


DECLINED = Value("`why` and `instead`", _declined, {"$ref": "#/$defs/reason_to_decline"})


def _statement(f: Fields, key: str, source: str, **rest: Any) -> Statement:
    ends = {name: rest.pop(name) for name in (*STATUSES,)}
    named = [status for status in STATUSES if status in f.nodes]
    if len(named) > 1:
        f.fault(f.at, f"{f.what} is both `{named[0]}` and `{named[1]}`", "keep one")
    status = named[0] if named else ""
    end = ends.get(status, {})
    if isinstance(end, str):
        end = {"carrier" if status == TOLD else "why": end}
    return Statement(id=key, source=source, status=status, **end, **rest)


TOLD = source.TOLD
STATUSES = {
    source.AT_WORK: Field(source.AT_WORK, AT_WORK, "The one main entry that carries it, and how.", required=False),
    TOLD: Field(TOLD, TEXT, "The system on whose page it is told, or the entry whose reason it is.", required=False),
    source.BACKGROUND: Field(source.BACKGROUND, TEXT, "Why it leads to no different step.", required=False),
    source.DECLINED: Field(source.DECLINED, DECLINED, "Why it is not followed.", required=False),
}
STATEMENT = Kind(
    "statement",
    "One thing that a source says, in our words, or this text alone. One of the last four says what became of it.",
    (
        Field("text", TEXT, "What the source says."),
        Field("cite", TEXT, "Where in the source it stands.", required=False),
        Field("links", LINKS, "Addresses that lead there.", required=False),
        Field("system", TEXT, "The system it belongs to.", required=False),
        *STATUSES.values(),
    ),
    _statement,
    "statements",
    REFERENCE,
    "a statement",
)  # fmt: skip


def _says(f: Fields, field: Field) -> list[Statement]:
    node = f.node(field.name, True)
    if node is None:
        return []
    if node.kind != "mapping" or not node.value:
        f.fault(
            node.at,
            f"`says` of {f.what} is {node.said}, where `id: statement` lines are expected",
            "write at least one",
        )
        return []
    found = []
    for name, said in node.value:
        key = f.name(name, f"`says` of {f.what}", REFERENCE)
        fields = said.value if said.kind == "mapping" else [(Node(name.at, "scalar", "text", "text"), said)]
        found.append(STATEMENT.entry(Node(name.at, "mapping", fields), f.faults, key, source=""))
    return found


SAYS = Value(
    "`id: statement` lines",
    _says,
    {
        "type": "object",
        "minProperties": 1,
        "propertyNames": shaped(REFERENCE),
        "additionalProperties": {"anyOf": [NOT_EMPTY, {"$ref": "#/$defs/statement"}]},
    },
)
SOURCE = Kind(
    "source",
    "A text or a body of guidance that was read.",
    (
        Field("kind", word(source.KINDS, "article"), "What it is."),
        Field("title", TEXT, "The title as published."),
        Field("author", TEXT, "Who wrote it.", required=False),
        Field("address", TEXT, "Where it can be read.", required=False),
        Field("year", TEXT, "When it appeared, in quotes.", required=False),
        Field("checked", DAY, "When it was read."),
        Field("about", TEXT, "What kind of text it is."),
        Field("says", SAYS, "What it says."),
    ),
    lambda f, says, **values: (Source(**values), says),
    "sources",
    REFERENCE,
    "a source",
)  # fmt: skip
