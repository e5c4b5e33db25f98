"""What is in a kit: one hour's work, the gravest of it first, and what truly comes out."""

import datetime

import pytest

from milepost.engine.meaning.words import choices
from milepost.engine.model import condition
from milepost.engine.model.question import SAY_NOTHING
from milepost.engine.telling.review_kit import is_new, review_kit
from tests.cli.review_kit.kits import PARTS, TODAY, alone, listed


def test_every_line_about_safety_is_in_some_kit(base, kits):
    asked = {line["id"] for kit in kits.values() for line in listed(kit)}
    assert {line.id for line in base.advice.values() if line.safety} <= asked


@pytest.mark.parametrize("part", PARTS)
def test_it_is_one_hours_work(base, kits, part):
    kit = kits[part]
    ids = [line["id"] for line in listed(kit)]
    assert len(ids) == len(set(ids)) and len(alone(kit)) == kit["lines"]
    assert sum(len(group["lines"]) for group in kit["hour"]) == kit["count"] <= 60
    assert len(kit["screens"]) == 12 and len({screen["example"] for screen in kit["screens"]}) == 12
    assert len(kit["decisions"]) == 10
    assert [q["ask"] for q in kit["questions"]] == [base.questions[key].ask for key in base.specialists[part].questions]
    assert not any(screen["about"].startswith(("The same", "Such ")) for screen in kit["screens"])


@pytest.mark.parametrize("part", PARTS)
def test_what_is_gravest_is_read_in_the_hour(kits, part):
    kit = kits[part]
    later = [line for group in kit["later"] for line in group["lines"]]
    assert len(later) == kit["count_later"] and not (later and kit["count"] < 60)
    assert all(line["safety"] for group in kit["hour"] for line in group["lines"]) or not any(
        line["safety"] for line in later
    )


def test_what_says_the_same_in_other_words_is_one_item(kits):
    items = [line for group in kits["abuse"]["hour"] for line in group["lines"]]
    told = [{item["say"], *(other["say"] for other in item["variants"])} for item in items if item["variants"]]
    assert told and all(len(says) > 1 for says in told)


def test_what_each_answer_leads_to_is_what_comes_out(base, kits, opened):
    calm = base.examples[base.specialists["abuse"].unalarming].answers
    told = {
        a["say"]: a
        for q in kits["abuse"]["questions"]
        for a in q["answers"]
        if q["ask"] == base.questions["danger_signs"].ask
    }
    for option, words in base.questions["danger_signs"].options.items():
        found = opened.consult({**calm, "danger_signs": (option,)})
        assert (told[words]["step"], told[words]["contact"]) == (found.step.title, found.step.contact != "none")
    assert told["None of these"]["same"] and not any(
        told[w]["same"] for w in base.questions["danger_signs"].options.values()
    )


@pytest.mark.parametrize("part", PARTS)
def test_each_answer_that_a_person_can_choose_has_its_row(base, kits, opened, part):
    """Not knowing and not saying lead to the same, so they are one row."""
    specialist = base.specialists[part]
    calm = base.examples[specialist.unalarming].answers
    for key, told in zip(specialist.questions, kits[part]["questions"], strict=True):
        said = [answer["say"] for answer in told["answers"]]
        assert said == [*list(choices(base.questions[key]).values())[:-2], "I do not know, or I would rather not say"]
        known, unsaid = (opened.consult({**calm, key: each}) for each in SAY_NOTHING)
        assert known.findings == unsaid.findings and known.told == unsaid.told
        assert told["answers"][-1]["step"] == known.step.title


def test_the_decisions_say_which_step_comes_out(base, kits):
    for decision, told in zip(base.decisions.values(), kits["crisis"]["decisions"], strict=True):
        assert [one["step"] for one in told["examples"]] == [
            base.steps[base.examples[id].step].title for id in decision.examples
        ]


def test_since_a_date_only_what_changed(base, kits, opened):
    since = datetime.date.fromisoformat(max(base.advice[line["id"]].reviewed for line in listed(kits["abuse"])))
    kit = review_kit(base, "abuse", base.countries["GB"], TODAY, opened.consult, since)
    shown = [base.advice[line["id"]] for line in listed(kit)]
    assert shown and all(line.reviewed >= since.isoformat() for line in shown)
    assert len(shown) < len(listed(kits["abuse"]))
    new = {
        t.fact
        for r in base.rules.values()
        if r.reviewed >= since.isoformat()
        for c in (r.when, *r.unless)
        for t in condition.tests(c)
    }
    assert {q["ask"] for q in kit["questions"]} <= {base.questions[key].ask for key in new & base.questions.keys()}
    later = review_kit(base, "abuse", base.countries["GB"], TODAY, opened.consult, datetime.date(2040, 1, 1))
    assert not any(
        later[key] for key in ("questions", "steps", "hour", "later", "met", "screens", "decisions", "lines")
    )


@pytest.mark.parametrize(
    "date, is_in",
    [
        ("2026-11-19", False),
        ("2026-11-20", True),
        ("2026-11", True),
        ("2026", True),
        ("2026-10", False),
        ("2025", False),
    ],
)
def test_what_is_dated_by_a_month_or_a_year_counts_until_its_last_day(date, is_in):
    assert is_new(date, datetime.date(2026, 11, 20)) is is_in
