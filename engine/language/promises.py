"""Promises, from YAML: conditions as in rules, and besides them `shown` and `step_contact`."""

from milepost.engine.language import condition
from milepost.engine.language.document import Node
from milepost.engine.language.fields import ID, NAME, Fields
from milepost.engine.model.advice import KINDS
from milepost.engine.model.condition import ABOVE_STEP, All, Any, Claim, Lines, StepContact
from milepost.engine.model.faults import Fault
from milepost.engine.model.promise import KNOWLEDGE, Promise
from milepost.engine.model.step import CONTACT


def promise(node: Node, with_id, faults: list[Fault]) -> Promise:
    """The promise that an entry writes; `with_id` gives an entry's fields and id."""
    f, id = with_id(node, "promise", faults)
    parts = {key: f.node(key) for key in ("given", "never", "always")}
    claims = {key: claim(part, f"`{key}` of {f.what}", faults) for key, part in parts.items() if part is not None}
    unknown = f.word("unknown_opens_nothing", KNOWLEDGE, required=False)
    said = [key for key in ("never", "always") if key in claims] + (["unknown_opens_nothing"] if unknown else [])
    if len(said) != 1 and not ("unknown_opens_nothing" in f.nodes and not unknown):
        f.fault(
            node.at,
            f"{f.what} says {len(said) or 'none'} of `never`, `always` and `unknown_opens_nothing`",
            "say exactly one",
        )
    if unknown and "given" in claims:
        f.fault(
            parts["given"].at,
            f"`given` of {f.what} stands beside `unknown_opens_nothing`",
            "take it out; that promise is about every sheet",
        )
    made = Promise(id=id, says=f.text("says"), at=node.at, unknown=unknown, **claims)
    f.done()
    return made


def claim(node: Node, where: str, faults: list[Fault]) -> Claim:
    """What a mapping in a promise claims: an AND of its lines."""
    if node.kind != "mapping":
        return condition.condition(node, where, faults)
    plain, parts = [], []
    for key, value in node.value:
        match key.value:
            case "shown":
                parts.append(_lines(value, where, faults))
            case "step_contact":
                f = Fields(value, f"`step_contact` in {where}", faults)
                parts.append(StepContact(key.at, f.word("above", CONTACT[:-1], default=CONTACT[0])))
                f.done()
            case "all" | "any" if value.kind == "list" and value.value:
                join = All if key.value == "all" else Any
                parts.append(join(tuple(claim(item, where, faults) for item in value.value)))
            case _:
                plain.append((key, value))
    if plain or not parts:
        parts.insert(0, condition.condition(Node(node.at, "mapping", plain), where, faults))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _lines(node: Node, where: str, faults: list[Fault]) -> Lines:
    f = Fields(node, f"`shown` in {where}", faults)
    contact = f.node("contact")
    above = ""
    if contact is not None:
        inner = Fields(contact, f"`contact` in {where}", faults)
        above = inner.word("above", (*CONTACT[:-1], ABOVE_STEP), default=CONTACT[0])
        inner.done()
    kinds = f.words("kind", shape=NAME)
    for kind in kinds:
        if kind not in KINDS:
            f.fault(
                f.place("kind"),
                f"`{kind}` in {where} is not a kind of advice",
                "the kinds are " + ", ".join(f"`{k}`" for k in KINDS),
            )
    made = Lines(
        node.at, ids=f.words("id", shape=ID), kinds=kinds, purposes=f.words("lines", shape=NAME), above=above,
        duty=f.flag("duty") if "duty" in f.nodes else None, safety=f.flag("safety") if "safety" in f.nodes else None,
    )  # fmt: skip
    f.taken |= {"duty", "safety"}
    f.done()
    return made
