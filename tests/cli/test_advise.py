"""`milepost advise`: from a file of answers to a recommendation."""

import json

import pytest

from milepost.cli.main import main
from milepost.engine.language.sheet_file import write_sheet
from milepost.engine.model.answer_sheet import Sheet
from tests.examples import shipped_base
from tests.tiers import sampled

EXAMPLES = sorted(shipped_base().examples)[::20]
CLEAR = "danger_now: yes\n"


@pytest.mark.parametrize("id", sampled(EXAMPLES, 15))
def test_an_example_prints_what_the_engine_says(id, base, consultant, capsys):
    expected = consultant.consult(Sheet(base.examples[id].answers))
    assert main(["advise", "--example", id, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["step"]["id"] == base.examples[id].step
    assert printed["step"]["title"] == expected.step.title
    sections = [*printed["screen"], *(section for row in printed["rows"] for section in row["sections"])]
    told = {item["id"] for section in sections for item in section["items"]}
    assert expected.told <= told


def test_the_recommendation_has_all_its_parts(milepost, base, consultant):
    done = milepost("advise", "--example", "every-stage-done", "--all")
    assert done.returncode == 0 and done.err == ""
    expected = consultant.consult(Sheet(base.examples["every-stage-done"].answers))
    shown = " ".join(done.out.split())
    step = expected.step
    for text in (step.title, step.say, expected.how_long[1:], f"When to come back: {step.come_back}"):
        assert text in shown
    for kind in ("do", "dont", "note", "help"):
        assert all(line.say in shown for line in expected.lines(kind))
    for reason in expected.reasons:
        assert reason.rule.because in shown
    for title in ("Your next step", "Do", "Don't", "Why this step", "What decided it", "What would change it"):
        assert title in done.out.splitlines()


def test_a_filled_in_sheet_gives_the_same_as_its_example(milepost, base):
    example = base.examples["every-stage-done"]
    file = milepost.folder / "answers.yaml"
    file.write_text(write_sheet(base, Sheet(example.answers)))
    as_json = milepost.folder / "answers.json"
    as_json.write_text(json.dumps(example.answers))
    expected = milepost("advise", "--example", example.id, "--json").out
    assert milepost("advise", file, "--json", "--rest-unknown").out == expected
    assert milepost("advise", as_json, "--json", "--rest-unknown").out == expected
    assert milepost("advise", "-", "--json", "--rest-unknown", typed=file.read_bytes()).out == expected


def test_missing_answers_are_named(milepost, base):
    file = milepost.folder / "answers.yaml"
    file.write_text("danger_now: no\nself_harm: no_thoughts\n")
    done = milepost("advise", file)
    assert done.returncode == 2 and done.out == ""
    assert "  age: How old are you?" in done.err.splitlines()
    assert "danger_now:" not in done.err
    assert "--rest-unknown" in done.err
    filled = milepost("advise", file, "--rest-unknown")
    assert filled.returncode == 0 and "Your next step" in filled.out


def test_nothing_is_missing_once_the_step_ends_the_interview(milepost):
    done = milepost("advise", "-", typed=CLEAR.encode())
    assert done.returncode == 0
    assert "Get to safety now" in done.out


def test_help_comes_before_a_step_that_cannot_wait(milepost):
    lines = [line for line in milepost("advise", "-", "--country", "IE", typed=CLEAR.encode()).out.splitlines() if line]
    assert lines[:2] == ["In danger now?", "  - Emergency (Ireland): 112 or 999"]
    assert lines.index("Your next step") < next(n for n, line in enumerate(lines) if line.startswith("Do"))


def test_json_has_a_schema_and_nothing_beside_it(milepost):
    done = milepost("advise", "--example", "danger-now-and-nothing-else", "--json")
    assert json.loads(done.out)["schema"] == "milepost.recommendation/5"
    assert done.out.startswith("{") and done.err == ""


def test_what_is_not_in_view_is_named_and_safety_lines_are_in_view(milepost, base, consultant):
    for id in EXAMPLES:
        consultation = consultant.consult(Sheet(base.examples[id].answers))
        if 0 < sum(line.safety for line in consultation.lines("do")) < 4:
            break
    short, long = milepost("advise", "--example", id), milepost("advise", "--example", id, "--all")
    assert "With --all: " in short.out and "--all" not in long.out
    for line in consultation.lines("do"):
        assert line.say in " ".join(long.out.split())
        if line.safety:
            assert line.say in " ".join(short.out.split())


def test_old_reviews_are_told(milepost):
    done = milepost("advise", "--example", "every-stage-done", "--today", "2040-01-01")
    assert "Some of this was last checked over a year ago" in done.out
    assert "over a year ago" not in milepost("advise", "--example", "every-stage-done", "--today", "2026-12-01").out


@pytest.mark.parametrize("arguments", [[], ["a.yaml", "--example", "every-stage-done"]])
def test_one_place_for_the_answers(milepost, arguments):
    done = milepost("advise", *arguments)
    assert done.returncode == 2
    assert "name one file of answers, - for standard input, or --example ID" in done.err


def test_an_example_that_is_not_there(milepost):
    done = milepost("advise", "--example", "every-stage-dne")
    assert done.returncode == 2
    assert "`every-stage-dne` is not an example; did you mean `every-stage-done`?" in done.err


def test_a_knowledge_base_without_helplines(milepost):
    small = [p for p in (milepost.root / "tests" / "small").iterdir() if (p / "order.yaml").exists()]
    for folder in small:
        done = milepost("advise", "-", "--rest-unknown", "--kb", folder, typed=b"{}")
        assert done.returncode == 0 and "Your next step" in done.out
