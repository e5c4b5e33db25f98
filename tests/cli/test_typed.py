"""What somebody types at a question in their own way, understood as they mean it."""

import datetime

import pytest

from milepost.cli.terminal.saving import unquoted
from milepost.cli.terminal.typed import understood
from milepost.engine.interview.given import NotUnderstood
from milepost.engine.meaning.words import choices
from milepost.engine.model.answer_sheet import one_form

TODAY = datetime.date(2026, 11, 26)


def said(base, key: str, typed: str):
    question = base.questions[key]
    return understood(question, choices(question), typed, TODAY)


@pytest.mark.parametrize("typed", ["1", "1.", "1)", "(1)", "\uff11", "y", "Y", "YES", " yes "])
def test_one_number_or_a_yes(base, typed):
    assert said(base, "danger_now", typed) == "yes"


@pytest.mark.parametrize("typed", ["2", "n", "no"])
def test_a_no(base, typed):
    assert said(base, "danger_now", typed) == "no"


@pytest.mark.parametrize("typed", ["1, 3", "1 3", "1,3", "1; 3", "1 and 3", "1 & 3", "1. 3.", "\uff11\uff0c\uff13"])
def test_several_numbers(base, typed):
    options = list(base.questions["between_you"].options)
    assert said(base, "between_you", typed) == one_form((options[0], options[2]))


def test_words_of_an_answer(base):
    question = base.questions["self_harm"]
    assert said(base, "self_harm", question.options["might_act"]) == "might_act"
    assert said(base, "self_harm", "I have just hurt myself") == "done"
    assert said(base, "self_harm", "don't know") == said(base, "self_harm", "not sure") == "not_sure"
    assert said(base, "self_harm", "rather not say") == "rather_not_say"
    assert said(base, "self_harm", "No") == "no_thoughts"


@pytest.mark.parametrize("typed", ["yes", "y", "I", "I may act", "2.5", "1/2", "ja"])
def test_what_could_mean_two_things_or_none_is_asked_again(base, typed):
    with pytest.raises(NotUnderstood, match="is not one of these"):
        said(base, "self_harm", typed)


def test_days_in_words(base):
    assert said(base, "days_since_breakup", "2 weeks") == said(base, "days_since_breakup", "\uff11\uff14") == 14
    assert said(base, "days_since_breakup", "14 days") == said(base, "days_since_breakup", "12 November") == 14
    assert said(base, "days_since_breakup", "I do not know") == said(base, "days_since_breakup", "n") == "not_sure"
    for typed, problem in {
        "soon": "`soon` is not a number of days. Type a number, 2 weeks, 3 months, a date as in 17 October, n or w.",
        "2027-01-01": "That day, 1 January 2027, is still to come.",
        "-3": "`-3` does not fit.",
        "900 years": "`900 years` does not fit. Type 0 to 36500 days, n or w.",
    }.items():
        with pytest.raises(NotUnderstood) as refused:
            said(base, "days_since_breakup", typed)
        assert problem in str(refused.value)
    with pytest.raises(NotUnderstood, match="not a whole number"):
        said(base, "good_meetings", "2 weeks")


@pytest.mark.parametrize(
    ("typed", "path"),
    {
        "answers.yaml": "answers.yaml",
        "'my answers.yaml'": "my answers.yaml",
        '"my answers.yaml"': "my answers.yaml",
        "my\\ answers.yaml": "my answers.yaml",
        "my answers.yaml": "my answers.yaml",
        "it's mine.yaml": "it's mine.yaml",
    }.items(),
)
def test_a_path_is_taken_as_the_shell_takes_it(typed, path):
    assert unquoted(typed) == path


def test_words_that_a_question_on_safety_does_not_know_lead_to_people(base):
    with pytest.raises(
        NotUnderstood, match=r"`i want to die` is not one of these. Type 1 to .*, or h for people to call"
    ):
        said(base, "self_harm", "I want to die")
