"""Completion, in the shells themselves."""

import shutil
import subprocess
import sys

import pexpect
import pytest


def in_shell(shell: str) -> str:
    found = shutil.which(shell)
    if not found:
        pytest.skip(f"{shell} is not installed here")
    return found


@pytest.fixture
def path(milepost, environment, tmp_path):
    """A PATH on which `milepost` is."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "milepost").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m milepost "$@"\n')
    (folder / "milepost").chmod(0o755)
    (milepost.folder / "answers.yaml").write_text("")
    return f"{folder}:{environment['PATH']}"


CASES = {
    "milepost adv": "advise",
    "milepost --pl": "--plain",
    "milepost advise --rest": "--rest-unknown",
    "milepost graph --format s": "svg",
}


def test_in_bash(milepost, environment, path):
    shell = pexpect.spawn(
        in_shell("bash"), ["--norc", "--noprofile", "-i"], env={**environment, "PATH": path, "PS1": "$ ", "INPUTRC": "/dev/null"},
        cwd=str(milepost.folder), encoding="utf-8", timeout=60, dimensions=(24, 200),
    )  # fmt: skip
    try:
        shell.sendline('bind "set enable-bracketed-paste off"; eval "$(milepost completion bash)"; echo re"ady"')
        shell.expect("ready\r\n")
        for typed, whole in {**CASES, "milepost advise ans": "answers.yaml", "milepost export --to a": "asp"}.items():
            # What is completed goes to echo, so that nothing is run.
            shell.sendline(f"{typed}\t\x01echo DONE \x05")
            shell.expect(r"DONE (milepost [^\r\n]*?) *\r\n")
            assert shell.match[1].split()[-1] == whole
    finally:
        shell.close(force=True)


def test_in_zsh(milepost, environment, path):
    zsh = in_shell("zsh")
    script = 'autoload -U compinit; compinit -u -D; eval "$(milepost completion zsh)"; echo re"ady"'
    shell = pexpect.spawn(
        zsh, ["-f", "-i"], env={**environment, "PATH": path, "PS1": "$ ", "TERM": "dumb"}, cwd=str(milepost.folder), encoding="utf-8", timeout=60,
        dimensions=(24, 200),
    )  # fmt: skip
    try:
        shell.sendline(f"unsetopt zle_bracketed_paste 2>/dev/null; bindkey -e; {script}")
        shell.expect("ready\r\n")
        for typed, whole in CASES.items():
            shell.sendline(f"{typed}\t\x01echo DONE \x05")
            shell.expect(r"DONE (milepost [^\r\n]*?) *\r\n")
            assert shell.match[1].split()[-1] == whole
    finally:
        shell.close(force=True)


def test_in_fish(milepost, environment, path):
    fish = in_shell("fish")
    for typed, whole in CASES.items():
        line = f"milepost completion fish | source; complete --do-complete '{typed}'"
        done = subprocess.run(
            [fish, "--no-config", "-c", line],
            env={**environment, "PATH": path},
            cwd=milepost.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert whole in [line.split("\t")[0] for line in done.stdout.splitlines()], done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(milepost, shell):
    done = milepost("completion", shell)
    assert done.returncode == 0 and done.err == ""
    assert "_MILEPOST_COMPLETE" in done.out and "milepost" in done.out


def test_another_shell(milepost):
    done = milepost("completion", "tcsh")
    assert done.returncode == 2 and "`tcsh` is not one of" in done.err
    assert 'eval "$(milepost completion bash)"' in milepost("completion", "-h").out
