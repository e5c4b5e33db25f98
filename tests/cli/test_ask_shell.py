"""What is typed ahead of an end never reaches the shell that `milepost ask` was started from, nor its history."""

import shutil
import sys

import pexpect
import pytest

LADDER = "tests/small/ladder"
AHEAD = "touch leaked"


@pytest.fixture
def shell(environment, milepost):
    """A shell that keeps a history, in an empty folder, with `$ ` before each command."""
    variables = {**environment, "PS1": "$ ", "INPUTRC": "/dev/null", "HISTFILE": str(milepost.folder / "history")}
    bash = pexpect.spawn(
        shutil.which("bash"),
        ["--norc", "--noprofile", "-i"],
        env=variables,
        cwd=str(milepost.folder),
        encoding="utf-8",
        timeout=60,
    )
    bash.expect_exact("$ ")
    yield bash
    bash.close(force=True)


@pytest.mark.parametrize("ways", [["\x03"], ["\x04"], ["1\r2\r", "x\r"]], ids=["Ctrl-C", "Ctrl-D", "lines, then x"])
def test_nothing_typed_ahead_runs(shell, milepost, ways):
    shell.sendline(f"{sys.executable} -m milepost ask --kb {milepost.root / LADDER}")
    shell.expect_exact("begin: ")
    *first, last = ways
    for typed in first:
        shell.send(f"{typed}{AHEAD}\r")
        shell.expect_exact("none was taken")
        shell.expect_exact(": ")
    shell.send(last if last.endswith("\r") else f"{last}{AHEAD}\r")
    shell.expect_exact("$ ")
    shell.sendline("history; ls; echo re''ady")
    shell.expect_exact("ready")
    assert "history; ls" in shell.before and AHEAD not in shell.before.partition("history; ls")[2]
    assert [path.name for path in milepost.folder.iterdir()] == []
