"""`milepost why`: the exact reasons of a step, why not another one, and how a finding was concluded."""

import json
import re
from pathlib import Path

import pytest

from milepost.cli.main import main
from milepost.cli.why import concluded, why_not_lines
from milepost.engine.model.answer_sheet import Sheet
from tests.cli.test_fits import too_wide

BAD = Path(__file__).parents[1] / "bad"
PARENTS = "parents-in-the-first-week"


def said(capsys, *arguments: str) -> str:
    assert main(["why", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_why_this_step(base, capsys):
    out = said(capsys, "--example", PARENTS)
    for title in ("What decided it", "What speaks for it", "Other answers, another step"):
        assert title in out.splitlines()
    assert too_wide(out, 80) == []
    shown = " ".join(out.split())
    assert f"Your next step: {base.steps['pause_parents'].title}" in shown
    assert base.rules["step-pause-as-parents"].because in shown
    terms = base.questions["between_you"]
    assert f'- {terms.ask} "{terms.options["children"]}"' in shown
    assert "Nothing you told us points to danger." in shown
    assert "With what else you said about safety and contact, these answers lead to this step." in shown


def test_what_was_left_open_on_a_narrow_screen(base, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    out = said(capsys, "--example", "not-sure-about-the-children")
    assert base.questions["between_you"].ask in " ".join(out.split("\nWhat you left open\n")[1].split())
    assert too_wide(out, 40) == []


def test_why_not_a_step_and_how_a_finding_was_concluded(base, capsys):
    out = said(capsys, "--example", PARENTS, "--not", "first_message", "--finding", "contact_bar")
    shown = " ".join(out.split())
    assert f"Why not: {base.steps['first_message'].title}" in shown
    assert f'It would need this: "{base.rules["step-first-message"].because}"' in shown
    assert f"Your answers do not lead to this: {base.findings['rung'].values['start']}." in shown
    assert "\n\ncontact bar: " in out


@pytest.fixture(scope="module")
def parents(base, consultant):
    return consultant.consult(Sheet(base.examples[PARENTS].answers))


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("pause", "But your next step comes before it."),
        ("pause_parents", "This is your next step: "),
        ("talk_it_through", "It is what is left when nothing else fits."),
    ],
)
def test_why_not_a_step_that_comes_later_or_is_the_step_or_is_left(parents, step, message):
    assert message in " ".join(" ".join(why_not_lines(parents, step, 80)).split())


@pytest.mark.parametrize("columns", [40, 80])
def test_every_step_and_finding_can_be_asked_about(base, parents, columns):
    for step in base.steps:
        assert too_wide("\n".join(why_not_lines(parents, step, columns)), columns) == []
    for finding in base.findings:
        rows = concluded(parents, finding, columns)
        assert base.findings[finding].values[parents.findings[finding]] in " ".join(" ".join(rows).split())
        assert too_wide("\n".join(rows), columns) == []


ONE_OF_THE_MACHINE = re.compile(
    r"not so:|(?<!stands )in its way:|known, and not:|\b[a-z]+_[a-z]+\b|(?<!Why) not: |\(|\)"
)


@pytest.mark.parametrize("example", [PARENTS, "they-said-no"])
def test_why_not_another_step_is_told_in_sentences(base, consultant, example):
    told = consultant.consult(Sheet(base.examples[example].answers))
    own = {each.title for each in base.steps.values()} | {each.because for each in base.rules.values()}
    own |= {label for each in base.questions.values() for label in each.options.values()}
    asks = [each.ask for each in base.questions.values()]
    for step in base.steps:
        shown = " ".join(" ".join(why_not_lines(told, step, 80)).split())
        for said in sorted([*own, *asks], key=len, reverse=True):
            shown = shown.replace(said.rstrip("."), "...")
        assert not ONE_OF_THE_MACHINE.search(shown), (step, shown)


def test_what_stands_in_the_way_is_what_was_said(base, capsys, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(base.examples[PARENTS].answers))
    shown = " ".join(said(capsys, str(file), "--not", "make_amends").split())
    assert 'This stands in its way: you said "' in shown


@pytest.mark.parametrize("columns", ["40", "80"])
def test_where_lines_are_cut_short_the_title_says_so(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["advise", "--example", PARENTS, "--all", "--no-pager"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    before, title, after = shown.partition("Why we say what stands above, by the first words of each line ")
    assert title and re.match(r"- [^.]+ \.\.\. [A-Z]", after) and " ... " not in before


def test_how_a_finding_was_concluded(base, consultant, parents):
    refused = consultant.consult(Sheet(base.examples["they-said-no"].answers))
    shown = " ".join(" ".join(concluded(refused, "answer", 80)).split())
    assert shown.startswith("answer: ") and base.rules["answer-was-no"].because in shown
    assert "Nothing spoke for another value." in concluded(parents, "crisis", 80)[-1]


def test_from_a_file(base, capsys, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(base.examples[PARENTS].answers))
    assert said(capsys, str(file), "--not", "pause_parents").startswith("This is your next step: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name one file of answers, - for standard input, or --example ID"),
        (
            ["--example", PARENTS, "--not", "first_mesage"],
            "`first_mesage` is not a step; did you mean `first_message`?",
        ),
        (["--example", PARENTS, "--not", "zzz"], "names, none is near; `milepost web --author` shows all"),
        (["--example", PARENTS, "--not", "first"], "`first_message`"),
        (["--example", "parents"], "come nearest; `milepost web --author` shows all"),
        (["--example", "parents-in-the-first-weak"], "did you mean `parents-in-the-first-week`?"),
        (["--example", "nope\n"], "is not an example; of "),
        (["--example", ""], "name one file of answers"),
        (
            ["--example", PARENTS, "--finding", "contact_barr"],
            "`contact_barr` is not a finding; did you mean `contact_bar`?",
        ),
        (["no-such-file.yaml"], "there is no such file"),
    ],
)
def test_wrong_use(capsys, arguments, message):
    assert main(["why", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and message in captured.err


def test_a_faulty_knowledge_base(capsys):
    assert main(["why", "--example", "x", "--kb", str(BAD / "rule-without-id")]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" and ".yaml:" in captured.err


def test_the_same_is_in_the_json_of_a_recommendation(base, capfdbinary):
    assert main(["advise", "--example", PARENTS, "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    sections = {(row["key"], section["key"]): section["items"] for row in told["rows"] for section in row["sections"]}
    assert "danger_now" in told["deciding"] and "between_you" in told["deciding"]
    assert {item["id"] for item in sections["why", "deciding"]} - {""} <= set(told["deciding"])
    steps = {item["id"] for item in sections["change", "changes"]}
    assert steps and steps <= set(base.steps) - {"pause_parents"}
    assert {item["id"] for item in sections["from", "conflicts"]} <= set(base.conflicts)
    assert {item["id"] for item in sections["from", "research"]} <= set(base.research)
    assert all(item["sources"] for item in sections["from", "research"])
