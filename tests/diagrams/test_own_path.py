"""A person's own path: what it shows is what the rules that fired say, and it leads to the step."""

import re

import pytest

from milepost.diagrams.graph import CONSIDERED, RECOMMENDED
from milepost.diagrams.labels import plain
from milepost.diagrams.layout import layout_of
from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import draw
from milepost.engine.consulting.consult import Consultant
from milepost.engine.meaning.words import answer_in_words
from tests.sheets import every_sheet


def assert_a_path(graph, step):
    assert [node.place for node in graph.path] == list(range(1, len(graph.path) + 1))
    assert graph.path[-1].id == f"step:{step}"
    assert [node.id for node in graph.nodes if node.state == RECOMMENDED] == [f"step:{step}"]
    assert all(edge.label for edge in graph.edges)
    place = {node.id: node.place for node in graph.path}
    for edge in graph.edges:
        if edge.on_path:
            assert place[edge.tail] < place[edge.head]


def test_it_is_numbered_and_ends_at_the_step_for_every_step(one_for_each_step):
    for consultation in one_for_each_step:
        graph = own_path(consultation)
        assert_a_path(graph, consultation.step.key)
        assert len(graph.nodes) <= 25, consultation.step.key


def test_it_is_numbered_and_ends_at_the_step_for_every_sheet_of_a_small_knowledge_base(small):
    consultant = Consultant(small)
    for sheet in every_sheet(small):
        consultation = consultant.consult(sheet)
        assert_a_path(own_path(consultation), consultation.step.key)


def test_it_shows_what_fired_and_nothing_else(consultation):
    looked_at = {fact for firing in consultation.firings for fact, _ in firing.facts}
    for node in own_path(consultation).path:
        kind, _, key = node.id.partition(":")
        if kind in ("question", "finding"):
            assert key in looked_at
        if kind == "question":
            question = consultation.kb.questions[key]
            assert node.label == question.ask
            assert node.answer == answer_in_words(question, consultation.sheet.answers.get(key))
        if kind == "finding":
            assert node.label.lower() == consultation.kb.findings[key].values[consultation.findings[key]].lower()


def test_every_answer_behind_the_step_is_shown_or_told_where_it_is_folded(base, one_for_each_step):
    for consultation in one_for_each_step:
        graph = own_path(consultation)
        told = " ".join(node.detail for node in graph.path)
        for question in (key for reason in consultation.reasons for key in reason.questions()):
            assert f"question:{question}" in graph.by_id or base.questions[question].ask in told, question


def test_stages_before_the_step_are_passed_in_order(consultation):
    kb, graph = consultation.kb, own_path(consultation)
    here = next(n for n, steps in enumerate(kb.stages.values(), start=1) if consultation.step.key in steps)
    assert [node.label for node in graph.nodes if node.kind == "gate"] == list(kb.stages)[:here]
    for n in range(1, here):
        assert [edge.head for edge in graph.leaving(f"gate:{n}")] == [f"gate:{n + 1}"]


def test_every_step_is_shown_or_folded_by_name(consultation):
    graph = own_path(consultation)
    told = " ".join(node.label + node.detail for node in graph.nodes)
    assert all(card.title in told for card in consultation.kb.steps.values())
    shown = {node.id for node in graph.nodes if node.state == CONSIDERED}
    assert shown == {f"step:{step.key}" for step, _ in consultation.considered[:3]}


def test_the_words_on_the_way_to_the_step_are_the_reason(consultation):
    graph = own_path(consultation)
    label = next(edge.label for edge in graph.edges if edge.head == f"step:{consultation.step.key}")
    reasons = [reason.rule.because for reason in consultation.reasons]
    assert label in (reasons or ["nothing above fits what you told us"])


def test_where_nothing_fits_the_path_goes_through_every_stage(consultations):
    graph = own_path(consultations[-1])
    assert {node.kind for node in graph.path[:-1]} == {"gate"}
    assert len(graph.path) == len(consultations[-1].kb.stages) + 1


def test_boxes_never_overlap_and_the_picture_stays_narrow(one_for_each_step):
    for consultation in one_for_each_step:
        boxes = list(layout_of(own_path(consultation)).boxes.values())
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                apart = (
                    one.right <= other.left
                    or other.right <= one.left
                    or one.bottom <= other.top
                    or other.bottom <= one.top
                )
                assert apart, consultation.step.key
        assert max(box.right for box in boxes) - min(box.left for box in boxes) < 560


@pytest.mark.parametrize("width", [40, 57, 80, 120])
def test_the_text_keeps_to_the_width_and_names_every_step_of_the_path(graphs, width):
    for graph in graphs:
        said = draw(graph, "txt", width).decode()
        assert max(len(line) for line in said.splitlines()) <= width
        assert re.findall(r"^(\d+)\. ", said, re.MULTILINE) == [str(n + 1) for n in range(len(graph.nodes))]
        if graph.path:
            assert f"{len(graph.path)}.".ljust(4) + "✓ Your next step: " in said
            assert plain(graph.path[0].label)[:12] in said
