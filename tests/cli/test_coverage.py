"""`milepost coverage` and `milepost check --coverage`: what became of every statement, and what no example brings about."""

import json
from pathlib import Path

from milepost.cli.main import main
from milepost.engine.checks.read import read
from tests.cli.test_fits import too_wide
from tests.tiers import thorough

BAD = Path(__file__).parents[1] / "bad"
LADDER = BAD.parent / "small" / "ladder"


def test_every_statement_is_accounted_for(base, capsys):
    assert main(["coverage"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "421 of 421 statements are accounted for."
    assert "By source" in lines and "By system" in lines
    for key in [key for key, source in base.sources.items() if source.kind == "article"] + list(base.systems):
        assert any(line.startswith(f"  - {key}: ") for line in lines), key
    assert not any("not said" in line for line in lines)


def test_the_counts_add_up(capsys):
    main(["coverage"])
    parts = capsys.readouterr().out.split("\n\n")
    for part in parts[:2]:
        items = [line for line in part.splitlines() if line.startswith("  - ")]
        assert sum(int(line.split(": ")[1].split()[0]) for line in items) == 421


def test_where_each_statement_is(base, capsys):
    assert main(["coverage", "--where"]) == 0
    out = capsys.readouterr().out
    shown = " ".join(out.split())
    assert too_wide(out, 80) == []
    at_work = base.statements["ssg-17"]
    assert f"- ssg-17, at work in `{at_work.carrier}`, which {at_work.how} it: {at_work.text}" in shown
    assert f"- ssg-95, declined: {base.statements['ssg-95'].text}" in shown


def test_as_json(base, capfdbinary):
    assert main(["coverage", "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["schema"] == "milepost.coverage/1" and told["knowledge_base"] == base.digest
    assert len(told["statements"]) == 421
    at_work = base.statements["ssg-17"]
    assert told["statements"]["ssg-17"] == {
        "source": "six-step-guide", "system": at_work.system, "status": "at_work", "carrier": at_work.carrier, "how": at_work.how,
        "why": "", "instead": "",
    }  # fmt: skip
    assert told["statements"]["ssg-95"]["why"] and told["statements"]["ssg-95"]["instead"]


def test_it_fits_a_narrow_screen(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    main(["coverage", "--where"])
    assert too_wide(capsys.readouterr().out, 40) == []


def test_statements_of_which_nothing_is_said(capsys, tmp_path):
    (tmp_path / "order.yaml").write_text((LADDER / "order.yaml").read_text())
    for file in LADDER.glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text())
    article = "  tale:\n    kind: article\n    title: A tale\n    checked: 2026-11-22\n    about: A tale.\n    says:\n      tale-1: {text: Climb.}\n"
    (tmp_path / "tale.yaml").write_text("sources:\n" + article)
    assert main(["coverage", "--kb", str(tmp_path)]) == 3
    out = capsys.readouterr().out
    assert "  - tale: 1 (1 not said)" in out
    assert "Nothing says what became of: tale-1\n0 of 1 statements are accounted for.\n" in out


def test_without_articles(capsys):
    assert main(["coverage", "--kb", str(LADDER)]) == 0
    assert capsys.readouterr().out == "this knowledge base has no articles\n"


def test_a_faulty_knowledge_base(capsys):
    assert main(["coverage", "--kb", str(BAD / "statement-not-accounted-for")]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" and "nothing says what became of" in captured.err


@thorough
def test_the_examples_bring_about_everything(capsys):
    assert main(["check", "--coverage"]) == 0
    out = capsys.readouterr().out
    assert "no faults" in out
    expected = "Brought about by no example\n  - rules: none\n  - steps: none\n  - lines of advice: none\n  - finding values: none\n  - options that change nothing for anybody: none\n"
    assert out.endswith(expected)


def test_what_no_example_brings_about_is_named(capsys):
    weather = LADDER.parent / "weather"
    assert main(["check", str(weather), "--coverage"]) == 0
    shown = " ".join(capsys.readouterr().out.split("Brought about by no example")[1].split())
    kb = read(weather)
    assert not kb.examples
    assert f"- rules: {', '.join(kb.rules)} - steps: {', '.join(kb.steps)} -" in shown
    for key, finding in kb.findings.items():
        assert key == "step" or all(f"{key}={value}" in shown for value in finding.values)
