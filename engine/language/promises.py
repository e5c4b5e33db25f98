"""Promises: conditions as in rules, and besides them `shown` and `step_contact`."""

from typing import Any

from milepost.engine.language import condition
from milepost.engine.language.document import Node
from milepost.engine.language.fields import ID, NAME, Fields
from milepost.engine.language.kinds import FLAG, TEXT, WHOLE, Field, Kind, Value, word, words
from milepost.engine.language.saying_more import MORES, NOT_FROM_TO_STEPS
from milepost.engine.model.advice import KINDS
from milepost.engine.model.condition import ABOVE_STEP, All, Claim, Lines, NoneOf, StepContact, Told
from milepost.engine.model.condition import Any as AnyOf
from milepost.engine.model.faults import Fault
from milepost.engine.model.promise import GUARD, KNOWLEDGE, Promise
from milepost.engine.model.step import CONTACT


def _contact(f: Fields, field: Field) -> dict[str, str]:
    node = f.node(field.name)
    if node is None:
        return {}
    where = f.what.removeprefix("`shown` in ")
    bounds: dict[str, str] = CONTACT_OF_LINE.read(Fields(node, f"`contact` in {where}", f.faults))
    return bounds


def _bounded(f: Fields, **bounds: str) -> dict[str, str]:
    if f.is_mapping and not {"above", "up_to"} & f.nodes.keys():
        f.fault(f.at, f"{f.what} names no level", "write `above` or `up_to` with a level")
    return bounds


UP_TO = Field("up_to", word(CONTACT[:-1]), "A level that it is not above.", required=False)
CONTACT_OF_LINE = Kind(
    "contact",
    "What the contact of a line is above, and up to what level it goes.",
    (
        Field("above", word((*CONTACT[:-1], ABOVE_STEP)), "A level that it is above, or that of the step.", False),
        UP_TO,
    ),
    _bounded,
)
STEP_CONTACT = Kind(
    "step_contact",
    "What the contact of the step is above, and up to what level it goes.",
    (Field("above", word(CONTACT[:-1]), "A level that it is above.", False), UP_TO),
    lambda f, at, **bounds: StepContact(at, **_bounded(f, **bounds)),
)


def _lines(f: Fields, kinds: tuple[str, ...], bounds: dict[str, str], **values: Any) -> Lines:
    for kind in kinds:
        if kind not in KINDS:
            f.fault(
                f.place("kind"),
                f"`{kind}` in {f.what.removeprefix('`shown` in ')} is not a kind of advice",
                "the kinds are " + ", ".join(f"`{k}`" for k in KINDS),
            )
    said = {flag: values.pop(flag) if flag in f.nodes else None for flag in ("duty", "safety")}
    return Lines(kinds=kinds, **(values | said | bounds))


SHOWN = Kind(
    "shown",
    "Some line is shown that fits all of this.",
    (
        Field("id", words(ID, "lines of advice"), "It is one of these.", required=False, into="ids"),
        Field(
            "kind", words(NAME, "kinds of advice", KINDS), "It is of one of these kinds.", required=False, into="kinds"
        ),
        Field("lines", words(NAME, "purposes"), "It shows helplines for one of these.", False, into="purposes"),
        Field("about", words(NAME, "subjects"), "It is about one of these.", required=False),
        Field(
            "contact",
            Value("`{above: level, up_to: level}`", _contact, {"$ref": "#/$defs/contact"}),
            "Its contact is above a level, or not above one.",
            required=False,
            into="bounds",
        ),
        Field("duty", FLAG, "Whether it is a duty.", required=False),
        Field("safety", FLAG, "Whether it is a safety line.", required=False),
    ),
    _lines,
)


def _claim(f: Fields, field: Field) -> Claim | None:
    node = f.node(field.name)
    return None if node is None else claim(node, f"`{field.name}` of {f.what}", f.faults)


def _promise(f: Fields, at: Any, not_from_to: dict[str, Any], knowledge: dict[str, Any], **values: Any) -> Promise:
    claims = {key: values.pop(key) for key in ("given", "never", "always")}
    made = {key: claim for key, claim in claims.items() if claim is not None}
    said = [key for key in SAYS if key in f.nodes]
    if len(said) != 1:
        f.fault(at, f"{f.what} says {len(said) or 'none'} of {_listed(SAYS)}", "say exactly one")
    for key in COMPARES:
        if key in said and "given" in made:
            f.fault(
                f.place("given"),
                f"`given` of {f.what} stands beside `{key}`",
                "take it out; that promise is about every sheet",
            )
    return Promise(at=at, **knowledge, **not_from_to, **made, **values)


# What a promise may say, of which it says one; the last two compare sheets that differ in one answer.
COMPARES = ("unknown_opens_nothing", "more")
SAYS = ("never", "always", "ends_interview", *COMPARES)


def _listed(said: tuple[str, ...]) -> str:
    *most, last = (f"`{word}`" for word in said)
    return f"{', '.join(most)} and {last}"


def _knowledge(f: Fields, field: Field) -> dict[str, Any]:
    said = f.words(field.name, field.required, NAME)
    if not said or said[0] in KNOWLEDGE:
        return {"unknown": f.word(field.name, KNOWLEDGE, field.required) if said else ""}
    return {"unknown": GUARD, "guards": said}


def _ends(f: Fields, field: Field) -> int:
    node = f.node(field.name)
    if node is None:
        return 0
    within: int = ENDS.read(Fields(node, f"`{field.name}` of {f.what}", f.faults), at=node.at)
    return within


def _within(f: Fields, at: Any, within: int) -> int:
    if "within" in f.nodes and within < 1:
        f.fault(f.place("within"), f"`within` of {f.what} is {within}", "write how many questions come first, from 1")
    return within


ENDS = Kind(
    "ends_interview",
    "The step is certain after some questions, and ends the interview.",
    (Field("within", WHOLE, "How many questions, in the order of asking, are answered by then at most."),),
    _within,
)
CLAIM = Value("a claim", _claim, {"$ref": "#/$defs/claim"})
PROMISE = Kind(
    "promise",
    f"What must hold for every answer sheet; it has one of {_listed(SAYS)}.",
    (
        Field("says", TEXT, "It, in a sentence."),
        Field("given", CLAIM, "The case it is about.", required=False),
        Field("never", CLAIM, "What then never holds.", required=False),
        Field("always", CLAIM, "What then always holds.", required=False),
        Field(
            "unknown_opens_nothing",
            Value(
                "`guard`, `other`, or the names of all guard questions",
                _knowledge,
                words(NAME, "questions").schema,
            ),
            "The questions of which an unknown answer never leads to more contact than a known one.",
            required=False,
            into="knowledge",
        ),
        Field(
            "ends_interview",
            Value("`{within: number}`", _ends, {"$ref": "#/$defs/ends_interview"}),
            "After so many questions the step is certain, and ends the interview.",
            required=False,
            into="ends_within",
        ),
        Field(
            "more",
            MORES,
            "Answers that say more never lead to a step with less contact, nor to one of an earlier stage.",
            required=False,
        ),
        Field(
            "not_from_to",
            NOT_FROM_TO_STEPS,
            "Nor do they lead from one of these steps to one of those.",
            required=False,
        ),
    ),
    _promise,
    "promises",
    a="a promise",
)


def claim(node: Node, where: str, faults: list[Fault]) -> Claim:
    """Return what a mapping in a promise claims: an AND of its lines."""
    if node.kind != "mapping":
        return condition.condition(node, where, faults)
    plain, parts = [], []
    for key, value in node.value:
        match key.value:
            case "shown":
                parts.append(SHOWN.read(Fields(value, f"`shown` in {where}", faults), at=value.at))
            case "step_contact":
                parts.append(STEP_CONTACT.read(Fields(value, f"`step_contact` in {where}", faults), at=key.at))
            case "told" if value.kind == "mapping" and value.value:
                parts += [Told(id.at, id.written, claim(case, where, faults)) for id, case in value.value]
            case "all" | "any" | "none_of" if value.kind == "list" and value.value:
                join = {"all": All, "any": AnyOf, "none_of": NoneOf}[key.value]
                parts.append(join(tuple(claim(item, where, faults) for item in value.value)))
            case _:
                plain.append((key, value))
    if plain or not parts:
        parts.insert(0, condition.condition(Node(node.at, "mapping", plain), where, faults))
    return parts[0] if len(parts) == 1 else All(tuple(parts))
