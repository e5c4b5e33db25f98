"""`milepost systems`: every method of the articles has a page, with what carries it and what was changed."""

from pathlib import Path

import pytest

from milepost.cli.main import main
from milepost.cli.systems import page
from tests.cli.test_fits import too_wide

BAD = Path(__file__).parents[1] / "bad"


def flat(rows: list[str]) -> str:
    return " ".join(" ".join(rows).split())


def test_all_systems_are_listed(base, capsys):
    assert main(["systems"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert len(base.systems) == 27
    for system in base.systems.values():
        assert f"- {system.key}: {system.name}" in shown and system.lets_you in shown
    assert "?." not in shown


def test_a_page_has_its_parts_carriers_changes_and_examples(base):
    for system in base.systems.values():
        shown = flat(page(base, system, 80))
        assert system.parts and system.examples, system.key
        for part in system.parts:
            assert part.name in shown and part.says in shown
            assert part.carried_by
            for name in part.carried_by:
                kind, _ = base.entry(name)
                assert f"- {kind} `{name}`: " in shown
        assert system.changed and all(said in shown for said in system.changed), system.key
        assert all(f"{id}: {base.examples[id].about}" in shown for id in system.examples)


def test_a_page_tells_what_is_declined_and_what_is_said_instead(base):
    declined = [s for s in base.statements.values() if s.status == "declined" and s.system]
    assert declined
    for statement in declined:
        shown = flat(page(base, base.systems[statement.system], 80))
        assert f"{statement.id}: {statement.text} Why not: {statement.why} Instead: {statement.instead}" in shown


@pytest.mark.parametrize("columns", [40, 80])
def test_every_page_fits(base, columns):
    for system in base.systems.values():
        assert too_wide("\n".join(page(base, system, columns)), columns) == []


def test_one_page_on_a_narrow_screen(base, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert main(["systems", "strategic-break"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "Strategic break"
    assert "Its parts" in out.splitlines() and "What was changed, and why" in out.splitlines()
    assert too_wide(out, 40) == []


def test_a_key_that_is_none(capsys):
    assert main(["systems", "stratgic-break"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "`stratgic-break` is not a system; did you mean `strategic-break`?" in captured.err


def test_a_faulty_knowledge_base(capsys):
    assert main(["systems", "--kb", str(BAD / "rule-without-id")]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" and ".yaml:" in captured.err
