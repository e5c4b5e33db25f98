"""Few lines are told, and what reads a person's own answers comes before what is so for many."""

from statistics import median

from milepost.engine.consulting.choice import ESSENTIAL, FEW, LEADING, is_particular, weight
from milepost.engine.model.advice import KINDS
from milepost.engine.model.answer_sheet import Sheet

BEST = 16
LONGEST = 24


def told(consultation):
    return [line for kind in KINDS for line in consultation.lines(kind)]


def test_a_page_is_short(consultations):
    counted = [sum(1 for x in told(c) if not x.safety and x.kind != "help") for c in consultations.values()]
    assert median(counted) <= BEST
    assert max(counted) <= LONGEST


def test_no_safety_line_and_no_helpline_is_ever_cut(base, consultations):
    for consultation in consultations.values():
        held = {base.advice[id] for id in consultation.conclusion.advice}
        assert {line for line in held if line.safety or line.kind == "help"} <= set(told(consultation))


def test_what_is_told_holds_for_the_person(consultations):
    for consultation in consultations.values():
        assert consultation.told <= set(consultation.conclusion.advice)


def test_the_pregnant_woman_is_told_of_her_midwife_first(consultations):
    lines = [line.id for line in consultations["kind-at-the-scan"].lines("do") if not line.safety]
    assert lines[0] == "expecting-tell-the-midwife"


def test_who_has_to_settle_a_pet_is_told_how_and_nobody_else(consultant, base):
    sheet = {**base.examples["locked-out-of-the-flat"].answers, "shared_ties": ("pets",)}
    assert "animal-on-paper" in consultant.consult(Sheet({**sheet, "presses_most": "things"})).told
    assert "animal-on-paper" not in consultant.consult(Sheet({**sheet, "presses_most": "feelings"})).told


def test_nobody_in_danger_misses_what_to_ask_before_a_sudden_move(consultations):
    lines = {"money-ask-before-freezing", "divorce-after-the-plan"}
    held = [c for c in consultations.values() if c.step.key in ("safety_plan", "safe_support")]
    assert sum(lines <= set(c.conclusion.advice) for c in held) >= 10
    for consultation in held:
        assert lines & set(consultation.conclusion.advice) <= consultation.told


def test_what_is_particular_in_a_life_comes_first(base, consultations):
    lines = consultations["a-wedding-that-will-not-be"].lines("do")
    assert [line.id for line in lines[:LEADING]] == ["wedding-others-tell-the-guests"]
    assert "hear-watch-deeds" in [line.id for line in lines[LEADING : LEADING + ESSENTIAL]]
    assert "wedding-ring-the-firms" in [line.id for line in lines]


def test_what_is_particular_in_a_life_is_told_first_and_then_what_the_step_needs(base, consultations):
    seen = 0
    for consultation in consultations.values():
        first = consultation.step.first
        for kind in ("do", "dont", "note"):
            lines = [line for line in consultation.lines(kind) if not line.safety]
            own = [is_particular(base, line) for line in lines]
            seen += any(own)
            assert own[:LEADING] == sorted(own, reverse=True)[:LEADING]
            named = [line.id in first for line, is_own in zip(lines, own, strict=True) if not is_own]
            assert named[:ESSENTIAL] == sorted(named, reverse=True)[:ESSENTIAL]
            last = max((place for place, is_own in enumerate(own) if is_own), default=0)
            assert own[LEADING : last + 1].count(False) <= ESSENTIAL
    assert seen >= 100


def test_no_step_loses_the_first_lines_of_its_card(base, consultations):
    for consultation in consultations.values():
        for kind in ("do", "dont"):
            held = [
                line for id in consultation.step.first if (line := base.advice[id]).id in consultation.conclusion.advice
            ]
            named = [line for line in held if line.kind == kind and not (line.safety or line.moment)]
            others = [line for line in named if not is_particular(base, line)]
            assert set(others[:ESSENTIAL]) <= set(consultation.lines(kind))


def test_what_is_so_for_everybody_only_fills_up(base, consultations):
    for consultation in consultations.values():
        for kind in ("do", "dont", "note"):
            lines = [line for line in consultation.lines(kind) if not line.safety]
            general = [line for line in lines[FEW:] if not weight(base, line)]
            assert {line.id for line in general} <= set(consultation.step.first)


def test_an_ill_ex_who_left_to_be_no_burden_is_not_judged_by_deeds(consultations):
    found = consultations["left-to-be-spared"]
    assert found.answer.id == "ill-say-once" and "hear-watch-deeds" not in found.told


def test_whoever_loses_an_animal_is_told_nothing_of_sharing_it(consultations):
    assert not {id for id in consultations["an-old-horse"].told if id.startswith("pets-")}
