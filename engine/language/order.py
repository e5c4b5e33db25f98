"""order.yaml: the topics in the order of asking, and the steps in the order of precedence, stage by stage."""

import msgspec

from milepost.engine.language.document import Node
from milepost.engine.language.fields import FILE, NAME, Fields, Shape
from milepost.engine.language.kinds import LABELS, TEXT, Field, Kind, Value, items, words
from milepost.engine.model.faults import Fault, did_you_mean
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.position import Position

ORDER = "order.yaml"


class Order(msgspec.Struct):
    """`topics`, `refining` and `steps` with their places, `stages` from titles to steps, and the step otherwise.

    `onward` maps titles of stages to what lets one on to the next, `subjects` names to what lines of advice are about.
    """

    at: Position
    topics: dict[str, Position] = {}
    refining: dict[str, Position] = {}
    stages: dict[str, tuple[str, ...]] = {}
    onward: dict[str, str] = {}
    steps: dict[str, Position] = {}
    otherwise: str = IMPOSSIBLE
    subjects: dict[str, str] = {}


def _nodes(shape: Shape, said: str) -> Value:
    """A list of words of which each stands at one place only: read with their places."""
    schema = words(shape, said).schema
    return Value(said, lambda f, field: f.word_nodes(field.name, field.required, shape), schema)


# Like all labels, but a knowledge base may do without them.
SUBJECTS = msgspec.structs.replace(LABELS, read=lambda f, field: f.labels(field.name) if field.name in f.nodes else {})
STAGE = Kind(
    "stage",
    "Some steps that belong together.",
    (
        Field("title", TEXT, "What the stage is called."),
        Field("steps", _nodes(NAME, "names of steps"), "Its steps, in the order of precedence."),
        Field("onward", TEXT, "What lets one on to the next stage, in a sentence.", required=False),
    ),
    lambda f, at, title, steps, onward: (f, title, steps, onward),
)


def _order(
    f: Fields,
    topics: list[Node],
    refining: list[Node],
    stages: tuple[tuple[Fields, str, list[Node], str], ...],
    otherwise: str,
    subjects: dict[str, str],
) -> Order:
    made = Order(f.at, subjects=subjects)
    for topic in topics:
        _once(topic, made.topics, f)
    for question in refining:
        _once(question, made.refining, f)
    for stage, title, steps, onward in stages:
        if title in made.stages:
            stage.fault(stage.place("title"), f"two stages have the title `{title}`", "give each its own")
        here = tuple(step.written for step in steps if _once(step, made.steps, f))
        made.stages[title] = (*made.stages.get(title, ()), *here)
        if onward:
            made.onward[title] = onward
        if onward and stage is stages[-1][0]:
            stage.fault(
                stage.place("onward"), "the last stage says what lets one on", "take `onward` out, as none follows"
            )
    if otherwise in (*made.steps, IMPOSSIBLE):
        made.otherwise = otherwise
    elif otherwise and made.steps:
        f.fault(
            f.place("otherwise"),
            f"`{otherwise}` in `otherwise` is not one of the steps above",
            did_you_mean(otherwise, made.steps, "name a step"),
        )
    return made


ORDER_FILE = Kind(
    "order.yaml",
    "The order of asking and the order of precedence; it stands once, at the top of the folder.",
    (
        Field("topics", _nodes(FILE, "names of files with questions"), "The topics in the order of asking."),
        Field(
            "refining",
            _nodes(NAME, "keys of questions"),
            "Questions to offer first after the step: those that change most of what is told. The others follow, first "
            "those that most lines read.",
            required=False,
        ),
        Field("stages", items(STAGE, "a list of stages", "a stage"), "The steps, stage by stage."),
        Field("otherwise", TEXT, "The step where no rule argues for any; `impossible` if one always must."),
        Field("subjects", SUBJECTS, "What a line of advice may be said to be `about`.", required=False),
    ),
    _order,
)


def order(node: Node, faults: list[Fault]) -> Order:
    """Return what order.yaml says."""
    made: Order = ORDER_FILE.read(Fields(node, ORDER, faults))
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
