"""The one graph model that every format is made from."""

import re
from functools import cached_property

import msgspec

KINDS = ("question", "finding", "gate", "step", "more")
RECOMMENDED, CONSIDERED, OTHER = "recommended", "considered", "other"
STATES = ("", RECOMMENDED, CONSIDERED, OTHER)
DOWN, RIGHT = "down", "right"
ID = re.compile(f"({'|'.join(KINDS)}):[a-z0-9_]+")


class Node(msgspec.Struct, frozen=True):
    """One box. `id` is `kind:key`; `place` is its number on the person's path, 0 where it is not on it.

    `answer` is a question's answer in the person's words, `caption` a short line above the label, `detail` what is
    folded into it or longer words for it. `state` is only for steps, `group` the key of its group.
    """

    id: str
    kind: str
    label: str
    answer: str = ""
    caption: str = ""
    detail: str = ""
    place: int = 0
    state: str = ""
    group: str = ""


class Edge(msgspec.Struct, frozen=True):
    """From `tail` to `head`; `label` is the condition in words, `detail` the same in full."""

    tail: str
    head: str
    label: str
    detail: str = ""
    on_path: bool = False


class Group(msgspec.Struct, frozen=True):
    """Nodes that are drawn together: the questions and findings of a topic, or the steps of a stage."""

    key: str
    title: str


class Graph(msgspec.Struct, frozen=True, dict=True):
    """`flow` is the way it is read, down or right. Made by `graph_of`, which keeps it in one order and without gaps."""

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...] = ()
    flow: str = DOWN

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def path(self) -> tuple[Node, ...]:
        """The nodes of the person's path, from 1 on."""
        return tuple(sorted((node for node in self.nodes if node.place), key=lambda node: node.place))

    @cached_property
    def in_reading_order(self) -> tuple[Node, ...]:
        """The path, then all other nodes group by group; the number of a node in the text form is its place in this."""
        rank = {"": 0} | {group.key: n for n, group in enumerate(self.groups, start=1)}
        return self.path + tuple(
            sorted((node for node in self.nodes if not node.place), key=lambda node: rank[node.group])
        )

    def leaving(self, id: str) -> list[Edge]:
        """The edges from a node."""
        return [edge for edge in self.edges if edge.tail == id]


def graph_of(title: str, description: str, nodes, edges, groups=(), flow: str = DOWN) -> Graph:
    """A graph with its nodes as given and its edges in their order.

    Raises ValueError where something does not fit together.
    """
    nodes, edges, groups = tuple(nodes), list(edges), tuple(groups)
    rank = {node.id: n for n, node in enumerate(nodes)}
    if len(rank) < len(nodes):
        raise ValueError("a node is given twice")
    for node in nodes:
        if not ID.fullmatch(node.id) or not node.id.startswith(node.kind + ":"):
            raise ValueError(f"`{node.id}` is not the id of a {node.kind}")
        if node.state not in STATES or (node.group and node.group not in {group.key for group in groups}):
            raise ValueError(f"`{node.id}` has an unknown state or group")
    for edge in edges:
        if edge.tail not in rank or edge.head not in rank:
            raise ValueError(f"the edge from `{edge.tail}` to `{edge.head}` leads nowhere")
    if len({(edge.tail, edge.head) for edge in edges}) < len(edges):
        raise ValueError("an edge is given twice")
    places = sorted(node.place for node in nodes if node.place)
    if places != list(range(1, len(places) + 1)):
        raise ValueError(f"the path is not numbered without gaps: {places}")
    edges.sort(key=lambda edge: (rank[edge.tail], rank[edge.head]))
    return Graph(title, description, nodes, tuple(edges), groups, flow)
