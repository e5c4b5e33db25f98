"""What is declared is what is read: the documentation's tables and the schemas for editors agree with the reader."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from milepost import kb as shipped
from milepost.engine.language.document import Node, decode, parse
from milepost.engine.language.lines import ADVICE
from milepost.engine.language.reference import KINDS, TABLE, file_schema, order_schema, sheet_schema, with_tables
from milepost.engine.language.sheet_file import write_sheet
from milepost.engine.model.answer_sheet import Sheet
from tests.engine.language.bad import FOLDER
from tests.tiers import sampled, thorough

LANGUAGE = Path(__file__).parents[3] / "docs" / "language.md"
FILE, ORDER = Draft202012Validator(file_schema()), Draft202012Validator(order_schema())
FILES = sorted(path.relative_to(shipped.FOLDER) for path in Path(shipped.FOLDER).rglob("*.yaml"))
# Faults of form, and those that only the whole knowledge base shows are the reader's alone.
OF_FORM = (
    "unknown-field",
    "unknown-section",
    "advice-kind-unknown",
    "do-without-contact",
    "do-without-duty",
    "do-without-when",
    "help-without-lines",
    "question-type-unknown",
    "question-options-on-yes-no",
    "question-options-missing",
    "number-without-bounds",
    "guard-true",
    "true-in-a-condition",
    "at-least-with-a-word",
    "test-unknown",
    "test-in-place-of-a-fact",
    "all-without-a-list",
    "when-empty",
    "when-missing",
    "unless-empty",
    "rule-that-is-a-text",
    "rule-without-id",
    "rule-without-reason",
    "rules-not-a-list",
    "then-with-two-findings",
    "name-reserved",
    "name-with-capitals",
    "source-kind-unknown",
    "step-contact-unknown",
    "research-stance-unknown",
    "helpline-country-unknown",
    "statement-declined-without-a-reason",
    "order-without-stages",
)


def plain(node: Node) -> object:
    """A tree of nodes as an editor sees it."""
    if node.kind == "mapping":
        return {key.written: plain(value) for key, value in node.value}
    return [plain(item) for item in node.value] if node.kind == "list" else node.value


def read(path: Path) -> object:
    root, _ = parse(decode(path.read_bytes(), path.name), path.name)
    return plain(root)


def fits(path: Path) -> bool:
    return (ORDER if path.name == "order.yaml" else FILE).is_valid(read(path))


def test_the_tables_of_the_documentation_are_as_declared():
    text = LANGUAGE.read_text(encoding="utf-8")
    assert text == with_tables(text), "make reference"


def test_every_kind_of_entry_is_documented():
    documented = {found[1] for found in TABLE.findall(LANGUAGE.read_text(encoding="utf-8"))}
    assert documented == {kind.called for kind in KINDS} | {"file", "test"}


@pytest.mark.parametrize("name", sampled(FILES, 30), ids=str)
def test_every_file_of_the_knowledge_base_has_the_form_of_the_schema(name):
    data = read(Path(shipped.FOLDER) / name)
    schema = ORDER if name.name == "order.yaml" else FILE
    assert [f"{error.json_path}: {error.message}"[:300] for error in schema.iter_errors(data)] == []


@pytest.mark.parametrize("fault", OF_FORM)
def test_a_fault_of_form_does_not_have_it(fault):
    assert not all(fits(path) for path in (FOLDER / fault).glob("*.yaml"))


ANSWER = """
advice:
  - {id: rest, kind: answer, to: why_so_tired, say: You slept too little., contact: none, duty: no,
     because: Sleep helps., sources: [s-1], reviewed: 2026-11-22}
"""


def test_an_answer_needs_no_when_by_reader_and_schema():
    root, _ = parse(ANSWER, "answers.yaml")
    assert [error.message for error in FILE.iter_errors(plain(root))] == []
    faults = []
    ((_, lines),) = root.value
    assert ADVICE.entry(lines.value[0], faults).to == ("why_so_tired",) and not faults


@thorough
def test_a_filled_sheet_has_the_form_of_its_schema(base):
    schema = Draft202012Validator(sheet_schema(base))
    for example in base.examples.values():
        root, _ = parse(write_sheet(base, Sheet(example.answers)), "sheet.yaml")
        assert [error.message for error in schema.iter_errors(plain(root))] == []


@pytest.mark.parametrize("wrong", ["danger_nwo: yes", "danger_now: maybe", "danger_now: [yes]"])
def test_a_sheet_with_a_misspelt_question_or_answer_does_not_have_it(base, wrong):
    root, _ = parse(wrong, "sheet.yaml")
    assert not Draft202012Validator(sheet_schema(base)).is_valid(plain(root))
