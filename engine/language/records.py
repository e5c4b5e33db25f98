"""The entries beside the rules: sources, helplines and examples."""

from milepost.engine.language.answer_nodes import given
from milepost.engine.language.document import Node, short
from milepost.engine.language.entries import with_id
from milepost.engine.language.fields import ID, Fields
from milepost.engine.language.ledger import statement
from milepost.engine.model import helpline, source
from milepost.engine.model.example import Example
from milepost.engine.model.faults import Fault
from milepost.engine.model.helpline import Country, Line
from milepost.engine.model.source import Source, Statement


def source_entry(key: str, node: Node, faults: list[Fault]) -> tuple[Source, list[Statement]]:
    f = Fields(node, f"source `{key}`", faults)
    made = Source(
        key=key, kind=f.word("kind", source.KINDS, default="article"), title=f.text("title"), checked=f.date("checked"),
        about=f.text("about"), author=f.text("author", required=False),
        address=f.text("address", required=False), year=f.text("year", required=False), at=node.at,
    )  # fmt: skip
    says = f.node("says", required=True)
    if says is not None and (says.kind != "mapping" or not says.value):
        f.fault(
            says.at,
            f"`says` of {f.what} is {says.said}, where `id: statement` lines are expected",
            "write at least one",
        )
    statements = (
        [statement(*pair, key, f) for pair in says.value] if says is not None and says.kind == "mapping" else []
    )
    f.done()
    return made, statements


def country(code: str, node: Node, faults: list[Fault]) -> Country:
    f = Fields(node, f"country `{code}`", faults)
    made = Country(
        code=code, name=f.text("country"), emergency=f.text("emergency"), checked=f.date("checked"), checked_how=f.text("checked_how"),
        lines=tuple(_line(n, code, faults) for n in f.items("lines", "a list of helplines", required=True)), at=node.at,
    )  # fmt: skip
    f.done()
    return made


def _line(node: Node, code: str, faults: list[Fault]) -> Line:
    f = Fields(node, f"a helpline of `{code}`", faults)
    optional = {key: f.text(key, required=False) for key in ("phone", "text", "chat", "web", "hours", "who")}
    made = Line(
        purpose=f.word("for", tuple(helpline.PURPOSES), default="crisis"), name=f.text("name"), checked=f.date("checked", coarse=True),
        checked_how=f.text("checked_how"), at=node.at, **optional,
    )  # fmt: skip
    if f.is_mapping and not any(key in f.nodes for key in ("phone", "text", "chat", "web")):
        f.fault(node.at, f"{f.what} cannot be reached", "give a `phone`, `text`, `chat` or `web`")
    f.done()
    return made


def example(node: Node, faults: list[Fault]) -> Example:
    f, id = with_id(node, "example", faults)
    answers, places = {}, {}
    sheet = f.node("answers", required=True)
    if sheet is not None and sheet.kind != "mapping":
        f.fault(
            sheet.at,
            f"`answers` of {f.what} is {sheet.said}, where `question: answer` lines are expected",
            "write `{}` if nothing is answered",
        )
    for key, value in sheet.value if sheet is not None and sheet.kind == "mapping" else []:
        answer, fault = given(value, short(key.written))
        if fault is None and answer is None:
            fault = Fault(
                value.at, f"{key.said} in `answers` of {f.what} is empty", "write an answer, or leave the line out"
            )
        if fault is not None:
            faults.append(fault)
        else:
            answers[key.written], places[key.written] = answer, key.at
    made = Example(
        id=id, about=f.text("about"), answers=answers, step=f.text("step"), because=f.words("because", shape=ID),
        shows=f.words("shows", shape=ID), never=f.words("never", shape=ID), pair_of=f.text("pair_of", required=False),
        at=node.at, answers_at=places,
    )  # fmt: skip
    f.done()
    return made
