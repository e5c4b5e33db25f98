"""The wiring: everything, topic by topic, and a line for each look of a rule."""

from milepost.diagrams.conditions import id_of
from milepost.diagrams.render import draw
from milepost.diagrams.topics import pages
from milepost.diagrams.wiring import wiring
from milepost.engine.model.condition import tests as every_test
from milepost.engine.model.step import STEP
from tests.diagrams.readback import from_svg


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
    assert max(len(page.nodes) for page in pages(graph)) < 40
