"""The picture on a map page, its words, and the graph's JSON all have the same nodes and lines, and lead to each other."""

import json
from html.parser import HTMLParser

import pytest

from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import draw
from milepost.diagrams.whole import whole


class Page(HTMLParser):
    """What of a graph stands in the picture, and what in the words below it; and where links lead."""

    def __init__(self, text):
        super().__init__()
        self.inside, self.ids, self.links = "", set(), []
        self.nodes, self.edges = {"picture": [], "words": []}, {"picture": [], "words": []}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.inside = {"picture": "picture", "words": "words"}.get(found.get("id"), self.inside)
        self.ids |= {found["id"]} if "id" in found else set()
        self.links += [found["href"][1:]] if tag == "a" and found.get("href", "").startswith("#") else []
        if "data-id" in found:
            self.nodes[self.inside].append(found["data-id"])
        if "data-tail" in found:
            self.edges[self.inside].append((found["data-tail"], found["data-head"]))


@pytest.fixture(params=["/map", "/map/all"])
def seen(request, done, knowledge):
    """A map page, and the JSON of its graph."""
    consultation = knowledge.consulted(done.visit.conversation.sheet)
    graph = own_path(consultation) if request.param == "/map" else whole(knowledge.kb, consultation)
    return Page(done.get(request.param).text), json.loads(draw(graph, "json"))


def test_the_picture_and_the_words_have_the_nodes_and_lines_of_the_json(seen):
    page, content = seen
    nodes = sorted(node["id"] for node in content["nodes"])
    edges = sorted((edge["tail"], edge["head"]) for edge in content["edges"])
    assert sorted(page.nodes["picture"]) == sorted(page.nodes["words"]) == nodes
    assert sorted(page.edges["picture"]) == sorted(page.edges["words"]) == edges


def test_each_node_leads_to_its_words_and_back(seen):
    page, content = seen
    for number in range(1, len(content["nodes"]) + 1):
        assert {f"box-{number}", f"part-{number}"} <= page.ids
        assert {f"box-{number}", f"part-{number}"} <= set(page.links)
    assert set(page.links) <= page.ids


def test_a_map_is_of_few_boxes_and_tells_what_is_folded(done):
    page = Page(done.get("/map").text)
    assert len(page.nodes["picture"]) <= 25
    assert "more:steps" in page.nodes["picture"]
