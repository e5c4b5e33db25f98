"""The JSON of commands that list things: the same content as their text."""

import json

import pytest

from milepost.cli.main import main
from milepost.engine.checks.read import read
from tests.cli.terminal import SMALL

PARENTS = "parents-in-the-first-week"


@pytest.fixture
def told(capfdbinary):
    """What a command prints as JSON, with nothing beside it."""

    def run(*arguments: str) -> dict:
        assert main([*arguments, "--json"]) == 0
        captured = capfdbinary.readouterr()
        assert captured.err == b""
        return json.loads(captured.out)

    return run


def test_limits(told, base):
    document = told("limits")
    assert document["schema"] == "milepost.limits/2" and document["knowledge_base"] == base.digest
    assert document["limits"] == list(base.about.limits) and document["upkeep"] == base.about.upkeep
    assert document["reviewed_by"] == [
        {"name": r.name, "role": r.role, "date": r.date, "scope": list(r.scope)} for r in base.about.reviewed_by
    ]


def test_check(told):
    """Of small knowledge bases, which take no time: no example brings about anything there, and one option changes nothing."""
    for folder, options in ((SMALL / "weather", []), (SMALL / "views", ["seen=rain"])):
        document, kb = told("check", str(folder), "--coverage"), read(folder)
        assert document["knowledge_base"] == kb.digest
        assert document["counts"]["rules"] == len(kb.rules) and document["counts"]["steps"] == len(kb.steps)
        unreached = document["unreached"]
        assert set(unreached) == {"rules", "steps", "advice", "values", "options"} and unreached["options"] == options
        assert unreached["rules"] == list(kb.rules) and unreached["steps"] == list(kb.steps)


def test_systems(told, base):
    assert [system["id"] for system in told("systems")["systems"]] == list(base.systems)
    key = next(key for key, system in base.systems.items() if system.parts and system.examples)
    (system,) = told("systems", key)["systems"]
    assert [part["says"] for part in system["parts"]] == [part.says for part in base.systems[key].parts]
    assert [carrier["id"] for carrier in system["parts"][0]["carried_by"]] == list(
        base.systems[key].parts[0].carried_by
    )
    assert [example["id"] for example in system["examples"]] == list(base.systems[key].examples)


def test_sources(told, base):
    every = told("sources")
    assert [source["id"] for source in every["sources"]] == list(base.sources) and every["statements"] == []
    statement = next(s for s in base.statements.values() if s.status == "at_work")
    one = told("sources", statement.id)
    assert [source["id"] for source in one["sources"]] == [statement.source]
    assert one["statements"][0]["text"] == statement.text
    assert statement.carrier in [entry["id"] for entry in one["statements"][0]["cited_by"]]
    whole = told("sources", statement.source)
    assert [s["id"] for s in whole["statements"]] == [
        s.id for s in base.statements.values() if s.source == statement.source
    ]


def test_what_is_declined(told, base):
    declined = told("sources", "--declined")["statements"]
    assert [s["id"] for s in declined] == [s.id for s in base.statements.values() if s.status == "declined"]
    assert all(s["why"] and s["instead"] for s in declined)


def test_why_a_step(told, base):
    document = told("why", "--example", PARENTS)
    assert document["step"]["id"] == base.examples[PARENTS].step
    assert [reason["rule"] for reason in document["why"]] == list(base.examples[PARENTS].because)
    assert document["exact"]["deciding"]["answers"] and document["why_not"] is None and document["finding"] is None


def test_why_not_a_step_and_how_a_finding_was_concluded(told, base):
    other = next(step for step in base.steps if step != base.examples[PARENTS].step)
    finding = next(iter(base.findings))
    document = told("why", "--example", PARENTS, "--not", other, "--finding", finding)
    assert document["why_not"]["title"] == base.steps[other].title and not document["why_not"]["is_your_step"]
    assert document["why_not"]["speaks_for_it"] or document["why_not"]["would_need"]
    assert document["finding"]["said"] == base.findings[finding].values[document["finding"]["value"]]
    assert document["exact"] is None


def test_helplines(told, base):
    document = told("help-now", "--country", "IE")
    ireland, anywhere = document["people"]
    assert (ireland["emergency"], anywhere["country"]) == (base.countries["IE"].emergency, "INT")
    assert {line["name"] for line in ireland["lines"]} == {line.name for line in base.countries["IE"].lines}
    assert document["countries"] == sorted(set(base.countries) - {"INT"})


def test_helplines_that_cannot_be_read(told, tmp_path):
    (tmp_path / "helplines").mkdir()
    (tmp_path / "helplines" / "odd.yaml").write_text("helplines: 1\n")
    document = told("help-now", "--kb", str(tmp_path))
    assert "cannot be read" in document["note"] and document["people"]
