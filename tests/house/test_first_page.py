"""The first page of the repository tells what is so: the rule as it stands, and a sheet that breaks the promise without it."""

import re
import shutil
from pathlib import Path

import yaml

from milepost.engine.circuit.cone import sheets
from milepost.library import Milepost
from tests.tiers import thorough

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "README.md"
RULES = "steps/rash-quarrel.yaml"
LEFT_OUT = "contact_bar: not_shown, "


def rule_on_the_page() -> dict:
    """The rule that is shown, as YAML reads it."""
    return yaml.safe_load(re.search(r"```yaml\n(.*?)```", PAGE.read_text(), re.DOTALL)[1])[0]


def witness() -> dict:
    """The sheet that is shown as one that breaks the promise."""
    shown = re.search(r"known answers breaks it:\n(.*?)Run through", PAGE.read_text(), re.DOTALL)[1]
    return yaml.safe_load(shown)


def test_the_rule_and_the_promise_are_those_of_the_files():
    shown = rule_on_the_page()
    rules = yaml.safe_load((ROOT / "kb" / RULES).read_text())["rules"]
    assert shown.items() <= next(rule for rule in rules if rule["id"] == shown["id"]).items()
    promise = "While a question that protects somebody is left open, no step and no line has any contact."
    assert promise in " ".join(PAGE.read_text().split())
    assert promise in (ROOT / "kb/promises/contact-closed.yaml").read_text()


def test_there_are_more_sheets_than_it_says(base):
    pages = [PAGE.read_text(), (ROOT / "docs/promises.md").read_text()]
    told = [int(power) for page in pages for power in re.findall(r"more than 10\^(\d+)", page)]
    assert len(told) == 2 and all(10**power < sheets(base) < 10 ** (power + 20) for power in told)


def test_its_pictures_are_there():
    pictures = re.findall(r'<img src="(.*?)"', PAGE.read_text())
    assert len(pictures) > 3 and all((ROOT / each).exists() for each in pictures)


@thorough
def test_without_its_condition_the_sheet_that_is_shown_leads_to_contact(base, tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(ROOT / "kb", folder)
    rules = folder / RULES
    before, rule, after = rules.read_text().partition(f"id: {rule_on_the_page()['id']}\n")
    assert LEFT_OUT in after.splitlines()[0]
    rules.write_text(f"{before}{rule}{after.replace(LEFT_OUT, '', 1)}")
    answers = {key: tuple(each) if isinstance(each, list) else each for key, each in witness().items()}
    step = Milepost(folder).consult(answers).step
    assert step.key == rule_on_the_page()["then"]["step"] and step.contact != "none"
    assert Milepost.of(base).consult(answers).step.contact == "none"
