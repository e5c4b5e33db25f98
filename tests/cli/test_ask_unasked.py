"""`milepost ask` where it cannot ask: it names the answers it needs, at once, and picks none itself."""

import shutil
import subprocess
import sys

import pytest

from milepost.engine.checks.read import NOT_TO_ASK, read_to_ask
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet
from tests.cli.terminal import SMALL
from tests.tiers import sampled


def test_without_a_terminal_every_missing_answer_is_named(milepost, base):
    done = milepost("ask")
    assert done.returncode == 2 and done.out == ""
    assert "  milepost advise FILE" in done.err.splitlines() and "  milepost advise -" in done.err.splitlines()
    named = [
        line.split(":")[0].strip()
        for line in done.err.splitlines()
        if line.startswith("  ") and line[2:3] != " " and ":" in line
    ]
    assert named == [question.key for question in Interview(base).deciding(Sheet())]
    assert milepost("ask", typed=b"2\n2\n").err == done.err


def test_how_to_go_on_and_whom_to_call_stand_last(milepost):
    """The list is longer than a screen, so its end is what somebody sees."""
    last = milepost("ask").err.splitlines()[-7:]
    assert "`milepost ask` asks on a terminal where somebody types, and here it cannot." in last
    assert "  milepost advise FILE" in last and last[-1] == "In danger now? `milepost help-now` shows whom to call."


def test_standard_input_that_is_closed_is_told_as_if_it_were_empty(milepost, environment):
    command = [sys.executable, "-m", "milepost", "ask", "--kb", str(SMALL / "ladder")]

    def told(redirected: str) -> subprocess.CompletedProcess:
        shell = ["sh", "-c", f'exec "$@" {redirected}', "sh", *command]
        return subprocess.run(shell, check=False, env=environment, cwd=milepost.folder, capture_output=True, text=True)

    closed, empty = told("0<&-"), told("</dev/null")
    assert closed.returncode == empty.returncode == 2
    assert closed.stdout == "" and closed.stderr == empty.stderr and "`milepost help-now`" in closed.stderr


def test_no_input_on_a_terminal(terminal, milepost):
    screen = terminal("ask", "--no-input", "--kb", SMALL / "ladder")
    shown = screen.end()
    assert screen.child.exitstatus == 2
    for said in (
        "milepost advise FILE",
        "milepost advise -",
        "tools: Which tools?",
        "height: How high?",
        "tired: Are you tired?",
    ):
        assert said in shown


def test_answers_in_a_file_are_not_named(milepost):
    file = milepost.folder / "answers.yaml"
    file.write_text("tools: [rope]\n")
    done = milepost("ask", "--from", file, "--kb", SMALL / "ladder")
    assert done.returncode == 2 and "height: How high?" in done.err and "tools:" not in done.err
    file.write_text("tired: yes\n")
    done = milepost("ask", "--from", file, "--no-input", "--kb", SMALL / "ladder")
    assert done.returncode == 2 and "milepost advise FILE" in done.err and "These answers" not in done.err
    file.write_text("tired: perhaps\n")
    done = milepost("ask", "--from", file, "--kb", SMALL / "ladder")
    assert done.returncode == 2 and "`perhaps` is not an answer to `tired`" in done.err


def test_a_fault_is_told_as_ever(milepost):
    done = milepost("ask", "--kb", "nowhere")
    assert done.returncode == 3 and "there is no such folder" in done.err
    done = milepost("ask", "--kb", milepost.root / "tests" / "bad" / "unknown-fact")
    assert done.returncode == 3 and done.err == milepost("check", milepost.root / "tests" / "bad" / "unknown-fact").err


@pytest.mark.parametrize(
    "folder", sampled(["tests/small/ladder", "tests/small/silence", "tests/small/weather", "kb"], 1)
)
def test_what_is_read_to_ask_asks_the_same(milepost, folder, tmp_path):
    from milepost.engine.checks.read import read

    # A copy: that which milepost comes with is stored whole.
    copied = shutil.copytree(milepost.root / folder, tmp_path / "copied")
    quick, whole = read_to_ask(copied), read(copied, outcomes=False)
    assert Interview(quick).perhaps_deciding(Sheet()) == Interview(whole).perhaps_deciding(Sheet())
    assert quick.digest == whole.digest
    if folder == "kb":
        assert not any(
            (
                quick.sources,
                quick.examples,
                quick.countries,
                quick.systems,
                quick.conflicts,
                quick.research,
                quick.promises,
            )
        ), NOT_TO_ASK
