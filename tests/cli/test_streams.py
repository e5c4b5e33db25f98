"""Closed pipes, closed streams, plain terminals and odd homes: quiet, and never a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiers import sampled

LADDER = Path(__file__).parents[1] / "small" / "ladder"
EXAMPLE = ("advise", "--example", "every-stage-done")


def in_shell(line: str, environment, folder) -> subprocess.CompletedProcess:
    line = line.replace("milepost", f"{sys.executable} -m milepost")
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, env=environment, cwd=folder, timeout=120, check=False
    )


@pytest.mark.parametrize(
    "command", ["sheet", "help-now", "advise --example every-stage-done", "check --kb {LADDER}", "-h"]
)
def test_output_that_nobody_reads(environment, tmp_path, command):
    done = in_shell(f"milepost {command.format(LADDER=LADDER)} | true; exit ${{PIPESTATUS[0]}}", environment, tmp_path)
    assert done.returncode == 0 and done.stderr == ""


@pytest.mark.parametrize("command", sampled(["ask", "advise -", "help-now", "sheet", "graph"], 2))
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(environment, tmp_path, command, closed):
    done = in_shell(f"milepost {command} {closed}", environment, tmp_path)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr and "Error" not in done.stderr


def test_a_full_disk(environment, tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    done = in_shell("milepost sheet > /dev/full", environment, tmp_path)
    assert done.returncode == 1
    assert done.stderr == "milepost: the output cannot be written: no space left on device\n"


def test_an_empty_standard_input(process):
    done = process("advise", "-")
    assert done.returncode == 2
    assert "standard input:" in done.err and "this answer sheet is empty" in done.err


@pytest.mark.parametrize("letters", sampled(["ascii", "latin-1"], 1))
@pytest.mark.parametrize("arguments", [("help-now", "--country", "BR"), EXAMPLE, ("graph",)])
def test_a_terminal_that_lacks_letters(process, arguments, letters):
    done = process(*arguments, LC_ALL="C", LANG="C", PYTHONIOENCODING=letters, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert len(done.out.splitlines()) > 10 and done.err == ""


def test_a_name_with_letters_the_terminal_lacks(process):
    done = process(
        "advise", "M\u00fcller.yaml", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 2
    assert "there is no such file" in done.err


def test_json_stays_json(process):
    done = process(*EXAMPLE, "--json", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout == process(*EXAMPLE, "--json").stdout
    assert json.loads(done.stdout)["step"]["id"] == "first_message"


@pytest.mark.parametrize("home", ["", "/nowhere/at/all"])
def test_a_home_that_is_not_there(process, home):
    for arguments in (EXAMPLE, ("help-now",), ("graph",)):
        assert process(*arguments, HOME=home, XDG_CACHE_HOME=home, XDG_CONFIG_HOME=home).returncode == 0


def test_a_working_folder_that_is_gone(environment, tmp_path):
    done = in_shell("mkdir gone && cd gone && rmdir ../gone && milepost help-now --country IE", environment, tmp_path)
    assert done.returncode == 0 and "112 or 999" in done.stdout


def test_interrupted_while_it_reads(environment, process):
    child = subprocess.Popen(
        [sys.executable, "-m", "milepost", "advise", "/dev/stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment, cwd=process.folder, text=True,
    )  # fmt: skip
    child.stdin.write("danger_now: yes\n")
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    out, _err = child.communicate(timeout=60)
    assert child.returncode in (130, -signal.SIGINT) and out == ""


def test_ctrl_c_while_it_is_loaded_ends_it_without_a_word():
    code = """
import builtins, os, signal, sys, milepost.start
load = builtins.__import__
def interrupted(name, *rest, **more):
    if name == "milepost.cli.main":
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *rest, **more)
builtins.__import__ = interrupted
sys.exit(milepost.start.main())
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
