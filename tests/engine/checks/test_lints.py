"""Each check of meaning has a page that says what it asks for, and a broken knowledge base that shows it."""

import re
from functools import cache
from pathlib import Path

import pytest

from milepost.engine.checks import run as lints
from milepost.engine.language.assemble import assembled
from milepost.engine.language.folder import Folder
from milepost.engine.model.faults import KnowledgeBaseFaulty
from tests.engine.language.bad import BASES, TODAY

PAGES = Path(__file__).parents[3] / "docs" / "lints"
NAMES = {lint.__name__.rpartition(".")[2]: lint for lint in (*lints.ALL, *lints.DATED)}
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
each = pytest.mark.parametrize("name", NAMES)


@each
def test_page_begins_with_the_sentence_of_the_module(name):
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    title, sentence = page.split("\n\n")[:2]
    assert title == f"# {name}"
    assert sentence == f"**{BOLD.search(NAMES[name].__doc__)[1]}**"
    assert sentence.endswith(".**")


@each
def test_page_says_what_to_avoid_what_to_prefer_and_why(name):
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert [page.count(f"\n{part}\n") for part in ("Avoid:", "Prefer:", "## Why")] == [1, 1, 1]


def test_no_page_is_about_a_check_that_is_gone():
    assert {path.stem for path in PAGES.glob("*.md")} == set(NAMES)


@each
def test_some_broken_knowledge_base_shows_it(name):
    assert name in _shown()


@cache
def _shown() -> set[str]:
    """For each broken knowledge base whose faults are of meaning, the first check that finds them."""
    shown = set()
    for folder in BASES:
        try:
            found = Folder(folder)
        except KnowledgeBaseFaulty:
            continue  # not the folder of a knowledge base
        found.check_order()
        if not found.faults:
            kb = assembled(found)
            shown.add(next(name for name, lint in NAMES.items() if any(_check(lint, kb))))
    return shown


def _check(lint, kb):
    return lint.check(kb, TODAY) if lint in lints.DATED else lint.check(kb)


def test_every_module_of_the_folder_is_run_or_helps_those_that_are():
    modules = {path.stem for path in Path(lints.__file__).parent.glob("*.py")} - {"__init__"}
    assert modules - set(NAMES) == {
        "conditions",
        "read",
        "run",
        "accounting",
        "changes_nothing",
        "references",
        "storing",
    }
