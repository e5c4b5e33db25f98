"""The published schemas: every document fits its own, and each of them is strict enough to notice what is missing or new."""

import copy
import datetime
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from docs.reference import consultation as consultation_schema
from docs.reference import recommendation
from milepost.cli.main import main
from milepost.diagrams.as_json import as_json
from milepost.diagrams.stages import stages_of
from milepost.diagrams.way import way_of
from milepost.engine.consulting.consult import Consultant
from milepost.engine.explaining.explain import Explainer
from milepost.engine.exporting.exported import exported
from milepost.engine.model.answer_sheet import LeftOut, Sheet
from milepost.engine.telling.countries import reachable
from milepost.engine.telling.record import record
from tests.examples import covering, options_and_values
from tests.sheets import ways
from tests.tiers import sampled

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.stem: json.loads(path.read_text()) for path in sorted((ROOT / "docs" / "schema").glob("*.json"))}
LADDER = str(ROOT / "tests" / "small" / "ladder")
BROKEN = str(ROOT / "tests" / "bad" / "promises" / "unknown-guard-opens" / "kb")
UNDECIDED = str(ROOT / "tests" / "bad" / "promises" / "a-case-that-never-comes-about" / "kb")
EXAMPLE = ("--example", "parents-in-the-first-week")
# Commands, the schema of what they print, and the exit code.
PRINTED = {
    "a recommendation": (["advise", *EXAMPLE, "--country", "IE"], "recommendation-5", 0),
    "a recommendation in danger": (["advise", "--example", "danger-now-and-nothing-else"], "recommendation-5", 0),
    "why": (["why", *EXAMPLE], "why-1", 0),
    "why not": (["why", *EXAMPLE, "--not", "pause", "--finding", "contact_bar"], "why-1", 0),
    "systems": (["systems"], "systems-1", 0),
    "sources": (["sources", "six-step-guide"], "sources-1", 0),
    "coverage": (["coverage"], "coverage-1", 0),
    "limits": (["limits"], "limits-2", 0),
    "limits of a small one": (["limits", "--kb", LADDER], "limits-2", 0),
    "check": (["check", LADDER], "check-1", 0),
    "check with what is not reached": (["check", LADDER, "--coverage"], "check-1", 0),
    "helplines": (["help-now", "--country", "GB"], "helplines-3", 0),
    "a proof": (["prove", "danger-now-comes-first"], "proof-2", 0),
    "a broken promise": (["prove", "--kb", BROKEN], "proof-2", 3),
    "a promise that says nothing": (["prove", "--kb", UNDECIDED], "proof-2", 3),
    "mutants": (["prove", "--mutants", "--kb", LADDER], "mutants-1", 3),
    "wrong use": (["advise", "--jsn"], "error-1", 2),
    "a faulty knowledge base": (["check", str(ROOT / "tests" / "bad" / "alias")], "error-1", 3),
}
each_schema = pytest.mark.parametrize("name", SCHEMAS)


def faults(name: str, document: dict) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMAS[name]).iter_errors(document)
    ]


def subschemas(schema) -> list[dict]:
    """A schema and all schemas in it."""
    found = [schema]
    for key in ("properties", "$defs"):
        found += [inner for part in schema.get(key, {}).values() for inner in subschemas(part)]
    for key in ("items", "additionalProperties"):
        found += subschemas(schema[key]) if isinstance(schema.get(key), dict) else []
    return found + [inner for part in schema.get("anyOf", []) for inner in subschemas(part)]


@each_schema
def test_it_is_a_schema_and_leaves_nothing_open(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    for schema in subschemas(SCHEMAS[name]):
        assert schema.keys() & {"type", "const", "enum", "anyOf", "$ref"}, schema
        if "properties" in schema:
            assert schema["additionalProperties"] is False and schema["required"] == list(schema["properties"])
        elif schema.get("type") == "object":
            assert isinstance(schema["additionalProperties"], dict)
        assert schema.get("type") != "array" or schema["items"]


@pytest.mark.parametrize("start", sampled(range(3), 1))
def test_the_record_of_examples_of_everything_fits(base, consultations, explainer, start):
    countries = list(base.countries)
    for n, id in list(enumerate(covering(base, options_and_values)))[start::3]:
        consultation = consultations[id]
        told = record(
            consultation,
            explainer.explain(consultation),
            datetime.date(2040, 1, 1),
            reachable(base.countries, countries[n % len(countries)]),
        )
        assert faults("recommendation-5", told) == [], id


@pytest.mark.parametrize("name", PRINTED)
def test_what_a_command_prints_fits_and_no_field_is_free(name, capfdbinary):
    arguments, schema, code = PRINTED[name]
    assert main([*arguments, "--json"]) == code
    document = json.loads(capfdbinary.readouterr().out)
    assert faults(schema, document) == []
    assert document["schema"].replace("/", "-") == f"milepost.{schema}"
    for key in document:
        assert faults(schema, {k: value for k, value in document.items() if k != key})
    assert faults(schema, {**document, "more": 1})


@pytest.mark.parametrize(
    "arguments", [["--example", "parents-in-the-first-week"], ["--example", "danger-now-and-nothing-else"]]
)
def test_a_recommendation_as_a_person_gets_it(milepost, arguments):
    assert faults("recommendation-5", json.loads(milepost("advise", *arguments, "--json").out)) == []


def test_what_is_missing_and_what_was_left_out(milepost):
    typed = f"knowledge_base: {'0' * 64}\ngone: 1\n".encode()
    told = json.loads(milepost("advise", "-", "--kb", LADDER, "--json", typed=typed).out)
    assert faults("error-1", told) == [] and told["missing"] and told["left_out"]


def test_a_record_with_all_there_can_be(base):
    """Answers at odds, and answers left out."""
    entry = next(iter(base.at_odds.values()))
    consultation = Consultant(base).consult(Sheet(ways(base, entry.when)[0]))
    told = record(
        consultation,
        Explainer(base).explain(consultation),
        left_out=[LeftOut("gone", "1", "this is not asked any more")],
    )
    assert any(section["key"] == "at_odds" for section in told["screen"]) and told["left_out"]
    assert faults("recommendation-5", told) == []


def test_it_is_strict_all_the_way_down(base):
    """In a record, no field of any object can be left out or added, but in the two that are a list by name."""
    example = next(e for e in base.examples.values() if e.id == "parents-in-the-first-week")
    consultation = Consultant(base).consult(Sheet(example.answers))
    told = record(consultation, Explainer(base).explain(consultation), countries=reachable(base.countries, ""))
    by_name = ("findings", "answers")
    changed = 0
    for path in [path for path in objects(told) if path[:1] not in [(name,) for name in by_name]][::7]:
        for key in (*at(told, path), "more"):
            other = copy.deepcopy(told)
            if key == "more":
                at(other, path)[key] = 1
            else:
                del at(other, path)[key]
            assert faults("recommendation-5", other), (path, key)
            changed += 1
    assert changed > 50


def test_the_graphs_fit(base):
    consultation = Consultant(base).consult(Sheet(base.examples["parents-in-the-first-week"].answers))
    for graph in (
        stages_of(base),
        stages_of(base, consultation),
        way_of(consultation, Explainer(base).explain(consultation)),
    ):
        document = json.loads(as_json(graph))
        assert faults("graph-3", document) == []
        assert faults("graph-3", {**document, "more": 1})
        assert all(faults("graph-3", {k: value for k, value in document.items() if k != key}) for key in document)


def test_the_schema_of_a_recommendation_is_made_from_its_types():
    assert (ROOT / "docs" / "schema" / "recommendation-5.json").read_text() == recommendation()


def test_the_schema_of_an_exported_knowledge_base_is_made_from_its_types():
    assert (ROOT / "docs" / "schema" / "consultation-4.json").read_text() == consultation_schema()


def test_an_exported_knowledge_base_fits(any_base):
    assert faults("consultation-4", exported(any_base)) == []


@each_schema
def test_the_commands_page_links_to_it(name):
    assert f"(schema/{name}.json)" in (ROOT / "docs" / "commands.md").read_text()


def objects(part, path: tuple = ()) -> list[tuple]:
    """Where in a document there are objects."""
    if isinstance(part, dict):
        return [path, *(found for key, value in part.items() for found in objects(value, (*path, key)))]
    if isinstance(part, list):
        return [found for n, value in enumerate(part) for found in objects(value, (*path, n))]
    return []


def at(document: dict, path: tuple):
    for key in path:
        document = document[key]
    return document
