"""Running the command as a person does: in a process of its own, without a terminal or on a real one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path):
    """The variables of a person with an empty home; the words are found without writing byte code."""
    home = tmp_path / "home"
    home.mkdir()
    names = (
        "HOME",
        "TMPDIR",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR",
    )
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        **dict.fromkeys(names, str(home)),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def milepost(environment, tmp_path):
    """Runs `milepost` without a terminal, in an empty folder; returns what it printed, and its exit code."""
    folder = tmp_path / "here"
    folder.mkdir()

    def run(*arguments: str, typed: bytes = b"", cwd: Path = folder, **variables: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "milepost", *map(str, arguments)]
        done = subprocess.run(
            command, input=typed, capture_output=True, cwd=cwd, env={**environment, **variables}, timeout=120
        )
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        assert "Traceback" not in done.err
        return done

    run.folder, run.root = folder, ROOT
    return run


@pytest.fixture
def terminal(environment, milepost):
    """Starts `milepost` on a terminal."""
    opened = []

    def start(*arguments: str, columns: int = 80, rows: int = 24, **variables: str) -> Terminal:
        opened.append(Terminal(arguments, {**environment, **variables}, milepost.folder, columns, rows))
        return opened[-1]

    yield start
    for one in opened:
        one.child.close(force=True)
