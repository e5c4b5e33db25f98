"""The house keeps its order: imports go one way, modules stay small, and the recipes are true."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAY_IMPORT = {"kb": set(), "engine": set(), "diagrams": {"engine"}, "web": {"kb", "engine", "diagrams"}, "cli": {"kb", "engine", "diagrams", "web"}}
MODULES = sorted(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_go_one_way_and_modules_stay_small(path):
    room = path.relative_to(ROOT).parts[0]
    assert imported(path) & set(MAY_IMPORT) <= MAY_IMPORT[room] | {room}
    assert len(path.read_text().splitlines()) <= 250
    assert ast.get_docstring(ast.parse(path.read_text())), "a module says what it is for"


def test_the_engine_prints_nothing():
    printing = re.compile(r"^\s*(print\(|import click|from click)", re.MULTILINE)
    assert [p for p in MODULES if p.parts[len(ROOT.parts)] in ("engine", "diagrams") and printing.search(p.read_text())] == []


def test_no_registry_and_no_lock_file():
    names = [p.name for p in ROOT.glob("*")]
    assert not {"poetry.lock", "uv.lock", "Pipfile.lock", "requirements.lock"} & set(names)
    assert "index-url" not in (ROOT / "pyproject.toml").read_text()


def test_no_file_of_the_knowledge_base_is_too_long():
    long = [p for p in (ROOT / "kb").rglob("*.yaml") if len(p.read_text().splitlines()) > 400]
    assert long == []


def test_make_help_names_every_target():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    documented = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert targets == documented


def test_the_pictures_of_the_pages_are_all_there_and_small():
    pictures = list((ROOT / "docs" / "screens").glob("*.png"))
    pages = ("interruption", "question", "check", "result", "map", "help")
    kinds = {f"{page}-{size}-{scheme}" for page in pages for size in ("desktop", "phone") for scheme in ("light", "dark")}
    assert {p.stem for p in pictures} == kinds
    assert all(p.stat().st_size <= 150_000 for p in pictures) and sum(p.stat().st_size for p in pictures) < 1_500_000
