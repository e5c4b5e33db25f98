"""The first number that somebody sees is of the line that fits their part in it."""

import pytest

SAFETY = ("safety_plan", "safe_support", "keep_the_order", "stop_contact", "own_harm_help")
ABUSE = ("abuse-line-for-a-plan", "abuse-line-for-warning-signs")
CHANGE = ("line-for-change", "line-for-letting-be", "line-when-stopping-is-hard")
CRISIS = ("crisis-line-now", "crisis-line-today", "settling-call-now")


def in_danger(consultation):
    adult = consultation.sheet.answers.get("age") not in ("under_13", "teen")
    return adult and consultation.findings["danger"] in ("high", "possible") and consultation.step.key in SAFETY


def first_line(consultation):
    return consultation.lines("help")[0].id


def test_danger_shows_an_abuse_line_first(consultations):
    """But under the step to get help to change, which names the line to call itself."""
    found = {
        id: first_line(c)
        for id, c in consultations.items()
        if in_danger(c) and c.findings["role"] != "harmed" and c.step.key != "own_harm_help"
    }
    assert len(found) > 50
    assert {id: line for id, line in found.items() if line not in ABUSE} == {}


def test_own_harm_shows_a_line_for_change_first(consultations):
    found = {
        id: first_line(c) for id, c in consultations.items() if c.findings["role"] == "harmed" and c.step.key in SAFETY
    }
    assert len(found) > 10
    assert {id: line for id, line in found.items() if line not in CHANGE} == {}


@pytest.mark.parametrize("step", SAFETY)
def test_no_other_line_stands_before_these_on_the_card(base, step):
    """So it is for every sheet, as a promise says that one of them is shown."""
    helps = [id for id in base.steps[step].first if base.advice[id].kind == "help"]
    assert helps[0] in ABUSE + CHANGE
    before = helps[: max(helps.index(id) for id in ABUSE + CHANGE if id in helps)]
    allowed = {*ABUSE, *CHANGE, "line-for-your-order", "stalking-line", "hurt-to-get-free", "line-for-a-worried-parent"}
    assert set(before) <= allowed


def test_the_card_of_a_crisis_names_crisis_lines_before_all_others(base):
    """Each of them, so it is for every sheet, as one of them is shown there."""
    helps = [id for id in base.steps["crisis_help"].first if id in base.advice and base.advice[id].kind == "help"]
    assert set(helps[: len(CRISIS) + 1]) == {"teen-helpline", *CRISIS}


def test_a_crisis_shows_a_crisis_line_first(consultations):
    found = {id: c for id, c in consultations.items() if c.step.key == "crisis_help"}
    adult = {id: c for id, c in found.items() if c.findings["age_group"] != "teen"}
    assert adult and all(c.lines("help")[0].lines[0] == "crisis" for c in adult.values())


def test_a_first_line_for_women_has_one_for_the_rest_beside_it_where_there_is_one(base):
    """Nobody is asked for their sex, so the first number may be of a line that does not take them."""
    bare = {}
    for code, country in base.countries.items():
        lines = [line for line in country.lines if line.purpose == "domestic_abuse"]
        first = lines[0] if lines else None
        if first and first.who.startswith("women") and "others" not in first.who and not first.others:
            bare[code] = [line.name for line in country.lines if line.purpose == "men"]
            bare[code] += [line.name for line in lines if line.who.startswith(("anyone", "all genders"))]
    assert bare and not any(bare.values()), bare


def test_in_ireland_the_first_two_numbers_say_whom_they_take(base):
    from milepost.engine.telling.numbers import numbers

    told = [item.say for item in numbers(base.countries, base.countries["IE"], ["domestic_abuse"], None)]
    assert told[1:] == [
        "Women's Aid Ireland: call 1800 341 900 (for women)",
        "Men's Aid Ireland: call 01 554 3811 (for men; weekdays 9am-5pm)",
    ]
