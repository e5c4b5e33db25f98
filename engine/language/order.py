"""order.yaml: the topics in the order of asking, and the steps in the order of precedence, stage by stage."""

import msgspec

from milepost.engine.language.document import Node
from milepost.engine.language.fields import FILE, NAME, Fields
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.position import Position

ORDER = "order.yaml"


class Order(msgspec.Struct):
    """`topics` and `steps` with their places, `stages` from titles to steps, and the step that holds otherwise."""

    at: Position
    topics: dict[str, Position] = {}
    stages: dict[str, tuple[str, ...]] = {}
    steps: dict[str, Position] = {}
    otherwise: str = IMPOSSIBLE


def order(node: Node, faults: list[Fault]) -> Order:
    """What order.yaml says."""
    f = Fields(node, ORDER, faults)
    made = Order(node.at)
    for topic in f.word_nodes("topics", required=True, shape=FILE):
        _once(topic, made.topics, f)
    for item in f.items("stages", "a list of stages", required=True):
        stage = Fields(item, "a stage", faults)
        title = stage.text("title")
        steps = [
            step.written for step in stage.word_nodes("steps", required=True, shape=NAME) if _once(step, made.steps, f)
        ]
        if title in made.stages:
            stage.fault(stage.place("title"), f"two stages have the title `{title}`", "give each its own")
        made.stages[title] = (*made.stages.get(title, ()), *steps)
        stage.done()
    otherwise = f.text("otherwise")
    if otherwise in (*made.steps, IMPOSSIBLE):
        made.otherwise = otherwise
    elif otherwise and made.steps:
        f.fault(
            f.place("otherwise"),
            f"`{otherwise}` in `otherwise` is not one of the steps above",
            did_you_mean(otherwise, made.steps, "name a step"),
        )
    f.done()
    return made


def topic_faults(order: Order, found: dict[str, Position]) -> list[Fault]:
    """Where the topics of the order and those of the files differ; `found` maps each file's topic to its place."""
    missing = [topic for topic in order.topics if topic not in found]
    unlisted = [topic for topic in found if topic not in order.topics]
    return [
        Fault(
            order.topics[t],
            f"no file with questions is called `{t}.yaml`",
            did_you_mean(t, unlisted, "write its questions, or take it out of `topics`"),
        )
        for t in missing
    ] + [
        Fault(found[t], f"the topic `{t}` is not in order.yaml", "add it to `topics` where it is to be asked")
        for t in unlisted
    ]


def _once(node: Node, into: dict[str, Position], f: Fields) -> bool:
    """Notes a word; one that was noted before is a fault."""
    if node.written in into:
        f.fault(
            node.at,
            f"`{node.written}` stands twice in {f.what}",
            f"the first is on line {into[node.written].line}; keep one",
        )
        return False
    into[node.written] = node.at
    return True
