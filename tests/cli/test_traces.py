"""Nothing is written, and nothing is sent, by any command."""

from pathlib import Path

import pytest

from tests.cli.terminal import answer_all
from tests.tiers import sampled, thorough

LADDER = Path(__file__).parents[1] / "small" / "ladder"
COMMANDS = {
    "help": ["-h"],
    "advise": ["advise", "--example", "every-stage-done"],
    "advise as json": ["advise", "--example", "every-stage-done", "--json"],
    "advise a missing file": ["advise", "answers.yaml"],
    "graph": ["graph"],
    "graph as svg": ["graph", "--format", "svg"],
    "graph as png": ["graph", "--format", "png"],
    "sheet": ["sheet"],
    "check": ["check", "--kb", str(LADDER)],
    "help-now": ["help-now", "--country", "IE"],
    "ask": ["ask"],
}
# Loaded by Python at its start: any attempt to reach another machine leaves a mark and fails.
NO_NETWORK = """
import socket, sys

def refused(*given, **named):
    print("NETWORK", given[1:], file=sys.stderr)
    raise OSError("no network")

for name in ("connect", "connect_ex", "sendto", "bind"):
    setattr(socket.socket, name, refused)
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refused
"""


@pytest.fixture
def offline(environment, tmp_path):
    """Cuts every command off from the network."""
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(NO_NETWORK)
    environment["PYTHONPATH"] = f"{tmp_path / 'offline'}:{environment['PYTHONPATH']}"


def files(folder) -> list[str]:
    return [str(path) for path in folder.rglob("*") if not path.is_dir()]


@pytest.mark.parametrize("name", sampled(COMMANDS, 3))
def test_no_command_leaves_a_trace(offline, process, environment, tmp_path, name):
    done = process(*COMMANDS[name])
    assert done.stdout or done.returncode == 2
    assert "NETWORK" not in done.err
    assert files(process.folder) == [] and files(tmp_path / "home") == []


@thorough
def test_an_interview_leaves_no_trace(offline, terminal, process, base, tmp_path):
    screen = terminal("ask")
    _, shown = answer_all(screen, base, base.examples["every-stage-done"].answers)
    while shown.endswith(":"):
        screen.child.sendline("q" if shown.endswith("q to leave:") else "")
        shown = screen.next()
    assert "Nothing was kept." in shown and "NETWORK" not in screen.shown
    assert files(process.folder) == [] and files(tmp_path / "home") == []


@thorough
def test_the_only_file_is_the_one_asked_for(offline, process, tmp_path):
    for ending in ("svg", "png", "pdf", "dot", "mmd", "txt", "json"):
        done = process("advise", "--example", "danger-now-and-nothing-else", "--graph", f"way.{ending}")
        assert done.returncode == 0 and "NETWORK" not in done.err
        assert files(process.folder) == [str(process.folder / f"way.{ending}")]
        (process.folder / f"way.{ending}").unlink()
    assert files(tmp_path / "home") == []


def test_the_network_would_have_been_noticed(offline, environment):
    import subprocess
    import sys

    tried = "import socket; socket.socket().connect(('127.0.0.1', 9))"
    done = subprocess.run(
        [sys.executable, "-c", tried], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert "NETWORK" in done.stderr
