"""How a kind of entry is declared: a table of fields, from which reader, faults, reference and schema come."""

from collections.abc import Callable
from typing import Any

import msgspec

from milepost.engine.language import condition
from milepost.engine.language.document import Node, short
from milepost.engine.language.fields import COARSE, ID, NAME, RESERVED, Fields, Shape
from milepost.engine.model.condition import All
from milepost.engine.model.faults import Fault

DATE = r"\d{4}-\d\d-\d\d"


class Value(msgspec.Struct, frozen=True):
    """What a field holds: `said` in words, how it is read from its field, and its JSON Schema."""

    said: str
    read: Callable[[Fields, "Field"], Any]
    schema: dict[str, Any]


class Field(msgspec.Struct, frozen=True):
    """One field: its name, what it holds, and a sentence on what it is for.

    `where` names another field and its words with which this one is taken, `required_where` those with which it is
    required. `into` is the name in the model where it differs; `remedy` what to do where the field is missing.
    """

    name: str
    value: Value
    says: str
    required: bool = True
    where: tuple[str, ...] = ()
    required_where: tuple[str, ...] = ()
    into: str = ""
    remedy: str = ""

    def is_required(self, given: dict[str, Any]) -> bool:
        """Return whether it is required beside what the fields before it hold."""
        if self.required_where:
            return given[self.required_where[0]] in self.required_where[1:]
        return self.required


class Kind(msgspec.Struct, frozen=True):
    """One kind of entry. `make` gets the fields with their places, and every value by its name in the model.

    `called` is its name in messages, `a` with its article; `says` is a sentence on it. Entries stand in `section`, each
    under a name of the shape `named`, or in a list, each with an `id`.
    """

    called: str
    says: str
    fields: tuple[Field, ...]
    make: Callable[..., Any]
    section: str = ""
    named: Shape | None = None
    a: str = ""

    def entry(self, node: Node, faults: list[Fault], name: str = "", **given: Any) -> Any:
        """Return the entry that a node writes: under a name, or with its id in it."""
        if name:
            return self.read(Fields(node, f"{self.called} `{name}`", faults), key=name, at=node.at, **given)
        f = Fields(node, f"this {self.called}", faults)
        id = f.text("id")
        if id:
            if not ID.fits(id):
                f.fault(f.place("id"), f"`{short(id)}` is not an id", ID.rule)
            f.what = f"{self.called} `{short(id)}`"
        return self.read(f, id=id, at=node.at, **given)

    def read(self, f: Fields, **given: Any) -> Any:
        """Return what the fields of a mapping make, with `given` beside them; notes every field that is at fault."""
        held: dict[str, Any] = {}
        for field in self.fields:
            if field.where and held[field.where[0]] not in field.where[1:]:
                if field.name in f.nodes:
                    f.taken.add(field.name)
                    other, word = field.where[0], held[field.where[0]]
                    f.fault(
                        f.nodes[field.name][0].at,
                        f"{f.what} has `{field.name}`, which {self.a} of {other} `{word}` does not take",
                        f"remove it, or correct `{other}`",
                    )
                continue
            required = field.is_required(held)
            held[field.name] = field.value.read(f, msgspec.structs.replace(field, required=required))
        names = {field.name: field.into or field.name for field in self.fields}
        made = self.make(f, **{names[name]: value for name, value in held.items()}, **given)
        f.done()
        return made


def word(allowed: tuple[str, ...], default: str | Callable[[Fields], str] = "") -> Value:
    """One of some words; `default` stands where it is missing or at fault."""

    def read(f: Fields, field: Field) -> str:
        usual = default if isinstance(default, str) else default(f)
        return f.word(field.name, allowed, field.required, usual)

    return Value("one of " + ", ".join(f"`{a}`" for a in allowed), read, {"enum": list(allowed)})


def words(shape: Shape, said: str, allowed: tuple[str, ...] = ()) -> Value:
    """A word, or a list of them."""
    one = {"enum": list(allowed)} if allowed else shaped(shape)
    schema = {"anyOf": [one, {"type": "array", "items": one}]}
    return Value(said, lambda f, field: f.words(field.name, field.required, shape), schema)


def items(kind: Kind, of: str, what: str) -> Value:
    """A list of mappings, each of one kind; `what` names each in messages, after the entry it stands in."""

    def read(f: Fields, field: Field) -> tuple[Any, ...]:
        nodes = f.items(field.name, of, field.required)
        return tuple(kind.read(Fields(n, what.format(f.what), f.faults), at=n.at) for n in nodes)

    schema = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{kind.called.replace(' ', '_')}"}}
    return Value(of, read, schema)


def shaped(shape: Shape) -> dict[str, Any]:
    """Return the schema of a word of a shape."""
    return {"type": "string", "maxLength": 60, "pattern": f"^(?:{shape.pattern})$"}


def _texts(f: Fields, field: Field) -> tuple[str, ...]:
    node = f.node(field.name, field.required)
    if node is None or (node.kind == "list" and not node.value):
        return ()
    return tuple(" ".join(item.written.split()) for item in f.items(field.name, "a list of texts"))


def _when(f: Fields, field: Field) -> Any:
    node = f.node(field.name, field.required, field.remedy)
    return condition.condition(node, f"`{field.name}` of {f.what}", f.faults) if node is not None else All(())


NOT_EMPTY = {"type": "string", "pattern": r"\S"}
TEXT = Value("a text", lambda f, field: f.text(field.name, field.required, remedy=field.remedy), NOT_EMPTY)
FLAG = Value("`yes` or `no`", lambda f, field: f.flag(field.name, field.required), {"enum": ["yes", "no"]})
WHOLE = Value("a whole number", lambda f, field: f.number(field.name), {"type": "integer"})
DAY = Value(
    "a date, as in 2026-11-22",
    lambda f, field: f.date(field.name, field.required),
    {"type": "string", "pattern": f"^{DATE}$"},
)
ROUGH_DAY = Value(
    "a date, a month or a year",
    lambda f, field: f.date(field.name, field.required, coarse=True),
    {"type": ["string", "integer"], "pattern": f"^({DATE}|{COARSE.pattern})$"},
)
LABELS = Value(
    "`name: words` lines",
    lambda f, field: f.labels(field.name, field.required),
    {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {**shaped(NAME), "not": {"enum": list(RESERVED)}},
        "additionalProperties": NOT_EMPTY,
    },
)
TEXTS = Value("a list of texts", _texts, {"type": "array", "items": {"type": ["string", "integer"]}})
CONDITION = Value("a condition", _when, {"$ref": "#/$defs/condition"})
BLOCKERS = Value(
    "a condition, or a list of them",
    lambda f, field: condition.blockers(f.node(field.name), f"`{field.name}` of {f.what}", f.faults),
    {
        "anyOf": [
            {"$ref": "#/$defs/condition"},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}},
        ]
    },
)
