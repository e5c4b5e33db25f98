"""Sheets that were made for an older knowledge base: what is not there any more is told and left out, the rest counts."""

import json
import shutil
from pathlib import Path

import pytest

from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import write_sheet
from milepost.engine.model.answer_sheet import Sheet

LADDER = Path(__file__).parents[1] / "small" / "ladder"
TOLD = "These answers are from an older version and were left out:"


@pytest.fixture
def newer(tmp_path):
    """A knowledge base that has changed since the sheets for the ladder were made: one tool is gone, and one question."""
    folder = shutil.copytree(LADDER, tmp_path / "kb")
    rungs = folder / "rungs.yaml"
    text = (
        rungs.read_text()
        .replace("rope: A rope, hook", "cord: A cord, hook")
        .replace("rope", "cord")
        .replace("tired", "weary")
    )
    rungs.write_text(text)
    return folder


@pytest.fixture
def older(milepost):
    """A sheet made for the ladder, in a file."""
    file = milepost.folder / "mine.yaml"
    file.write_text(write_sheet(read(LADDER), Sheet({"tools": ("rope", "hook"), "height": 7, "tired": "no"})))
    return file


def test_the_answers_left_out_are_told_and_the_rest_counts(milepost, newer, older):
    done = milepost("advise", older, "--kb", newer, "--rest-unknown", "--json")
    assert done.returncode == 0 and done.err == ""
    told = json.loads(done.out)
    assert told["answers"] == {"height": 7, "tools": ["hook", "not_sure"]}
    assert [(left["question"], left["answer"]) for left in told["left_out"]] == [
        ("tools", "[rope]"),
        ("tired", "no"),
    ]
    text = milepost("advise", older, "--kb", newer, "--rest-unknown")
    assert text.returncode == 0 and "Your next step" in text.out
    assert text.err.splitlines()[0] == TOLD
    assert "  - tired: no (this is not asked any more)" in text.err.splitlines()
    assert "  - tools: [rope] (this is not offered any more; the rest" in " ".join(text.err.splitlines()[:3])


def test_an_answer_of_which_nothing_is_left_is_left_out_whole(milepost, newer):
    file = milepost.folder / "mine.yaml"
    file.write_text(write_sheet(read(LADDER), Sheet({"tools": ("rope",), "height": 7})))
    told = json.loads(milepost("advise", file, "--kb", newer, "--rest-unknown", "--json").out)
    assert told["answers"] == {"height": 7}
    assert [(left["question"], left["answer"]) for left in told["left_out"]] == [("tools", "[rope]")]


def test_what_was_left_out_is_asked_for_again(milepost, newer, older):
    text = milepost("advise", older, "--kb", newer)
    assert text.returncode == 2 and text.out == ""
    assert TOLD in text.err and "  weary: Are you weary?" in text.err.splitlines()
    told = json.loads(milepost("advise", older, "--kb", newer, "--json").out)
    assert "weary" in [each["question"] for each in told["missing"]]
    assert [left["question"] for left in told["left_out"]] == ["tools", "tired"]


def test_other_commands_tell_it_too(milepost, newer, older):
    why = milepost("why", older, "--kb", newer)
    assert why.returncode == 0 and TOLD in why.err
    assert [
        left["question"] for left in json.loads(milepost("why", older, "--kb", newer, "--json").out)["left_out"]
    ] == ["tools", "tired"]
    graph = milepost("graph", "--path", older, "--kb", newer)
    assert graph.returncode == 0 and TOLD in graph.err


def test_for_its_own_knowledge_base_nothing_is_left_out(milepost, older):
    done = milepost("advise", older, "--kb", LADDER)
    assert done.returncode == 0 and TOLD not in done.err


def test_without_the_line_a_wrong_answer_is_a_fault(milepost, newer, older):
    older.write_text(
        "".join(line for line in older.read_text().splitlines(True) if not line.startswith("knowledge_base:"))
    )
    done = milepost("advise", older, "--kb", newer)
    assert done.returncode == 2 and TOLD not in done.err
    assert "`tired` is not a question" in done.err and "`rope` is not an answer to `tools`" in done.err


def test_what_is_told_of_an_older_sheet_holds_no_control_characters(milepost, newer):
    sheet = f'knowledge_base: {"0" * 64}\ngone: "\\e[31mred"\n'
    done = milepost("advise", "-", "--kb", newer, "--rest-unknown", typed=sheet.encode())
    assert done.returncode == 0 and "\x1b" not in done.err and "red" in done.err
