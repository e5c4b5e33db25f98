"""The house keeps its order: imports go one way, modules stay small, and the recipes are true."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("kb", "engine", "diagrams", "web", "cli", "milepost")
# Every room, lowest first: it imports from its own floor's rooms below it, and never from one above.
FLOORS = (
    ("kb", "engine.model"),
    ("engine.meaning",),
    ("engine.language",),
    ("engine.circuit",),
    ("engine.chaining", "engine.solver"),
    ("engine.consulting",),
    ("engine.interview", "engine.explaining"),
    ("engine.promises", "engine.checks"),
    ("engine.mutation", "engine.telling"),
    ("engine.exporting",),
    ("diagrams",),
    ("library",),
    ("web",),
    ("cli",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Rooms of one floor that may look at each other, in this direction only.
BESIDE = {("engine.interview", "engine.explaining"), ("engine.checks", "engine.promises")}
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def room_of(module: str) -> str:
    """The room of a module named from the top of the package, as in `engine.model.step`."""
    parts = module.split(".")
    if parts[0] == "start":  # beside the door, for the command line
        return "cli"
    return ".".join(parts[:2]) if parts[0] == "engine" else parts[0]


def imported(path: Path) -> set[str]:
    """The modules of milepost that a module imports, wherever the import stands, named from the top of the package."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.removeprefix("milepost.") for name in names if name.startswith("milepost.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_arrow_goes_down(path):
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    room = room_of(module)
    if room == "milepost":  # the door; what is in it is named without it
        room = path.stem if path.stem == "library" else "cli"
    for other in {room_of(name) for name in imported(path)} - {room}:
        assert FLOOR[other] < FLOOR[room] or (room, other) in BESIDE, f"{room} looks up at {other}"


# What puts the engine together; everybody else asks the one object that does.
PARTS = re.compile(r"\b(Chainer|Consultant|Explainer|Interview|Prover|Effects|compiled|promised)\(")


MEASURED = {"Chainer("}  # benchmarks set the parts themselves beside each other


def test_terminal_and_pages_and_benchmarks_put_nothing_together_themselves():
    made = {p: {found[0] for found in PARTS.finditer(p.read_text())} for p in _readers("cli", "web", "diagrams")}
    made |= {p: {found[0] for found in PARTS.finditer(p.read_text())} - MEASURED for p in _readers("benchmarks")}
    assert [p for p, parts in made.items() if parts] == []


def _readers(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in (ROOT / room).rglob("*.py")]


def test_modules_are_small_and_say_what_they_are_for():
    assert [p for p in MODULES if len(p.read_text().splitlines()) > 250] == []
    assert [p for p in MODULES if not ast.get_docstring(ast.parse(p.read_text()))] == []


def test_every_folder_of_modules_is_installed():
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in MODULES}
    assert listed == {name if name == "milepost" else f"milepost.{name}" for name in found}


def test_no_product_file_is_named_like_a_test():
    assert [p for p in MODULES if p.name.startswith("test_")] == []


def test_the_engine_prints_nothing():
    printing = re.compile(r"^\s*(print\(|import click|from click)", re.MULTILINE)
    assert [
        p for p in MODULES if p.parts[len(ROOT.parts)] in ("engine", "diagrams") and printing.search(p.read_text())
    ] == []


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
    pages = ("start", "interruption", "question", "check", "result", "asking", "rows", "danger", "map", "help")
    kinds = {
        f"{page}-{size}-{scheme}" for page in pages for size in ("desktop", "phone") for scheme in ("light", "dark")
    }
    assert {p.stem for p in pictures} == kinds
    assert all(p.stat().st_size <= 150_000 for p in pictures) and sum(p.stat().st_size for p in pictures) < 1_500_000
    drawn = {p.stem for p in (ROOT / "docs" / "screens").glob("*.svg")}
    assert drawn == {f"terminal-{name}" for name in ("start", "question", "pause", "asking", "danger")}


def test_every_page_is_one_step_from_the_index_and_no_link_leads_nowhere():
    docs = ROOT / "docs"
    link = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
    pages = [ROOT / "README.md", *docs.glob("*.md")]
    broken = [(p.name, to) for p in pages for to in link.findall(p.read_text()) if not (p.parent / to).exists()]
    assert broken == []
    linked = set(link.findall((docs / "index.md").read_text()))
    assert {p.name for p in docs.glob("*.md")} - {"index.md"} <= linked
