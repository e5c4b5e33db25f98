"""The stages: every step a card, in order; what lets one on in between; nothing of anybody's answers."""

from itertools import pairwise

from milepost.diagrams import looks
from milepost.diagrams.graph import YOURS
from milepost.diagrams.layout import layout_of
from milepost.diagrams.render import draw
from milepost.diagrams.stages import stages_of
from tests.diagrams.readback import READERS, squeezed


def test_every_stage_and_step_is_there_in_the_order_of_precedence(base):
    nodes = [node.id for node in stages_of(base).nodes]
    expected = []
    for n, steps in enumerate(base.stages.values(), start=1):
        expected += [f"stage:{n}", *(f"step:{step}" for step in steps)]
    assert nodes == expected


def test_each_step_has_its_number_in_the_order_in_which_they_are_looked_at(base, graphs):
    for graph in graphs[-2:]:
        numbers = {node.id: node.number for node in graph.nodes if node.kind == "step"}
        assert numbers == {f"step:{key}": n for n, key in enumerate(base.steps, start=1)}
        shown = {id: f"{number}.{squeezed(graph.by_id[id].label)}" for id, number in numbers.items()}
        for format in ("svg", "dot", "mmd"):
            seen = READERS[format](draw(graph, format), graph).nodes
            assert all(words in seen[id].replace("✓", "") for id, words in shown.items()), format
        said = squeezed(draw(graph, "txt").decode()).replace("✓", "").replace("Yournextstep", "")
        assert all(words in said for words in shown.values())


def test_what_lets_one_on_stands_between_the_stages_in_words_of_the_knowledge_base(base):
    edges = stages_of(base).edges
    stages = [f"stage:{n}" for n in range(1, len(base.stages) + 1)]
    assert [(edge.tail, edge.head) for edge in edges] == list(pairwise(stages))
    assert [edge.label for edge in edges] == [base.onward[title] for title in list(base.stages)[:-1]]


def test_between_two_stages_stands_what_to_go_on_by_as_large_as_the_steps(base):
    graph = stages_of(base)
    layout = layout_of(graph)
    assert all(edge.label.startswith("Go on if ") for edge in graph.edges)
    assert {line.size for route in layout.routes.values() for line in route.words} == {looks.SIZE}
    assert {line.size for line in layout.words} == {looks.SIZE}


def test_the_cards_of_a_row_are_equally_high_so_that_rows_have_even_gaps(graphs):
    for graph in graphs[-2:-1]:
        boxes = layout_of(graph).boxes
        for group in graph.groups:
            rows = {}
            for node in graph.of_group(group.key)[1:]:
                rows.setdefault(boxes[node.id].top, set()).add(boxes[node.id].bottom)
            assert all(len(bottoms) == 1 for bottoms in rows.values())
            ends = sorted((top, *bottoms) for top, bottoms in rows.items())
            assert len({round(below - bottom, 3) for (_, bottom), (below, _) in pairwise(ends)}) <= 1


def test_only_ones_own_step_is_marked_and_nothing_else_changes(graphs):
    bare, mine = graphs[-2:]
    assert [node.id for node in mine.nodes if node.state == YOURS] == ["step:ask"]
    assert mine.by_id["step:ask"].state == YOURS and mine.by_id["step:ask"].caption == "Your next step"
    assert [node for node in bare.nodes if node.id != "step:ask"] == [n for n in mine.nodes if n.id != "step:ask"]


def test_it_names_no_question_so_that_nobody_is_shown_what_an_answer_opens(base, graphs):
    for graph in graphs[-2:]:
        said = draw(graph, "json").decode() + draw(graph, "txt").decode()
        assert "question:" not in said
        assert not any(question.ask in said for question in base.questions.values())


def test_it_has_the_shape_of_a_sheet_of_paper(graphs):
    for graph in graphs[-2:]:
        layout = layout_of(graph)
        assert 1.2 < layout.height / layout.width < 1.6  # A4 has 1.41
