"""The map: the picture and its twin in words hold the same, and lead to each other."""

import re
from html import unescape

import pytest

from milepost.diagrams.own_path import TITLE, own_path
from milepost.diagrams.whole import whole
from tests.web.person import shown


@pytest.fixture(params=["/map", "/map/all"])
def drawn(request, done, knowledge):
    """A page with a map on it, and the graph that it is to show."""
    consultation = knowledge.consulted(done.visit.conversation.sheet)
    graph = own_path(consultation) if request.param == "/map" else whole(knowledge.kb, consultation)
    page = done.page(request.param)
    picture = re.search(r"<svg.*?</svg>", page, re.DOTALL)[0]
    return graph, picture, page.partition("</svg>")[2]


def test_picture_and_words_have_the_same_parts(drawn):
    graph, picture, twin = drawn
    nodes, edges = {node.id for node in graph.nodes}, {(edge.tail, edge.head) for edge in graph.edges}
    assert len(nodes) > 5 and len(edges) > 5
    for part in (picture, twin):
        found = re.findall(r'data-id="([^"]+)"', part)
        assert set(found) == nodes and len(found) == len(nodes)
        assert set(re.findall(r'data-tail="([^"]+)" data-head="([^"]+)"', part)) == edges


def test_each_part_leads_to_its_twin_and_back(drawn):
    graph, picture, twin = drawn
    boxes = dict(re.findall(r'<a id="(box-\d+)" href="#(part-\d+)"', picture))
    parts = dict(re.findall(r'<li id="(part-\d+)".*?href="#(box-\d+)"', twin, re.DOTALL))
    assert len(boxes) == len(parts) == len(graph.nodes)
    assert {part: box for box, part in boxes.items()} == parts
    assert all(
        parts[target.removeprefix("#")] for target in re.findall(r'href="(#part-\d+)"', twin) for target in [target]
    )


def test_own_answers_and_the_step_are_marked(drawn):
    graph, picture, twin = drawn
    said = unescape(twin)
    answers = [node.answer for node in graph.nodes if node.answer]
    assert (answers or graph.title == TITLE) and all(f"your answer: {answer}" in said for answer in answers)
    assert said.count("your next step</strong>") == 1 and "✓" in picture
    places = [int(place) for place in re.findall(r'data-place="(\d+)"', twin)]
    assert places == list(range(1, len(graph.path) + 1))


def test_the_picture_fits_the_policy_and_has_names(drawn):
    graph, picture, _ = drawn
    assert not re.search(r"<style|\sstyle=|<script|<image|href=\"(?!#)", picture)
    names = [unescape(name) for name in re.findall(r'aria-label="([^"]+)"', picture)]
    assert len(names) == len(graph.nodes) and all(
        re.match("Question|What follows|Stage|Step|Folded", name) for name in names
    )
    assert 'aria-labelledby="milepost-title milepost-desc"' in picture and picture.count("<title") > len(graph.nodes)


def test_before_there_is_a_step_the_whole_map_is_shown(asked):
    assert asked.get("/map").headers["Location"] == "/map/all"
    page = asked.page("/map/all")
    assert "<svg" in page and "Only my path" not in page and "your answer: " not in shown(page)


def test_my_path_comes_first_and_the_whole_map_on_demand(done):
    assert ">Whole map<" in done.page("/map") and ">Only my path<" in done.page("/map/all")


def test_without_anything_that_draws_the_words_are_there(done, tmp_path, monkeypatch):
    import sys

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    page = done.page("/map")
    assert "<svg" not in page and "nothing on this device can draw it" in page and "your next step</strong>" in page
