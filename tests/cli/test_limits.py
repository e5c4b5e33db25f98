"""`milepost limits`: what it cannot do, who reviewed it, and how it is kept up."""

from pathlib import Path

import pytest

from milepost.cli.main import main
from tests.cli.test_fits import too_wide

BAD = Path(__file__).parents[1] / "bad"


@pytest.mark.parametrize("columns", ["40", "80"])
def test_all_of_it_is_printed_and_fits(base, capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["limits"]) == 0
    out = capsys.readouterr().out
    assert too_wide(out, int(columns)) == []
    shown = " ".join(out.split())
    assert base.about.limits and all(f"- {limit}" in shown for limit in base.about.limits)
    assert base.about.upkeep in shown


def test_who_has_reviewed_it(base, capsys, tmp_path):
    main(["limits"])
    assert ("No specialist has reviewed these rules yet." in capsys.readouterr().out) == (not base.about.reviewed_by)
    for file in (BAD.parent / "small" / "ladder").glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text())
    (tmp_path / "about.yaml").write_text(
        "about:\n  reviewed_by: [{name: A. Ladder, role: advocate, date: 2027-01-05, scope: [climbing]}]\n  good_for_days: 30\n  upkeep: Look again.\n  limits: [It climbs.]\n"
        "examples:\n  - {id: up, about: Up., answers: {tired: yes}, step: rest, because: [step-rest]}\n"
        "purposes: {crisis: {words: despair}}\n"
        "specialists:\n  climbing: {who: a climber, unalarming: up, questions: [tired], steps: [rest], situations: [{title: Up, reads: [tired]}], screens: [up], helplines: [crisis]}\n"
    )
    assert main(["limits", "--kb", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert (
        "  - It climbs.\n" in out
        and "  A. Ladder (advocate), 5 January 2027: climbing.\n" in out
        and "  Look again.\n" in out
    )


def test_a_knowledge_base_that_says_nothing_of_itself(capsys):
    assert main(["limits", "--kb", str(BAD.parent / "small" / "ladder")]) == 0
    out = capsys.readouterr().out
    assert "This knowledge base names none." in out and "A review counts for 365 days." in out


def test_a_faulty_knowledge_base(capsys):
    assert main(["limits", "--kb", str(BAD / "rule-without-id")]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" and ".yaml:" in captured.err
