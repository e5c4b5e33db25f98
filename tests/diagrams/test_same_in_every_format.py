"""All formats show the same nodes and edges, with their words, whatever these words are."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.diagrams.graph import Edge, Node, graph_of
from milepost.diagrams.labels import plain
from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import draw
from milepost.diagrams.whole import whole
from milepost.engine.consulting.consult import Consultant
from tests.diagrams.readback import READERS, squeezed
from tests.sheets import every_sheet, random_sheets

HOSTILE = [
    "\"double\" and 'single' quotes",
    "<b>tags</b> &amp; & &#38; <!-- -->",
    "a line\nbreak, a\ttab\r\nand \x07 a bell",
    "back\\slash \\n \\N \\l \\",
    "[brackets] {braces} (round) ]) }} ]]",
    "pipes | and || and `ticks` --> ==>",
    "#35; #quot; %% ; style x: #1; end",
    "\U0001f494 \U0001f642 broken heart",
    "שלום עולם مرحبا",
    "7. Question: not a question - Leads to 3: no",
    "w" * 70,
    "graph",
]


def assert_all_the_same(graph):
    for format, read in READERS.items():
        seen = read(draw(graph, format), graph)
        assert set(seen.nodes) == {node.id for node in graph.nodes}, format
        assert set(seen.edges) == {(edge.tail, edge.head) for edge in graph.edges}, format
        kept = (lambda words: words) if format == "json" else plain
        for node in graph.nodes:
            assert squeezed(kept(node.label)) in seen.nodes[node.id], (format, node)
            if node.answer and len(node.answer) < 90:
                assert squeezed(kept(node.answer)) in seen.nodes[node.id], (format, node)
        for edge in graph.edges:
            if len(edge.label) <= 60:
                assert squeezed(kept(edge.label)) == seen.edges[edge.tail, edge.head], (format, edge)


def test_paths_and_maps_of_the_knowledge_base(graphs):
    for graph in graphs:
        assert_all_the_same(graph)


def test_every_sheet_of_a_small_knowledge_base(small):
    consultant = Consultant(small)
    for n, sheet in enumerate(every_sheet(small)):
        if n % 60 == 0:
            consultation = consultant.consult(sheet)
            assert_all_the_same(own_path(consultation))
            assert_all_the_same(whole(small, consultation))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_sheets(base, consultant, data):
    assert_all_the_same(own_path(consultant.consult(data.draw(random_sheets(base)))))


def with_words(graph, words):
    """The graph with hostile words for every text in it."""
    turn = iter(words * 200)
    nodes = [
        msgspec.structs.replace(n, label=next(turn), answer=next(turn) if n.answer else "", detail=next(turn))
        for n in graph.nodes
    ]
    edges = [msgspec.structs.replace(e, label=next(turn)[:40], detail=next(turn)) for e in graph.edges]
    groups = [msgspec.structs.replace(g, title=next(turn)) for g in graph.groups]
    return graph_of(words[0], words[1], nodes, edges, groups, graph.flow)


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 3))
def test_hostile_words(graphs, start):
    words = HOSTILE[start:] + HOSTILE[:start]
    for graph in (graphs[3], graphs[6], graphs[-1]):
        assert_all_the_same(with_words(graph, words))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.text(max_size=50), more=st.text(max_size=50))
def test_any_words(words, more):
    nodes = [Node("question:a", "question", "x" + words, answer="y" + more), Node("finding:b", "finding", "x" + more)]
    assert_all_the_same(graph_of("t" + words, "d" + more, nodes, [Edge("question:a", "finding:b", "z" + words)]))
