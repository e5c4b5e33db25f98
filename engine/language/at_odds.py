"""Answers that do not fit each other, from YAML."""

from milepost.engine.language.condition import condition
from milepost.engine.language.document import Node
from milepost.engine.language.entries import with_id
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.faults import Fault
from milepost.engine.model.rule import NOTHING


def at_odds(node: Node, faults: list[Fault]) -> AtOdds:
    f, id = with_id(node, "at_odds entry", faults)
    when = f.node("when", required=True, remedy="add `when: {question: answer, other: answer}`")
    met = condition(when, f"`when` of {f.what}", faults) if when is not None else NOTHING
    made = AtOdds(id=id, when=met, say=f.text("say"), reviewed=f.date("reviewed"), at=node.at)
    f.done()
    return made
