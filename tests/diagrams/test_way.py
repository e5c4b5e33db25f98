"""Somebody's way: what it shows is what decides and what follows from that, in few boxes, and it leads to the step."""

from itertools import pairwise

from milepost.diagrams.graph import YOURS
from milepost.diagrams.layout import layout_of
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Sheet
from tests.sheets import every_sheet


def assert_a_way(graph, step):
    ids = [node.id for node in graph.nodes]
    assert [(edge.tail, edge.head) for edge in graph.edges] == list(pairwise(ids))
    assert ids[-2:] == [f"step:{step}", f"next:{step}"]
    assert [node.id for node in graph.nodes if node.state == YOURS] == [f"step:{step}"]
    kinds = [node.kind for node in graph.nodes[:-2]]
    order = ("question", "checked", "rule")
    assert kinds == sorted(kinds, key=order.index)
    assert kinds.count("question") <= 4 and kinds.count("checked") <= 1 and 1 <= kinds.count("rule") <= 3


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
    for sheet in every_sheet(small):
        consultation = milepost.consult(sheet)
        assert_a_way(milepost.graph(consultation), consultation.step.key)


def test_answers_are_the_persons_own_and_decide(base, consultant, explainer, examples, ways):
    for step, graph in ways.items():
        answers = examples[step].answers
        deciding = explainer.explain(consultant.consult(Sheet(answers))).deciding
        shown = [node for node in graph.nodes if node.kind == "question"]
        for node in shown:
            question = base.questions[node.id.removeprefix("question:")]
            assert (node.label, node.answer) == (question.ask, answer_in_words(question, answers.get(question.key)))
        told = [row.to for node in graph.nodes if node.kind == "checked" for row in node.rows if row.to]
        assert {*(node.id for node in shown), *told} == {f"question:{key}" for key in deciding}
        assert len(shown) + len(told) == len(deciding)


def test_each_sentence_is_the_reason_of_a_rule_that_fired_and_the_last_speaks_for_the_step(consultant, examples, ways):
    for step, graph in ways.items():
        consultation = consultant.consult(Sheet(examples[step].answers))
        fired = {consultation.kb.rules[firing.rule].because for firing in consultation.firings}
        said = [node.label for node in graph.nodes if node.kind == "rule"]
        own = [reason.rule.because for reason in consultation.reasons]
        assert len(set(said)) == len(said)
        assert (set(said) <= fired and said[-1] in own) or not own


def test_stages_before_the_step_are_told_where_the_quiet_line_is_opened(base, ways):
    titles = list(base.stages)
    for step, graph in ways.items():
        before = titles[: next(n for n, steps in enumerate(base.stages.values()) if step in steps)]
        told = [row.text for node in graph.nodes if node.kind == "checked" for row in node.rows if not row.to]
        assert told == [f"Stage passed: {title}." for title in before]
