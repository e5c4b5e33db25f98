"""What a promise says of answers of which one says more than the other."""

from typing import Any

from milepost.engine.language.document import Node
from milepost.engine.language.fields import NAME, Fields
from milepost.engine.language.kinds import FLAG, Field, Kind, Value, shaped, words
from milepost.engine.model.promise import More


def _order(f: Fields, field: Field) -> tuple[tuple[str, ...], ...]:
    made = []
    for place in f.items(field.name, "a list of options"):
        # Each place is read as a field of that name would be: one option, or a list of them.
        key = Node(place.at, "scalar", field.name, field.name)
        inner = Fields(Node(place.at, "mapping", [(key, place)]), f.what, f.faults)
        made.append(inner.words(field.name, True, NAME))
    return tuple(made)


def _more(f: Fields, **values: Any) -> More:
    said = [bool(values["add"] or values["drop"]), bool(values["order"]), values["rising"]]
    if f.is_mapping and sum(said) != 1:
        f.fault(
            f.at,
            f"{f.what} does not say which of two answers says more",
            "write `add` and `drop` for a list, `order` for a choice, or `rising: yes` for a number",
        )
    return More(**values)


OPTIONS = words(NAME, "options")
MORE = Kind(
    "more",
    "Which answers to one question say more than others; under the name of the question.",
    (
        Field("add", OPTIONS, "Of a list: options that say more where they are ticked.", required=False),
        Field("drop", OPTIONS, "Of a list: options that say more where they are not ticked.", required=False),
        Field(
            "order",
            Value(
                "options, or lists of options alike",
                _order,
                {"type": "array", "minItems": 2, "items": OPTIONS.schema},
            ),
            "Of a choice: the one that says least first.",
            required=False,
        ),
        Field("rising", FLAG, "Of a number: `yes` where a greater one says more.", required=False),
    ),
    _more,
)
NOT_FROM_TO = Kind(
    "not_from_to",
    "A way that saying more never leads.",
    (
        Field("from", words(NAME, "names of steps"), "The steps with less said.", into="not_from"),
        Field("to", words(NAME, "names of steps"), "The steps with more said.", into="not_to"),
    ),
    lambda f, at, **values: values,
)


def _mores(f: Fields, field: Field) -> tuple[More, ...]:
    node = f.node(field.name)
    if node is None:
        return ()
    if node.kind != "mapping" or not node.value:
        f.fault(
            node.at,
            f"`{field.name}` of {f.what} is {node.said}, where `question: {{..}}` lines are expected",
            "write at least one",
        )
        return ()
    return tuple(
        MORE.read(Fields(said, f"`{key.written}` in `more` of {f.what}", f.faults), question=key.written, at=key.at)
        for key, said in node.value
    )


def _not_from_to(f: Fields, field: Field) -> dict[str, tuple[str, ...]]:
    node = f.node(field.name)
    if node is None:
        return {}
    if "more" not in f.nodes:
        f.fault(node.at, f"{f.what} has `{field.name}` without `more`", "take it out, or say what says more")
    read: dict[str, tuple[str, ...]] = NOT_FROM_TO.read(
        Fields(node, f"`{field.name}` of {f.what}", f.faults), at=node.at
    )
    return read


MORES = Value(
    "`question: {..}` lines",
    _mores,
    {
        "type": "object",
        "minProperties": 1,
        "propertyNames": shaped(NAME),
        "additionalProperties": {"$ref": "#/$defs/more"},
    },
)
NOT_FROM_TO_STEPS = Value("`{from: steps, to: steps}`", _not_from_to, {"$ref": "#/$defs/not_from_to"})
