"""The entries that say what is asked, concluded and told: one function for each kind of entry."""

from milepost.engine.language.condition import blockers, condition
from milepost.engine.language.document import Node, short
from milepost.engine.language.fields import ID, NAME, Fields
from milepost.engine.model import advice as advice_model
from milepost.engine.model import helpline
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import Condition
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.finding import IMPOSSIBLE, Finding
from milepost.engine.model.question import HANDS, TYPES, UNTICKED, Question
from milepost.engine.model.rule import NOTHING, Rule
from milepost.engine.model.step import CONTACT, Step

YES_NO = {"yes": "Yes", "no": "No"}


def question(key: str, node: Node, topic: str, faults: list[Fault]) -> Question:
    f = Fields(node, f"question `{key}`", faults)
    kind = f.word(
        "type", TYPES, default="choice" if "options" in f.nodes else "number" if "max" in f.nodes else "yes_no"
    )
    options, unit, minimum, maximum = YES_NO, "", 0, 0
    if kind in ("choice", "many"):
        options = f.labels("options")
    elif kind == "number":
        options, unit, low, high = {}, f.text("unit"), f.number("min"), f.number("max")
        if low is not None and high is not None:
            minimum, maximum = low, high
            if high <= low:
                f.fault(
                    f.place("max"),
                    f"`max` of {f.what} is {high}, which is not above its `min`, {low}",
                    "correct one of them",
                )
    unticked = f.word("unticked", UNTICKED, required=True, default="no") if kind == "many" else ""
    for other in ("options", "unit", "min", "max", "unticked"):
        if other in f.nodes and other not in f.taken:
            f.taken.add(other)
            f.fault(
                f.nodes[other][0].at,
                f"{f.what} has `{other}`, which a question of type `{kind}` does not take",
                "remove it, or correct `type`",
            )
    made = Question(
        key=key, topic=topic, ask=f.text("ask"), why=f.text("why"), help=f.text("help", required=False), type=kind,
        options=options, unit=unit, minimum=minimum, maximum=maximum, changes=f.word("changes", HANDS, default="mine"),
        unticked=unticked, guard=f.flag("guard"), sources=f.words("sources", required=True), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def finding(key: str, node: Node, faults: list[Fault]) -> Finding:
    f = Fields(node, f"finding `{key}`", faults)
    values = f.labels("values")
    otherwise = f.text("otherwise", default=IMPOSSIBLE)
    if values and otherwise not in (*values, IMPOSSIBLE):
        f.fault(
            f.place("otherwise"),
            f"`{otherwise}` is not a value of {f.what}",
            did_you_mean(otherwise, (*values, IMPOSSIBLE)),
        )
    f.done()
    return Finding(key=key, values=values, otherwise=otherwise, at=node.at)


def rule(node: Node, faults: list[Fault]) -> Rule:
    f, id = with_id(node, "rule", faults)
    when, unless = _conditions(f, faults)
    then = f.node("then", required=True, remedy="add `then: {finding: value}`")
    finding_key, value, then_at = "", "", node.at
    if then is not None:
        if (
            then.kind == "mapping"
            and len(then.value) == 1
            and then.value[0][1].kind == "scalar"
            and then.value[0][1].written
        ):
            (name, said), then_at = then.value[0], then.value[0][0].at
            finding_key, value = short(name.written), short(said.written)
        else:
            f.fault(
                then.at,
                f"`then` of {f.what} is not one `finding: value`",
                "one rule argues for one value, as in `then: {finding: value}`",
            )
    made = Rule(
        id=id, when=when, unless=unless, finding=finding_key, value=value, then_at=then_at, at=node.at,
        because=f.text("because"), sources=f.words("sources", required=True), reviewed=f.date("reviewed"),
    )  # fmt: skip
    f.done()
    return made


def step(key: str, node: Node, faults: list[Fault]) -> Step:
    f = Fields(node, f"step `{key}`", faults)
    how_long, how_long_finding = "", ""
    length = f.node("how_long", required=True)
    if length is not None and length.kind == "mapping":
        inner = Fields(length, f"`how_long` of {f.what}", faults)
        how_long_finding = inner.text("finding")
        inner.done()
    elif length is not None:
        how_long = f.text("how_long")
    made = Step(
        key=key, title=f.text("title"), say=f.text("say"), how_long=how_long, how_long_finding=how_long_finding,
        come_back=f.text("come_back"), opens_next=f.text("opens_next"), contact=f.word("contact", CONTACT, default="none"),
        first=f.words("first", shape=ID), ends_interview=f.flag("ends_interview"), sources=f.words("sources", required=True), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def advice(node: Node, faults: list[Fault], silent: tuple[Condition, ...] = ()) -> Advice:
    f, id = with_id(node, "advice", faults)
    when, unless = _conditions(f, faults)
    kind = f.word("kind", advice_model.KINDS, default="note")
    lines = f.word_nodes("lines", required=kind == "help", shape=NAME)
    for purpose in lines:
        if purpose.written not in helpline.PURPOSES:
            known = "the kinds are " + ", ".join(f"`{p}`" for p in helpline.PURPOSES)
            f.fault(
                purpose.at,
                f"`{purpose.written}` in `lines` of {f.what} is not a kind of helpline",
                did_you_mean(purpose.written, helpline.PURPOSES, known),
            )
    safety = f.flag("safety")
    made = Advice(
        id=id, kind=kind, say=f.text("say"), when=when, unless=(*unless, *(() if safety else silent)), because=f.text("because"),
        sources=f.words("sources", required=True), reviewed=f.date("reviewed"), at=node.at,
        lines=tuple(purpose.written for purpose in lines),
        contact=f.word("contact", CONTACT, required=kind == "do", default="none"), duty=f.flag("duty", required=kind == "do"),
        safety=safety, replaces=f.words("replaces", shape=ID),
    )  # fmt: skip
    f.done()
    return made


def with_id(node: Node, what: str, faults: list[Fault]) -> tuple[Fields, str]:
    """The fields of an entry of a list, named by its id."""
    f = Fields(node, f"this {what}", faults)
    id = f.text("id")
    if id:
        if not ID.fits(id):
            f.fault(f.place("id"), f"`{short(id)}` is not an id", ID.rule)
        f.what = f"{what} `{short(id)}`"
    return f, id


def _conditions(f: Fields, faults: list[Fault]) -> tuple[Condition, tuple[Condition, ...]]:
    when = f.node("when", required=True, remedy="add `when: {fact: value}`")
    met = condition(when, f"`when` of {f.what}", faults) if when is not None else NOTHING
    return met, blockers(f.node("unless"), f"`unless` of {f.what}", faults)
