"""The one graph model that every view and every format is made from."""

import re
from collections.abc import Iterable
from functools import cached_property

import msgspec

KINDS = ("question", "finding", "rule", "checked", "stage", "step", "next", "more")
# Somebody's own step; what a view is about; one step among many.
YOURS, SUBJECT, AMONG = "yours", "subject", "among"
STATES = ("", YOURS, SUBJECT, AMONG)
# How a graph is read: one node after the other, each leading to one further on; stage by stage; around the node that it
# is about; topic by topic along its lines; or one of these topics.
WAY, STAGES, AROUND, TOPICS, TOPIC = "way", "stages", "around", "topics", "topic"
ID = re.compile(f"({'|'.join(KINDS)}):[a-z0-9_]+")


class Row(msgspec.Struct, frozen=True):
    """A line of a condition inside a node, `depth` steps further in; `to` is the id of what it is about."""

    text: str
    depth: int = 0
    to: str = ""


class Node(msgspec.Struct, frozen=True):
    """One box. `id` is `kind:key`.

    `caption` is a short line above the label, `answer` a question's answer in the person's words, and `rows` a whole
    condition. `detail` is what the picture leaves to its words. `group` is the key of the group it stands in. `number`
    is its place among its like, from 1, where people need it; else 0.
    """

    id: str
    kind: str
    label: str
    answer: str = ""
    caption: str = ""
    detail: str = ""
    rows: tuple[Row, ...] = ()
    state: str = ""
    group: str = ""
    number: int = 0


class Edge(msgspec.Struct, frozen=True):
    """From `tail` to `head`, with words; an `exception` stops what the head says."""

    tail: str
    head: str
    label: str = ""
    exception: bool = False


class Group(msgspec.Struct, frozen=True):
    """Nodes that stand together under a title, which may be empty."""

    key: str
    title: str


class Graph(msgspec.Struct, frozen=True, dict=True):
    """Nodes in the order in which they are read. `flow` is how, one of the five above. Made by `graph_of`."""

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    flow: str

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each node in the order of reading, from 1."""
        return {node.id: number for number, node in enumerate(self.nodes, start=1)}

    def leaving(self, id: str) -> list[Edge]:
        """The edges from a node."""
        return [edge for edge in self.edges if edge.tail == id]

    def entering(self, id: str) -> list[Edge]:
        """The edges to a node."""
        return [edge for edge in self.edges if edge.head == id]

    def title_of(self, node: Node) -> str:
        """The title of the group of a node."""
        return next((group.title for group in self.groups if group.key == node.group), "")

    def has_yours(self, key: str) -> bool:
        """Is somebody's own step in a group?"""
        return any(node.state == YOURS for node in self.of_group(key))

    def of_group(self, key: str) -> list[Node]:
        """The nodes of a group; with an empty key, those of none."""
        return [node for node in self.nodes if node.group == key]


def graph_of(
    title: str,
    description: str,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    groups: Iterable[Group],
    flow: str,
) -> Graph:
    """A graph with its nodes in the order of its groups and its edges in that of its nodes.

    Raises ValueError where something does not fit together.
    """
    nodes, edges, groups = tuple(nodes), list(edges), tuple(groups)
    place = {"": -1, **{group.key: number for number, group in enumerate(groups)}}
    for node in nodes:
        if not ID.fullmatch(node.id) or not node.id.startswith(node.kind + ":"):
            raise ValueError(f"`{node.id}` is not the id of a {node.kind}")
        if node.state not in STATES or node.group not in place:
            raise ValueError(f"`{node.id}` has an unknown state or group")
    nodes = tuple(sorted(nodes, key=lambda node: place[node.group]))
    rank = {node.id: number for number, node in enumerate(nodes)}
    if len(rank) < len(nodes):
        raise ValueError("a node is given twice")
    for edge in edges:
        if edge.tail not in rank or edge.head not in rank:
            raise ValueError(f"the edge from `{edge.tail}` to `{edge.head}` leads nowhere")
    if len({(edge.tail, edge.head) for edge in edges}) < len(edges):
        raise ValueError("an edge is given twice")
    edges.sort(key=lambda edge: (rank[edge.tail], rank[edge.head]))
    used = {node.group for node in nodes}
    return Graph(title, description, nodes, tuple(edges), tuple(g for g in groups if g.key in used), flow)
