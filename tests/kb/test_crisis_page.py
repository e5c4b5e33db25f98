"""A page for a crisis is short: who is in the worst hour reads a few lines beside the numbers to call."""

import pytest

from milepost.engine.model.answer_sheet import Sheet

MOST = 8
# Where more was told, such as danger, an order or harm of one's own.
MOST_WITH_MORE = 10
CRISIS = ("crisis_help", "get_medical_help")
# What brings lines of its own, each of which may keep somebody from harm.
BESIDE = {"danger": ("now", "high", "possible"), "legal_bar": ("bound", "protected"), "own_harm": ("harm", "pursuit"),
          "risk_to_others": ("acute", "present", "unwanted"), "their_wish": ("stop",)}  # fmt: skip


def lines(consultation):
    return [line for kind in ("do", "dont", "note") for line in consultation.lines(kind)]


def is_only_a_crisis(consultation):
    return not any(consultation.findings[finding] in values for finding, values in BESIDE.items())


def test_a_page_for_a_crisis_is_short(consultations):
    pages = [c for c in consultations.values() if c.step.key in CRISIS and is_only_a_crisis(c)]
    assert len(pages) >= 5
    assert [[line.id for line in lines(c)] for c in pages if len(lines(c)) > MOST] == []


def test_it_stays_short_where_more_was_told(consultations):
    pages = [c for c in consultations.values() if c.step.key in CRISIS and not is_only_a_crisis(c)]
    assert len(pages) >= 5
    assert [[line.id for line in lines(c)] for c in pages if len(lines(c)) > MOST_WITH_MORE] == []


@pytest.mark.parametrize("answer", ["thoughts", "might_act", "done"])
@pytest.mark.parametrize("shared", [("children",), ("children", "home", "pregnant"), ("none",)])
def test_so_it_is_for_parents_and_around_a_birth(base, consultant, answer, shared):
    answers = {
        "danger_now": "no",
        "self_harm": answer,
        "harm_others": "no_thoughts",
        "age": "adult",
        "between_you": shared,
    }
    consultation = consultant.consult(Sheet({**dict.fromkeys(base.questions, "not_sure"), **answers}))
    assert consultation.step.key in CRISIS and len(lines(consultation)) <= MOST


def test_the_first_line_asks_if_something_was_done_already(consultations):
    pages = [c for c in consultations.values() if c.step.key == "crisis_help" and is_only_a_crisis(c)]
    assert {c.lines("do")[0].id for c in pages} == {"already-hurt-or-taken"}
