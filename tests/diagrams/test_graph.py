"""A graph holds together, or it is refused."""

import pytest

from milepost.diagrams.graph import WAY, Edge, Group, Node, graph_of

A, B = Node("question:a", "question", "A?"), Node("finding:b", "finding", "b")


@pytest.mark.parametrize(
    ("nodes", "edges", "said"),
    [
        ([A, A], [], "a node is given twice"),
        ([A], [Edge("question:a", "finding:b", "yes")], "the edge from `question:a` to `finding:b` leads nowhere"),
        (
            [A, B],
            [Edge("question:a", "finding:b", "yes"), Edge("question:a", "finding:b", "no")],
            "an edge is given twice",
        ),
        ([Node("finding:a", "question", "A?")], [], "`finding:a` is not the id of a question"),
        ([Node("question:A b", "question", "A?")], [], "`question:A b` is not the id of a question"),
        ([Node("question:a", "question", "A?", group="gone")], [], "`question:a` has an unknown state or group"),
    ],
)
def test_what_does_not_fit_together_is_refused(nodes, edges, said):
    with pytest.raises(ValueError, match="^" + said.replace("[", r"\[")):
        graph_of("t", "d", nodes, edges, [], WAY)


def test_the_order_of_edges_does_not_depend_on_how_they_were_given():
    c = Node("step:c", "step", "C", group="g")
    edges = [
        Edge("finding:b", "step:c", "so"),
        Edge("question:a", "step:c", "no"),
        Edge("question:a", "finding:b", "yes"),
    ]
    given, turned = (graph_of("t", "d", [A, B, c], order, [Group("g", "G")], WAY) for order in (edges, edges[::-1]))
    assert given == turned
    assert [(edge.tail, edge.head) for edge in given.edges] == [
        ("question:a", "finding:b"),
        ("question:a", "step:c"),
        ("finding:b", "step:c"),
    ]
