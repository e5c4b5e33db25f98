"""All formats show the same nodes and edges, with their words, whatever these words are."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.diagrams.graph import AROUND, WAY, Edge, Group, Node, graph_of
from milepost.diagrams.labels import plain
from milepost.diagrams.render import draw
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
            assert squeezed(kept(node.caption)) in seen.nodes[node.id], (format, node)
            if node.answer:
                assert squeezed(kept(node.answer)) in seen.nodes[node.id], (format, node)
            if node.kind != "checked":
                assert all(squeezed(kept(row.text)) in seen.nodes[node.id] for row in node.rows), (format, node)
        for edge in graph.edges:
            assert squeezed(kept(edge.label)) == seen.edges[edge.tail, edge.head], (format, edge)


def test_every_view_of_the_knowledge_base(graphs):
    for graph in graphs:
        assert_all_the_same(graph)


def test_every_sheet_of_a_small_knowledge_base(small):
    from milepost.library import Milepost

    milepost = Milepost.of(small)
    for sheet in list(every_sheet(small))[::60]:
        consultation = milepost.consult(sheet)
        assert_all_the_same(milepost.graph(consultation))
        assert_all_the_same(milepost.stages(consultation))


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_sheets(base, consultant, drawn_way, data):
    assert_all_the_same(drawn_way(consultant.consult(data.draw(random_sheets(base)))))


def with_words(graph, words):
    """The graph with hostile words for every text in it."""
    turn = iter(words * 200)
    nodes = [
        msgspec.structs.replace(
            n,
            label=next(turn),
            answer=next(turn) if n.answer else "",
            detail=next(turn),
            rows=tuple(msgspec.structs.replace(row, text=next(turn)) for row in n.rows),
        )
        for n in graph.nodes
    ]
    edges = [msgspec.structs.replace(e, label=next(turn) if e.label else "") for e in graph.edges]
    groups = [msgspec.structs.replace(g, title=next(turn)) for g in graph.groups]
    return graph_of(words[0], words[1], nodes, edges, groups, graph.flow)


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 3))
def test_hostile_words(graphs, start):
    words = HOSTILE[start:] + HOSTILE[:start]
    for graph in (graphs[3], graphs[6], graphs[7], graphs[-1]):
        assert_all_the_same(with_words(graph, words))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.text(max_size=50), more=st.text(max_size=50))
def test_any_words(words, more):
    nodes = [Node("question:a", "question", "x" + words, answer="y" + more), Node("finding:b", "finding", "x" + more)]
    assert_all_the_same(graph_of("t" + words, "d" + more, nodes, [Edge("question:a", "finding:b")], [], WAY))
    around = [nodes[0], msgspec.structs.replace(nodes[1], group="opens")]
    leads, group = [Edge("finding:b", "question:a")], [Group("opens", "z" + words)]
    assert_all_the_same(graph_of("t" + words, "d" + more, around, leads, group, AROUND))
