"""Whoever asks for JSON gets one JSON document on standard output, whatever goes wrong, and the usual exit code."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BAD = Path(__file__).parents[1] / "bad"
SMALL = BAD.parent / "small" / "ladder"
BROKEN = BAD / "promises" / "a-way-to-no-step" / "kb"
# For each: what is typed, the exit code, and a piece of what is told.
WRONG = {
    "unknown command": (["frobnicate"], 2, "is not a command"),
    "unknown option": (["advise", "--jsn"], 2, "did you mean `--json`?"),
    "a command without JSON": (["sheet"], 2, "there is no option `--json`"),
    "no answers named": (["advise"], 2, "name one file of answers"),
    "a sheet that is not there": (["advise", "nowhere.yaml"], 2, "there is no such file"),
    "an example that is not there": (["why", "--example", "zzz"], 2, "`zzz` is not an example"),
    "a step that is not there": (["why", "--kb", str(SMALL), "-", "--not", "zzz"], 2, "`zzz` is not a step"),
    "a system that is not there": (["systems", "zzz"], 2, "`zzz` is not a system"),
    "a statement that is not there": (["sources", "zzz"], 2, "`zzz` is not a source or a statement"),
    "a promise that is not there": (["prove", "zzz"], 2, "`zzz` is not a promise"),
    "a country that is not there": (["help-now", "ZZ"], 2, "there are no numbers here for `ZZ`"),
    "a date that is none": (["limits", "--today", "soon"], 2, "`soon` is not a date"),
    "a folder that is not there": (["check", "nowhere"], 3, "there is no such folder"),
}
OF_KNOWLEDGE = (["advise", "-"], ["why", "-"], ["coverage"], ["prove"], ["check"], ["limits"], ["systems"], ["sources"])


def told(done) -> dict:
    """The one document on standard output; nothing else is said."""
    assert done.err == ""
    document = json.loads(done.out)
    assert document["schema"] == "milepost.error/1" and document["exit_code"] == done.returncode
    for problem in document["problems"]:
        assert set(problem) == {"where", "what", "do"} and problem["what"] and problem["do"]
    return document


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use(milepost, name):
    arguments, code, piece = WRONG[name]
    done = milepost(*arguments, "--json")
    assert done.returncode == code
    (problem,) = told(done)["problems"]
    assert piece in problem["what"]


@pytest.mark.parametrize("arguments", OF_KNOWLEDGE, ids=lambda a: a[0])
def test_a_faulty_knowledge_base(milepost, arguments):
    folder = BAD / "several-faults-in-several-files"
    document = told(milepost(*arguments, "--kb", folder, "--json", typed=b"{}"))
    assert document["exit_code"] == 3 and document["missing"] == [] and document["left_out"] == []
    said = (folder / "expected.txt").read_text()
    assert len(document["problems"]) > 1
    for problem in document["problems"]:
        assert f"{problem['where']}: {problem['what']}\n" in said and problem["do"] in said


def test_a_faulty_sheet(milepost):
    document = told(milepost("advise", "--kb", SMALL, "-", "--json", typed=b"tird: yes\nheight: -1\n"))
    assert document["exit_code"] == 2
    assert [problem["where"] for problem in document["problems"]] == ["standard input:1:1", "standard input:2:9"]
    assert document["problems"][0]["do"] == "did you mean `tired`?"


def test_missing_answers_are_listed_by_their_questions(milepost):
    file = milepost.folder / "answers.yaml"
    file.write_text("tired: no\n")
    document = told(milepost("advise", "--kb", SMALL, file, "--json"))
    assert document["exit_code"] == 2
    assert {"question": "height", "ask": "How high?"} in document["missing"]
    assert "tired" not in [each["question"] for each in document["missing"]]
    (problem,) = document["problems"]
    assert str(file) in problem["what"] and "--rest-unknown" in problem["do"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["advise", "--kb", SMALL, "-", "--rest-unknown", "--graph"], 1), (["prove", "--kb", BROKEN, "--save"], 3)],
    ids=["a picture", "an example"],
)
def test_a_file_that_cannot_be_written(milepost, arguments, code):
    done = milepost(*arguments, "no/such/folder.svg", "--json", typed=b"{}")
    assert done.returncode == code
    (problem,) = told(done)["problems"]
    assert (
        "no/such/folder.svg: " in problem["what"] and "cannot be written: no such file or directory" in problem["what"]
    )


def test_what_looks_like_an_option_but_is_a_file_asks_for_no_json(milepost):
    done = milepost("advise", "--", "--json")
    assert done.returncode == 2 and done.out == "" and "`--json`: there is no such file" in done.err


def test_without_it_nothing_is_on_standard_output(milepost):
    done = milepost("check", "nowhere")
    assert done.returncode == 3 and done.out == "" and "there is no such folder" in done.err


def test_interrupted(environment, milepost):
    # It waits for a sheet on a pipe that nobody writes to, until it is interrupted.
    os.mkfifo(milepost.folder / "sheet")
    command = [sys.executable, "-m", "milepost", "advise", "--kb", str(SMALL), "sheet", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=milepost.folder, env=environment)
    with (milepost.folder / "sheet").open("wb"):  # opened once it reads
        out = None
        for _ in range(
            60
        ):  # one that comes between opening and reading is noticed only once there is something to read
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                out, _ = process.communicate(timeout=1)
                break
    assert process.returncode == 130
    assert json.loads(out)["exit_code"] == 130


def test_a_document_where_nothing_is_wrong_is_no_error(milepost, tmp_path):
    folder = shutil.copytree(SMALL, tmp_path / "kb")
    document = json.loads(milepost("check", folder, "--json").out)
    assert (
        document["schema"] == "milepost.check/1" and document["counts"]["rules"] > 0 and document["unreached"] is None
    )
