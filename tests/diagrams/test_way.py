"""Somebody's way: what it shows is what decides and what follows from that, in few boxes, and it leads to the step."""

from itertools import pairwise

import pytest

from milepost.diagrams.graph import YOURS
from milepost.diagrams.layout import layout_of
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.telling.texts import NONE_FIRST
from tests.sheets import every_sheet, spread
from tests.tiers import sampled


def assert_a_way(graph, step):
    ids = [node.id for node in graph.nodes]
    foot = [id for id in ids if id == "checked:way"]
    assert ids[ids.index(f"step:{step}") :] == [f"step:{step}", f"next:{step}", *foot]
    assert [node.id for node in graph.nodes if node.state == YOURS] == [f"step:{step}"]
    leads = {edge.tail: edge.head for edge in graph.edges}
    # What was looked at besides leads nowhere.
    assert set(leads) == {*ids} - {f"next:{step}", *foot} and len(graph.edges) == len(leads)
    into = {"question": ("rule",), "rule": ("rule", "step"), "step": ("next",)}
    for tail, head in leads.items():
        assert ids.index(tail) < ids.index(head)
        assert graph.by_id[head].kind in into[graph.by_id[tail].kind], tail
    # All that stands between the two leads there too, so that no line passes what it has nothing to do with.
    for tail, head in leads.items():
        for between in ids[ids.index(tail) + 1 : ids.index(head)]:
            end = between
            while ids.index(end) < ids.index(head):
                end = leads[end]
            assert end == head, (tail, between)
    kinds = [node.kind for node in graph.nodes]
    assert kinds.count("question") <= 4 and 1 <= kinds.count("rule") <= 4


def test_it_is_one_short_column_that_ends_at_the_step_for_every_step(ways):
    for step, graph in ways.items():
        assert_a_way(graph, step)
        layout = layout_of(graph)
        boxes = [layout.boxes[node.id] for node in graph.nodes]
        assert layout.width <= 320 and layout.height < 1100, step
        assert all(one.bottom < other.top for one, other in pairwise(boxes)), step


def test_it_is_so_for_every_sheet_of_a_small_knowledge_base(small):
    from milepost.library import Milepost

    milepost = Milepost.of(small)
    for sheet in spread(every_sheet(small), 400):
        consultation = milepost.consult(sheet)
        assert_a_way(milepost.graph(consultation), consultation.step.key)


def test_answers_are_the_persons_own_and_decide(base, explanations, examples, ways):
    for step, graph in ways.items():
        answers = examples[step].answers
        deciding = explanations[examples[step].id].deciding
        shown = [node for node in graph.nodes if node.kind == "question"]
        for node in shown:
            question = base.questions[node.id.removeprefix("question:")]
            assert (node.label, node.answer) == (question.ask, answer_in_words(question, answers.get(question.key)))
        told = [row.to for node in graph.nodes if node.kind == "checked" for row in node.rows if row.to]
        assert {*(node.id for node in shown), *told} == {f"question:{key}" for key in deciding}
        assert len(shown) + len(told) == len(deciding)


def reasons_of(reasons, because):
    """The reasons with this sentence, nearest to the step first."""
    found, layer = [], reasons
    while layer:
        found += [reason for reason in layer if reason.rule.because == because]
        layer = [below for reason in layer for below in reason.below]
    return found


@pytest.mark.parametrize("share", sampled(range(8), 1))
def test_each_sentence_is_a_reason_for_the_step_and_follows_from_what_leads_to_it(
    base, consultations, ways_of_examples, share
):
    for example in list(base.examples.values())[share::8]:
        consultation = consultations[example.id]
        graph = ways_of_examples[example.id]
        sentences = [node for node in graph.nodes if node.kind == "rule"]
        assert len({node.label for node in sentences}) == len(sentences)
        if not consultation.reasons:
            continue
        own = {reason.rule.because for reason in consultation.reasons}
        looked_at = {key for reason in consultation.reasons for key in reason.questions()}
        if sentences[-1].label == NONE_FIRST:
            # No reason looked at the answers above it: all they do is leave no other step.
            assert not looked_at & {edge.tail.partition(":")[2] for edge in graph.entering(sentences.pop().id)}
        for node in sentences:
            reasons = reasons_of(consultation.reasons, node.label)
            assert (node.label in own) == (graph.leaving(node.id)[0].head == f"step:{example.step}")
            for edge in graph.entering(node.id):
                kind, _, key = edge.tail.partition(":")
                if kind == "rule":
                    assert reasons_of([below for each in reasons for below in each.below], graph.by_id[edge.tail].label)
                elif looked_at & shown_of(graph):
                    assert any(key in reason.questions() for reason in reasons), (example.id, key)


def shown_of(graph):
    return {node.id.removeprefix("question:") for node in graph.nodes if node.kind == "question"}


def test_an_answer_that_a_reason_looked_at_stands_above_it_or_is_counted(consultations, explanations, ways, examples):
    for step, graph in ways.items():
        consultation = consultations[examples[step].id]
        found = explanations[examples[step].id]
        loud, shown = {*found.deciding} - {*found.quiet}, shown_of(graph)
        for node in (node for node in graph.nodes if node.kind == "rule"):
            beneath = [
                graph.by_id[edge.tail].label for edge in graph.entering(node.id) if edge.tail.startswith("rule:")
            ]
            if node.label == NONE_FIRST:
                continue
            told = {key for because in beneath for key in reasons_of(consultation.reasons, because)[0].questions()}
            reasons = reasons_of(consultation.reasons, node.label)
            more = {*reasons[0].questions()} & loud - shown - told if reasons else {}
            said = {0: "So", 1: "From this and 1 more answer"}.get(len(more), f"From this and {len(more)} more answers")
            assert node.caption == said, (step, node.label)


@pytest.mark.parametrize("share", sampled(range(8), 1))
def test_two_answers_are_shown_wherever_two_decide_and_one_always(base, explanations, ways_of_examples, share):
    for example in list(base.examples.values())[share::8]:
        found = explanations[example.id]
        loud = {*found.deciding} - {*found.quiet}
        shown = shown_of(ways_of_examples[example.id])
        assert len(shown) >= min(2, len(loud)) and (shown or not found.deciding), example.id
        assert shown <= (loud or {*found.deciding}), example.id


def test_stages_before_the_step_are_told_where_the_quiet_line_is_opened(base, ways):
    titles = list(base.stages)
    for step, graph in ways.items():
        before = titles[: next(n for n, steps in enumerate(base.stages.values()) if step in steps)]
        told = [row.text for node in graph.nodes if node.kind == "checked" for row in node.rows if not row.to]
        assert told == [f"Stage passed: {title}." for title in before]
