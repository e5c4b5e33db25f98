"""The wiring: everything, topic by topic, and a line for each look of a rule."""

import sys
import unicodedata
from io import BytesIO

import pytest
from pypdf import PdfReader

from milepost.diagrams.conditions import id_of
from milepost.diagrams.render import CannotDraw, draw
from milepost.diagrams.topics import pages, sheet
from milepost.diagrams.wiring import wiring
from milepost.engine.model.condition import tests as every_test
from milepost.engine.model.step import STEP
from tests.diagrams.readback import from_svg, squeezed
from tests.tiers import thorough


def test_every_question_finding_and_step_is_there_and_every_look_is_a_line(base):
    graph = wiring(base)
    expected = {f"question:{key}" for key in base.questions} | {f"finding:{key}" for key in base.findings}
    assert set(graph.by_id) == expected | {f"step:{key}" for key in base.steps}
    looks = set()
    for rule in base.rules.values():
        head = f"step:{rule.value}" if rule.finding == STEP else f"finding:{rule.finding}"
        for condition in (rule.when, *rule.unless):
            looks |= {(id_of(base, test.fact), head) for test in every_test(condition)}
    assert {(edge.tail, edge.head) for edge in graph.edges} == looks


def test_its_picture_has_a_part_for_each_topic_with_all_of_it_and_every_link_leads_to_a_place(base):
    graph = wiring(base)
    drawn = draw(graph, "svg")
    seen = from_svg(drawn, graph)
    assert set(seen.nodes) == set(graph.by_id)
    assert set(seen.edges) == {(edge.tail, edge.head) for edge in graph.edges}
    said = drawn.decode()
    places = {part.split('"')[0] for part in said.split(' id="')[1:]}
    links = [part.split('"')[0] for part in said.split('href="#')[1:]]
    assert links and set(links) <= places
    assert max(len(page.nodes) for page in pages(graph)) <= 40


@thorough
def test_its_pdf_has_a_page_of_paper_for_each_topic_with_all_of_it_and_an_outline(base):
    graph = wiring(base)
    drawn = draw(graph, "pdf")
    read = PdfReader(BytesIO(drawn))
    expected = list(pages(graph))
    assert [item.title for item in read.outline] == [group.title for group in graph.groups]
    assert [read.get_destination_page_number(item) for item in read.outline] == list(range(len(expected)))
    for page, topic in zip(read.pages, expected, strict=True):
        assert page.mediabox.width <= 595.3 and page.mediabox.height <= 841.9
        said = squeezed(unicodedata.normalize("NFKC", page.extract_text()))  # two letters can be drawn as one
        assert all(squeezed(words) in said for words in (topic.title, *(node.label for node in topic.nodes)))
    assert draw(graph, "pdf") == drawn and b"CreationDate" not in drawn


def test_without_the_package_that_binds_pages_it_says_what_to_install(base, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(CannotDraw, match="`pip install pypdf`"):
        draw(wiring(base), "pdf")
    assert draw(wiring(base), "svg")


def test_its_image_shows_each_topic_once_with_a_copy_of_what_is_elsewhere(base):
    graph = wiring(base)
    whole, each = sheet(graph), list(pages(graph))
    assert len(whole.nodes) == sum(len(page.nodes) for page in each)
    assert len(whole.edges) == len(graph.edges)
    assert {group.title for group in whole.groups} == {group.title for group in graph.groups}
    of_group = {node.id: node.group for node in whole.nodes}
    assert all(of_group[edge.tail] == of_group[edge.head] for edge in whole.edges)
    assert draw(graph, "png").startswith(b"\x89PNG")
