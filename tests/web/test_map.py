"""The map: the way to the step and the stages, each with the parts of its graph, and nothing told too early."""

import re
from html import unescape

import pytest

from milepost.diagrams.around import around, views
from milepost.diagrams.stages import stages_of
from tests.diagrams.readback import from_svg
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
    found = from_svg(picture.data, graph)
    assert set(found.nodes) == set(graph.by_id) and set(found.edges) == {(e.tail, e.head) for e in graph.edges}


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
    assert "You said" in page and 'class="box box-step yours"' in page


def test_before_there_is_a_step_no_part_is_shown_and_none_is_linked(asked, knowledge):
    for number in (1, len(views(knowledge.kb))):
        assert asked.get(f"/map/{number}").headers["Location"] == "/map/all"
    assert not re.search(r'href="/map/\d', asked.page("/map/all") + asked.get("/map/all/picture").text)


@pytest.mark.parametrize("id", ["step:ask", "finding:touch", "question:danger_now", "question:contact_now"])
def test_a_part_is_shown_in_words_and_as_a_picture_and_leads_on(done, knowledge, id):
    ids, graph = views(knowledge.kb), around(knowledge.kb, id, guarded=False)
    page = done.page(f"/map/{ids.index(id) + 1}")
    words, _, picture = page.partition('<div class="picture">')
    assert set(re.findall(r'data-id="([^"]+)"', words)) == set(graph.by_id)
    assert set(re.findall(r'data-id="([^"]+)"', picture)) == set(graph.by_id)
    assert all(" ".join(row.text.split()) in shown(words) for node in graph.nodes for row in node.rows)
    expected = {row.to for node in graph.nodes for row in node.rows if row.to}
    expected |= {node.id for node in graph.nodes[1:] if node.id in ids}
    linked = {ids[int(number) - 1] for number in re.findall(r'href="/map/(\d+)"', words)}
    assert linked == expected
    assert linked <= {ids[int(number) - 1] for number in re.findall(r'href="/map/(\d+)"', picture)}
    assert "<style" not in picture and done.get(f"/map/{len(ids) + 1}").status_code == 404


def test_a_part_is_told_in_words_where_nothing_can_draw(done, tmp_path, monkeypatch):
    import sys

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    page = done.page("/map/1")
    assert "What opens it" in page and "<svg" not in page


def test_every_step_of_the_stages_leads_to_its_part(done, knowledge):
    numbers = re.findall(r'href="/map/(\d+)"', done.page("/map/all"))
    assert [views(knowledge.kb)[int(number) - 1] for number in numbers] == [f"step:{key}" for key in knowledge.kb.steps]
