"""Reading the nodes and edges of a graph back from every format."""

import html
import json
import re
from xml.etree import ElementTree

import msgspec
import pygraphviz

from milepost.diagrams.graph import Graph
from milepost.diagrams.text import number_in_list

SVG = "{http://www.w3.org/2000/svg}"


class Seen(msgspec.Struct, frozen=True):
    """What a format shows: the words of each node by id, and of each edge by its ends; all without blanks."""

    nodes: dict[str, str]
    edges: dict[tuple[str, str], str]


def squeezed(text: str) -> str:
    """The text without blanks, as formats break lines where they need to."""
    return "".join(text.split())


def from_svg(drawn: bytes, graph: Graph) -> Seen:
    nodes, edges = {}, {}
    for element in ElementTree.fromstring(drawn).iter(f"{SVG}g"):
        words = squeezed("".join(text.text or "" for text in element.iter(f"{SVG}text")))
        if element.get("class", "").startswith("node"):
            nodes[element.get("data-id")] = words
        elif element.get("class", "").startswith("edge"):
            edges[element.get("data-tail"), element.get("data-head")] = words
    return Seen(nodes, edges)


def from_dot(drawn: bytes, graph: Graph) -> Seen:
    read = pygraphviz.AGraph(string=drawn.decode())
    nodes = {node.replace(".", ":", 1): _shown(node.attr["label"] or "") for node in read.nodes()}
    edges = {}
    for edge in read.edges():
        ends = tuple(end.replace(".", ":", 1) for end in edge)
        edges[ends] = _shown(edge.attr["label"] or "")
    read.close()
    return Seen(nodes, edges)


def _shown(label: str) -> str:
    inside = label[1:-1] if label.startswith("<<") else label
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", inside)).replace("\\\\", "\\"))


def from_mmd(drawn: bytes, graph: Graph) -> Seen:
    nodes, edges = {}, {}
    for line in drawn.decode().splitlines():
        if made := re.fullmatch(r'\s+(\w+)(?:\(\[|\[\[|[\[({])"(.*)"(?:\]\)|\]\]|[\])}])', line):
            nodes[made[1].replace("_", ":", 1)] = _decoded(made[2])
        elif made := re.fullmatch(r'\s+(\w+) (?:==>|-->|-\.->)(?:\|"(.*)"\|)? (\w+)', line):
            edges[made[1].replace("_", ":", 1), made[3].replace("_", ":", 1)] = _decoded(made[2] or "")
    return Seen(nodes, edges)


def _decoded(label: str) -> str:
    return squeezed(re.sub(r"#(\d+);", lambda code: chr(int(code[1])), re.sub(r"</?\w+/?>", "", label)))


def from_txt(drawn: bytes, graph: Graph) -> Seen:
    """Numbers stand for nodes."""
    called = {number_in_list(graph, node.id): node.id for node in graph.nodes}
    nodes, edges, now, into = {}, {}, "", None
    lines = drawn.decode().split("\n\n", 2)[2].splitlines()
    under = {n for n, line in enumerate(lines) if line and set(line) == {"-"}}
    # What stands above a line of dashes is a heading, of as many lines as there are up to a blank one.
    headings = {m for n in under for m in range(max((k for k in range(n) if not lines[k]), default=-1), n + 1)}
    for n, line in enumerate(lines):
        if n in headings:
            continue
        if made := re.match(r"((?:Stage )?\d+)\. +(.*)", line):
            now, into = called[made[1]], None
            nodes[now] = made[2]
        elif made := re.match(r" {4}- Leads to ((?:Stage )?\d+):?(.*)", line):
            into = called[made[1]]
            edges[now, into] = made[2]
        elif line.startswith(" " * 8) and into:
            edges[now, into] += line
        elif line.startswith(" " * 4):
            nodes[now] += line
    return Seen(
        {id: squeezed(words) for id, words in nodes.items()}, {ends: squeezed(words) for ends, words in edges.items()}
    )


def from_json(drawn: bytes, graph: Graph) -> Seen:
    content = json.loads(drawn)
    nodes = {
        node["id"]: squeezed(
            "".join((node["caption"], node["label"], node["answer"], *(r["text"] for r in node["rows"])))
        )
        for node in content["nodes"]
    }
    return Seen(nodes, {(edge["tail"], edge["head"]): squeezed(edge["label"]) for edge in content["edges"]})


READERS = {"svg": from_svg, "dot": from_dot, "mmd": from_mmd, "txt": from_txt, "json": from_json}
