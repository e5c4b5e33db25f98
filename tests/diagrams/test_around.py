"""A step, a finding and a question: what opens them, whole and in words, and nothing that a guard question opens."""

import pytest

from milepost.diagrams.around import around, views
from milepost.diagrams.conditions import id_of
from milepost.diagrams.graph import SUBJECT
from milepost.diagrams.layout import layout_of
from milepost.diagrams.render import draw
from milepost.engine.model.condition import tests as every_test
from milepost.engine.model.step import STEP
from tests.tiers import sampled


def facts_of(rule, exceptions=True):
    return {test.fact for part in (rule.when, *(rule.unless if exceptions else ())) for test in every_test(part)}


def test_every_step_finding_and_question_has_one(base):
    ids = views(base)
    assert len(ids) == len(base.steps) + len(base.findings) + len(base.questions)
    for id in ids:
        graph = around(base, id)
        assert graph.nodes[0].id == id and graph.nodes[0].state == SUBJECT
        assert {node.id for node in graph.nodes[1:]} == {
            end for edge in graph.edges for end in (edge.tail, edge.head)
        } - {id}
        assert all((edge.head == id) != (edge.tail == id) for edge in graph.edges)


def test_all_rules_for_it_are_there_with_each_fact_that_they_look_at(base):
    for id in views(base):
        kind, _, key = id.partition(":")
        if kind == "question":
            continue
        rules = [r for r in base.rules.values() if (r.value if r.finding == STEP else r.finding) == key]
        rules = [r for r in rules if (r.finding == STEP) == (kind == "step")]
        nodes = [node for node in around(base, id, guarded=False).nodes if node.kind == "rule"]
        assert sorted(node.label for node in nodes) == sorted(rule.because for rule in rules)
        for rule in rules:
            looked_at = {row.to for node in nodes if node.label == rule.because for row in node.rows if row.to}
            assert {id_of(base, fact) for fact in facts_of(rule)} <= looked_at


def test_exceptions_are_shown_as_exceptions(base):
    rule = next(rule for rule in base.rules.values() if rule.unless)
    id = f"step:{rule.value}" if rule.finding == STEP else f"finding:{rule.finding}"
    (node,) = (node for node in around(base, id, guarded=False).nodes if node.label == rule.because)
    assert len([row for row in node.rows if row.text.startswith("Unless ")]) == len(rule.unless)


@pytest.mark.parametrize("format", sampled(["svg", "txt", "json", "mmd", "dot"], 1))
def test_before_the_step_no_answer_to_a_guard_question_is_in_it(base, format):
    guards = [question for question in base.questions.values() if question.guard]
    for id in ("finding:danger", *(f"question:{question.key}" for question in guards[:3])):
        shut, told = (draw(around(base, id, guarded=guarded), "json").decode() for guarded in (True, False))
        asked = {row.to.partition(":")[2] for node in around(base, id).nodes for row in node.rows}
        assert shut != told
        keys = {question.key for question in guards}
        assert not asked & keys
        because = [r.because for r in base.rules.values() if id == f"finding:{r.finding}" and facts_of(r) & keys]
        assert not [words for words in because if words in shut]
        options = [words for question in guards for words in question.options.values() if len(words) > 12]
        assert not [words for words in options if words in draw(around(base, id), format).decode()]


def test_before_the_step_a_box_tells_nothing_of_a_part_that_looks_at_a_guard_question_but_that_there_is_one(base):
    keys = {question.key for question in base.questions.values() if question.guard}
    for id in (id for id in views(base) if not id.startswith("question:")):
        kind, _, key = id.partition(":")
        rules = [
            r
            for r in base.rules.values()
            if (STEP, key) == (r.finding, r.value) or (kind, key) == ("finding", r.finding)
        ]
        boxes = {(node.label, node.rows) for node in around(base, id).nodes if node.kind == "rule"}
        guards = [rule for rule in rules if facts_of(rule) & keys]
        shut = [rule for rule in guards if kind == "finding" or facts_of(rule, exceptions=False) & keys]
        assert not {rule.because for rule in shut} - {r.because for r in rules if r not in shut} & {
            label for label, _ in boxes
        }, id
        held = [
            label
            for label, rows in boxes
            if "What you say about safety decides" in " ".join((label, *(r.text for r in rows[-1:])))
        ]
        assert bool(held) == bool(guards), id
        assert not [row for _, rows in boxes for row in rows if row.to.partition(":")[2] in keys], id


def test_what_is_left_of_a_condition_before_the_step_is_a_part_of_the_whole(base):
    for id in ("step:pause", "step:draw_a_line", "step:get_yourself_back"):
        whole = {row.text for node in around(base, id, guarded=False).nodes for row in node.rows}
        left = [row.text for node in around(base, id).nodes for row in node.rows if row.to]
        assert left and {*left} <= whole


def test_a_few_values_stand_on_one_line_and_many_are_listed(base):
    said = [row.text for id in views(base) for node in around(base, id, guarded=False).nodes for row in node.rows]
    assert any(text.endswith("? One of these:") for text in said) and not [text for text in said if ": One of" in text]
    assert any('" or "' in text for text in said)
    pause = [row.text for row in around(base, "step:pause").by_id["rule:1"].rows]
    assert "• Your pause is not over yet, or nothing you told us shows how long your pause has been" in pause
    # All values but one are told by that one; what an exception asks for is never told by what it does not.
    assert "• Not so: you two are in touch, and it is friendly or close" in pause
    for id in views(base):
        for node in around(base, id, guarded=False).nodes:
            rows = [row.text for row in node.rows]
            below = next((n for n, text in enumerate(rows) if text.startswith("Unless ")), len(rows))
            assert not [text for text in rows[below:] if text.startswith("• Not so: ")], id


def test_where_several_rules_open_it_the_title_says_how_they_are_joined(base):
    for id in views(base):
        graph = around(base, id, guarded=False)
        opens = graph.of_group("opens")
        said = {group.key: group.title for group in graph.groups}.get("opens", "")
        if len(opens) > 1:
            enough = "the first of these that holds" if id.startswith("finding:") else "one of these is enough"
            assert said == f"What opens it: {enough}", id
        else:
            assert said == ("What opens it" if opens else ""), id


def test_lines_that_lead_to_the_same_join_in_one_and_none_crosses_another(base):
    for id in views(base):
        graph = around(base, id, guarded=False)
        layout, rails = layout_of(graph), {}
        for edge, route in layout.routes.items():
            other = edge.head if edge.tail == id else edge.tail
            rails.setdefault(graph.by_id[other].group, set()).add(min(x for x, _ in route.points))
            assert id in (edge.tail, edge.head) and layout.boxes[other].left == max(x for x, _ in route.points)
        found = [rails[group.key] for group in graph.groups]
        assert all(len(each) == 1 for each in found) and layout.width <= 320
        about = layout.boxes[id]
        for edge, route in layout.routes.items():
            (x, y), (_, end) = route.points[0], route.points[-1]
            if edge.tail == id:
                assert (x, y) == (about.left, about.y), id
            else:
                assert end > about.bottom + (6 if edge.exception else 0), id
        # A line that runs down further runs further left.
        assert found == sorted(found, key=min, reverse=True) and len({min(each) for each in found}) == len(found)


def test_what_is_not_there_is_a_key_error(base):
    with pytest.raises(KeyError):
        around(base, "step:nothing")
