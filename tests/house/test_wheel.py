"""A wheel of milepost works in an environment of its own, from another folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_wheel_installed_into_an_empty_environment_works(tmp_path):
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "build", "*.egg-info", "__pycache__", ".hypothesis", ".pytest_cache"
    )
    shutil.copytree(ROOT, source, ignore=ignored)
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "-w",
            tmp_path,
            source,
        ],
        tmp_path,
    )
    (wheel,) = tmp_path.glob("milepost-*.whl")

    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], tmp_path)
    # What milepost depends on is borrowed, so that the test needs no network; the project itself is not on this path.
    (packages,) = (home / "lib").glob("python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = run([python, "-c", "from milepost import engine, kb; print(kb.FOLDER, engine.__file__)"], elsewhere)
    assert str(home) in where and str(ROOT) not in where
    said = run(
        [home / "bin" / "milepost", "advise", "--example", "parents-in-the-first-week", "--graph", "path.svg"],
        elsewhere,
    )
    assert "Your next step" in said
    assert "<svg" in (elsewhere / "path.svg").read_text()
    assert "no faults" in run([home / "bin" / "milepost", "check"], elsewhere)
    assert "emergency" in run([home / "bin" / "milepost", "help-now", "--country", "NZ"], elsewhere)


def run(command, folder: Path) -> str:
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run([str(part) for part in command], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
