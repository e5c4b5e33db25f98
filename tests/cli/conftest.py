"""Running commands: in this process, in a process of its own, or on a real terminal."""

import io
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from milepost import kb as shipped
from milepost.cli.main import main
from milepost.cli.terminal import options
from tests.cli.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path):
    """The variables of a person with an empty home. Byte code is kept, so that each file is compiled once."""
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
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }


class Done(msgspec.Struct):
    """What a command printed, as bytes and as text, and its exit code."""

    returncode: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        return self.stdout.decode(errors="replace")

    @property
    def err(self) -> str:
        return self.stderr.decode(errors="replace")


@pytest.fixture(autouse=True)
def opened_once(opened, monkeypatch):
    """Opens the shipped knowledge base once for all commands that run in this process."""
    anew = options.open_base
    monkeypatch.setattr(options, "open_base", lambda folder: opened if folder == shipped.FOLDER else anew(folder))


@pytest.fixture
def milepost(environment, tmp_path, monkeypatch):
    """Runs a command without a terminal, in an empty folder, in this process; returns what became of it as Done.

    Streams, signals, start-up and what is left behind are tested in a process of its own: see `process`.
    """
    folder = tmp_path / "here"
    folder.mkdir()

    def run(*arguments: str, typed: bytes = b"", cwd: Path = folder, **variables: str) -> Done:
        streams = {"stdin": io.BytesIO(typed), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name in set(os.environ) - set(environment):
                patch.delenv(name)
            for name, value in {**environment, **variables}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "__stdout__", None)  # the width is not that of the terminal the tests run on
            for name, raw in streams.items():
                patch.setattr(sys, name, io.TextIOWrapper(raw, encoding="utf-8"))
            code = main([str(argument) for argument in arguments])
            sys.stdout.flush()
            sys.stderr.flush()
            return Done(code, streams["stdout"].getvalue(), streams["stderr"].getvalue())

    run.folder, run.root = folder, ROOT
    return run


@pytest.fixture
def process(environment, milepost):
    """Runs `milepost` in a process of its own, without a terminal; returns what became of it as Done."""

    def run(*arguments: str, typed: bytes = b"", cwd: Path = milepost.folder, **variables: str) -> Done:
        command = [sys.executable, "-m", "milepost", *map(str, arguments)]
        env = {**environment, **variables}
        done = subprocess.run(command, check=False, input=typed, capture_output=True, cwd=cwd, env=env, timeout=120)
        assert b"Traceback" not in done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    run.folder, run.root = milepost.folder, ROOT
    return run


@pytest.fixture
def terminal(environment, milepost):
    """Starts `milepost` on a terminal."""
    opened = []

    def start(*arguments: str, columns: int = 80, rows: int = 200, **variables: str) -> Terminal:
        opened.append(Terminal(arguments, {**environment, **variables}, milepost.folder, columns, rows))
        return opened[-1]

    yield start
    for one in opened:
        one.child.close(force=True)
