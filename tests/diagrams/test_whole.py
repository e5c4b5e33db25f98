"""The whole map: everything that is in the knowledge base, and a person's path on it."""

from milepost.diagrams.graph import OTHER, RECOMMENDED
from milepost.diagrams.layout import layout_of
from milepost.diagrams.own_path import own_path
from milepost.diagrams.whole import whole
from milepost.engine.consulting.consult import Consultant
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.condition import tests as every_test
from milepost.engine.model.step import STEP
from tests.sheets import every_sheet


def test_every_question_finding_stage_and_step_is_there(base):
    ids = {node.id for node in whole(base).nodes}
    expected = {f"question:{key}" for key in base.questions} | {f"finding:{key}" for key in base.findings}
    expected |= {f"step:{key}" for key in base.steps} | {f"gate:{n}" for n in range(1, len(base.stages) + 1)}
    assert ids == expected


def test_every_test_of_every_rule_is_an_edge_with_words(base):
    edges = {(edge.tail, edge.head): edge for edge in whole(base).edges}
    for rule in base.rules.values():
        head = f"step:{rule.value}" if rule.finding == STEP else f"finding:{rule.finding}"
        for condition in (rule.when, *rule.unless):
            for test in every_test(condition):
                kind = "question" if test.fact in base.questions else "finding"
                assert rule.because in edges[f"{kind}:{test.fact}", head].detail
    assert all(edge.label and len(edge.label) <= 40 for edge in edges.values())


def test_without_answers_nothing_is_marked(base):
    graph = whole(base)
    assert not graph.path
    assert not any(edge.on_path for edge in graph.edges)
    assert {node.state for node in graph.nodes if node.kind == "step"} == {OTHER}


def test_the_path_is_marked_and_ends_at_the_step(consultation):
    graph = whole(consultation.kb, consultation)
    assert [node.place for node in graph.path] == list(range(1, len(graph.path) + 1))
    assert (graph.path[-1].id, graph.path[-1].state) == (f"step:{consultation.step.key}", RECOMMENDED)
    assert {node.id for node in own_path(consultation).path} <= {node.id for node in graph.path}
    on_path = {end for edge in graph.edges if edge.on_path for end in (edge.tail, edge.head)}
    assert on_path == {node.id for node in graph.path}


def test_answers_are_shown(consultation):
    kb = consultation.kb
    for node in whole(kb, consultation).nodes:
        key = node.id.partition(":")[2]
        if node.kind == "question" and key in consultation.sheet.answers:
            assert node.answer == answer_in_words(kb.questions[key], consultation.sheet.answers[key])


def test_the_map_is_laid_out_without_overlaps(base, consultation):
    for graph in (whole(base), whole(base, consultation)):
        layout = layout_of(graph)
        assert set(layout.boxes) == {node.id for node in graph.nodes}
        assert set(layout.routes) == set(graph.edges)
        boxes = list(layout.boxes.values())
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                assert (
                    one.right <= other.left
                    or other.right <= one.left
                    or one.bottom <= other.top
                    or other.bottom <= one.top
                )


def test_a_map_of_every_small_knowledge_base(small):
    consultant = Consultant(small)
    for sheet in list(every_sheet(small))[::50]:
        consultation = consultant.consult(sheet)
        assert whole(small, consultation).path[-1].id == f"step:{consultation.step.key}"
