"""A step, a finding and a question: what opens them, whole and in words, and nothing that a guard question opens."""

import pytest

from milepost.diagrams.around import around, views
from milepost.diagrams.conditions import id_of
from milepost.diagrams.graph import SUBJECT
from milepost.diagrams.layout import layout_of
from milepost.diagrams.render import draw
from milepost.engine.model.condition import tests as every_test
from milepost.engine.model.step import STEP


def facts_of(rule):
    return {test.fact for condition in (rule.when, *rule.unless) for test in every_test(condition)}


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
    assert [row.text for row in node.rows].count("Unless:") == len(rule.unless)


@pytest.mark.parametrize("format", ["svg", "txt", "json", "mmd", "dot"])
def test_before_the_step_no_answer_to_a_guard_question_is_in_it(base, format):
    guards = [question for question in base.questions.values() if question.guard]
    for id in ("finding:danger", *(f"question:{question.key}" for question in guards[:3])):
        shut, told = (draw(around(base, id, guarded=guarded), "json").decode() for guarded in (True, False))
        rows = [row.text for node in around(base, id).nodes for row in node.rows if row.to.startswith("question:")]
        assert shut != told
        assert all(text.startswith("• What you say to") for text in rows)
        keys = {question.key for question in guards}
        because = [r.because for r in base.rules.values() if id == f"finding:{r.finding}" and facts_of(r) & keys]
        assert not [words for words in because if words in shut]
        options = [words for question in guards for words in question.options.values() if len(words) > 12]
        assert not [words for words in options if words in draw(around(base, id), format).decode()]


def test_a_line_that_names_several_values_lists_them_and_a_denied_one_stays_whole(base):
    said = [row.text for id in views(base) for node in around(base, id, guarded=False).nodes for row in node.rows]
    assert any(text.endswith("? One of these:") for text in said)
    assert any(text.endswith(", one of these:") for text in said) and not [text for text in said if ": One of" in text]
    assert any(" not: " in text and " or " in text for text in said)


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
        # A line that runs down further runs further left.
        assert found == sorted(found, key=min, reverse=True) and len({min(each) for each in found}) == len(found)


def test_what_is_not_there_is_a_key_error(base):
    with pytest.raises(KeyError):
        around(base, "step:nothing")
