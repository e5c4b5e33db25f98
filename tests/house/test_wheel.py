"""A wheel of milepost works in an environment of its own, from another folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.tiers import thorough

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel built from a copy of the repository, so that the build leaves nothing in it."""
    folder = tmp_path_factory.mktemp("wheel")
    ignored = (".git", ".venv", "build", "*.egg-info", "__pycache__", ".hypothesis", ".*_cache")
    shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(*ignored))
    options = ["-q", "--no-deps", "--no-build-isolation", "--no-index"]
    run([sys.executable, "-m", "pip", "wheel", *options, "-w", folder, folder / "source"], folder)
    (built,) = folder.glob("milepost-*.whl")
    return built


@pytest.fixture
def home(tmp_path) -> Path:
    """An empty environment. What milepost depends on is borrowed, as tests have no network; milepost is not."""
    venv.create(tmp_path / "env")
    (packages,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return tmp_path / "env"


# The top-level names of other people's packages that milepost's folders share: it once replaced their files.
OTHERS = {"diagrams": "Diagram", "web": "application", "engine": "Engine", "cli": "App", "kb": "KB"}


@thorough
def test_a_wheel_is_one_package_that_works_beside_others(wheel, home, tmp_path):
    """One test, as every worker that has one of several would build the wheel: its content, its work, and its leaving."""
    with zipfile.ZipFile(wheel) as opened:
        tops = {name.partition("/")[0] for name in opened.namelist()}
    assert tops == {"milepost", f"milepost-{version('milepost')}.dist-info"}
    elsewhere, python, milepost = tmp_path / "elsewhere", home / "bin" / "python", home / "bin" / "milepost"
    elsewhere.mkdir()
    install(home, *(package_named(name, f"class {made}:\n    pass\n", tmp_path) for name, made in OTHERS.items()))
    used = "; ".join(f"from {name} import {made}" for name, made in OTHERS.items())
    install(home, wheel, compiled=True)  # as pip does by itself
    before = seen(home)
    code = f"{used}; import milepost.web, milepost.diagrams; from milepost import engine, kb; print(kb.FOLDER, engine.__file__)"
    where = run([python, "-c", code], elsewhere)
    assert str(home) in where and str(ROOT) not in where
    said = run([milepost, "advise", "--example", "parents-in-the-first-week", "--graph", "path.svg"], elsewhere)
    assert "Your next step" in said
    assert "<svg" in (elsewhere / "path.svg").read_text()
    assert "no faults" in run([milepost, "check"], elsewhere)
    assert "emergency" in run([milepost, "help-now", "--country", "NZ"], elsewhere)
    assert "Start" in run([milepost, "web", "--get", "/"], elsewhere)
    assert seen(home) == before, "no file and no time of one tells which command was used"
    run([*pip(home), "uninstall", "-q", "-y", "milepost"], tmp_path)
    run([python, "-c", used], tmp_path)


def package_named(name: str, code: str, folder: Path) -> Path:
    """A wheel with one package of this name and this code."""
    path, info = folder / f"other_{name}-1.0-py3-none-any.whl", f"other_{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: other_{name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
    with zipfile.ZipFile(path, "w") as made:
        for file, text in files.items():
            made.writestr(file, text)
    return path


def pip(home: Path) -> list:
    """The pip that these tests run beside, at work on another environment, which then needs none of its own."""
    return [sys.executable, "-m", "pip", "--python", home / "bin" / "python"]


def install(home: Path, *wheels: Path, compiled: bool = False) -> None:
    compiling = [] if compiled else ["--no-compile"]
    run([*pip(home), "install", "-q", *compiling, "--no-deps", "--no-index", *wheels], home)


def seen(home: Path) -> dict[str, int]:
    """When each file and folder of milepost was last written."""
    (package,) = (home / "lib").glob("python*/site-packages/milepost")
    return {str(path): path.stat().st_mtime_ns for path in package.rglob("*")}


def run(command, folder: Path) -> str:
    unlike_a_person = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
    env = {key: value for key, value in os.environ.items() if key not in unlike_a_person}
    done = subprocess.run(
        [str(part) for part in command], check=False, cwd=folder, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
