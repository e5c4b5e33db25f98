"""Statements with what became of them, systems, conflicts, research, and what the knowledge base says of itself."""

from milepost.engine.language.document import Node
from milepost.engine.language.entries import with_id
from milepost.engine.language.fields import REFERENCE, Fields, Shape
from milepost.engine.model import source
from milepost.engine.model.about import About
from milepost.engine.model.evidence import STANCES, Conflict, Research, Side
from milepost.engine.model.faults import Fault
from milepost.engine.model.source import Statement
from milepost.engine.model.system import Part, System

ANY = Shape("[a-z][a-z0-9_-]*", "the name of an entry", "they are up to 60 small letters, digits, `_` and `-`")
STATUSES = (source.AT_WORK, source.TOLD, source.BACKGROUND, source.DECLINED)


def statement(name: Node, said: Node, source_key: str, f: Fields) -> Statement:
    """One entry of `says`; it may be its text alone."""
    id = f.name(name, f"`says` of {f.what}", REFERENCE)
    fields = said.value if said.kind == "mapping" else [(Node(name.at, "scalar", "text", "text"), said)]
    s = Fields(Node(name.at, "mapping", fields), f"statement `{id}`", f.faults)
    links = s.items("links", "a list of addresses")
    for link in links:
        if not isinstance(link.value, str):
            s.fault(link.at, f"{link.said} in `links` of {s.what} is not an address", "write it in quotes")
    made = Statement(
        id, source_key, s.text("text"), name.at, cite=s.text("cite", required=False), links=tuple(link.written for link in links),
        system=s.text("system", required=False), **_status(s),
    )  # fmt: skip
    s.done()
    return made


def _status(s: Fields) -> dict[str, str]:
    given = [status for status in STATUSES if status in s.nodes]
    s.taken |= set(STATUSES)
    if len(given) > 1:
        s.fault(s.at, f"{s.what} is both `{given[0]}` and `{given[1]}`", "keep one")
    if not given:
        return {}
    status, node = given[0], s.node(given[0])
    found = {"status": status}
    if status == source.AT_WORK:
        if node.kind == "mapping" and len(node.value) == 1:
            (carrier, how), *_ = node.value
            found |= {
                "carrier": carrier.written,
                "how": Fields(node, f"`at_work` of {s.what}", s.faults).word(carrier.written, tuple(source.WAYS)),
            }
        else:
            s.fault(
                node.at,
                f"`at_work` of {s.what} is {node.said}, where `carrier: how` is expected",
                "name the one main carrier, as in `{a-rule: gates}`",
            )
    elif status == source.TOLD:
        found["carrier"] = s.text(status)
    elif status == source.BACKGROUND:
        found["why"] = s.text(status)
    else:
        inner = Fields(node, f"`declined` of {s.what}", s.faults)
        found |= {"why": inner.text("why"), "instead": inner.text("instead")}
        inner.done()
    return found


def system(key: str, node: Node, faults: list[Fault]) -> System:
    f = Fields(node, f"system `{key}`", faults)
    made = System(
        key=key, name=f.text("name"), sources=f.words("sources", required=True), section=f.text("section"), lets_you=f.text("lets_you"),
        parts=tuple(_part(part, f) for part in f.items("parts", "a list of parts", required=True)), changed=_texts(f, "changed"),
        examples=f.words("examples", required=True), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def _part(node: Node, system: Fields) -> Part:
    f = Fields(node, f"a part of {system.what}", system.faults)
    made = Part(name=f.text("name"), says=f.text("says"), carried_by=f.words("carried_by", shape=ANY), at=node.at)
    f.done()
    return made


def conflict(node: Node, faults: list[Fault]) -> Conflict:
    f, id = with_id(node, "conflict", faults)
    sides = []
    for side in f.items("sides", "a list of sides", required=True):
        s = Fields(side, f"a side of {f.what}", faults)
        sides.append(Side(s.text("says"), s.words("claims", required=True)))
        s.done()
    made = Conflict(
        id=id, about=f.text("about"), sides=tuple(sides), followed=f.text("followed"), because=f.text("because"),
        touches=f.words("touches", required=True, shape=ANY), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def research(node: Node, faults: list[Fault]) -> Research:
    f, id = with_id(node, "research", faults)
    made = Research(
        id=id, says=f.text("says"), stance=f.word("stance", tuple(STANCES), default="qualifies"), studies=f.words("studies", required=True),
        about=f.words("about", required=True, shape=ANY), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def about(node: Node, faults: list[Fault]) -> About:
    f = Fields(node, "`about`", faults)
    made = About(
        reviewed_by=_texts(f, "reviewed_by"),
        good_for_days=f.number("good_for_days") or 365,
        upkeep=f.text("upkeep"),
        limits=_texts(f, "limits"),
    )
    f.done()
    return made


def _texts(f: Fields, key: str) -> tuple[str, ...]:
    """A list of texts, which may be left out."""
    node = f.node(key)
    if node is None or (node.kind == "list" and not node.value):
        return ()
    return tuple(" ".join(item.written.split()) for item in f.items(key, "a list of texts"))
