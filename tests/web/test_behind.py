"""The pages go on where a shell runs them behind something else: with `&`, and after Ctrl-Z and `bg`."""

import http.client
import os
import re
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import environment  # noqa: F401
from tests.web.test_process import ADDRESS

PATIENCE = 60


@pytest.fixture
def shell(environment, tmp_path):  # noqa: F811
    """A shell with jobs, and `$ ` before each command."""
    variables = {**environment, "PS1": "$ ", "TERM": "dumb", "INPUTRC": "/dev/null"}
    bash = pexpect.spawn(
        shutil.which("bash"),
        ["--norc", "--noprofile", "-i"],
        env=variables,
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=PATIENCE,
    )
    try:
        bash.expect_exact("$ ")
        yield bash
    finally:
        # Not by the shell, which may be stuck, or wait for what it started.
        end_session(bash.pid)
        bash.close(force=True)


def end_session(session: int) -> None:
    """Ends a shell and all that it started, whatever they are at."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(ProcessLookupError, PermissionError):
            if os.getsid(int(folder.name)) == session:
                os.kill(int(folder.name), signal.SIGKILL)


def started(shell, behind: str = "") -> int:
    """The port of pages that a shell started."""
    shell.sendline(f"{sys.executable} -m milepost web {behind}")
    shell.expect(ADDRESS)
    port = int(shell.match.group(1))
    shell.expect_exact("Enter shows a new address.")
    assert status(port) == 200
    return port


def status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/-/health")
    return connection.getresponse().status


def state(shell) -> str:
    """What the shell says of its one job, as "Running"."""
    shell.sendline("jobs -l; echo re''ady")
    shell.expect_exact("ready")
    return re.search(r"\[1\]\+\s+\d+ (\w+)", shell.before)[1]


def test_behind_from_the_start(shell):
    port = started(shell, "&")
    for _ in range(2):
        assert status(port) == 200 and state(shell) == "Running"


def test_stopped_and_gone_on_behind_and_in_front_again(shell):
    port = started(shell)
    shell.sendcontrol("z")
    shell.expect_exact("Stopped")
    shell.sendline("bg")
    shell.expect_exact("$ ")
    for _ in range(2):
        assert status(port) == 200 and state(shell) == "Running"
    shell.sendline("fg")
    shell.expect_exact("milepost web")
    shell.sendline("")
    shell.expect(ADDRESS)
    assert int(shell.match.group(1)) == port
