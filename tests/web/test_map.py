"""The map: the way to the step and the stages, each with the parts of its graph, and nothing told too early."""

import re
from html import unescape

import pytest

from milepost.diagrams.render import draw
from milepost.diagrams.stages import stages_of
from tests.web.person import shown


@pytest.fixture
def consultation(done, knowledge):
    return knowledge.consulted(done.visit.conversation.sheet)


@pytest.fixture(params=["/map", "/map/all"])
def seen(request, done, knowledge, consultation):
    """A page of the map, its picture, and the graph that both are to show."""
    graph = knowledge.milepost.graph(consultation) if request.param == "/map" else stages_of(knowledge.kb, consultation)
    return done.page(request.param), done.get(f"{request.param}/picture"), graph


def test_the_page_has_every_part_of_its_graph_in_order_and_in_words(seen):
    page, _, graph = seen
    assert re.findall(r'data-id="([^"]+)"', page) == [node.id for node in graph.nodes]
    said = shown(page)
    for node in graph.nodes:
        words = (node.label, node.answer, node.detail, *(row.text for row in node.rows))
        assert all(" ".join(unescape(each).split()) in said for each in words), node.id
    assert all(edge.label in said for edge in graph.edges)


def test_the_picture_is_that_of_the_graph(seen):
    _, picture, graph = seen
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert picture.data == draw(graph, "svg")


def test_before_there_is_a_step_the_stages_are_shown_and_no_answer_opens_anything(asked, knowledge):
    assert asked.get("/map").headers["Location"] == "/map/all"
    for address in ("/map/all", "/map/picture", "/map/all/picture"):
        page = asked.get(address).text
        assert "question:" not in page and "finding:" not in page
        assert not any(question.ask in unescape(page) for question in knowledge.kb.questions.values())
    assert "card yours" not in asked.page("/map/all")


def test_the_way_comes_first_and_leads_to_the_stages_and_back(done):
    assert 'href="/map/all"' in done.page("/map") and 'href="/map"' in done.page("/map/all")


def test_nothing_that_draws_is_needed(done, tmp_path, monkeypatch):
    import sys

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "graphviz", None)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    for address in ("/map", "/map/all", "/map/picture", "/map/all/picture"):
        assert done.get(address).status_code == 200


def test_a_step_that_cannot_wait_has_its_way_too(ended):
    page = ended.page("/map")
    assert "You said" in page and 'class="box step yours"' in page
