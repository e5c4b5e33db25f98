"""Every broken knowledge base in tests/bad gives exactly the message that stands beside it."""

import shutil
from pathlib import Path

import pytest

from milepost.engine.checks.read import read
from tests.engine.language.bad import BASES, GOOD, assert_well_said, faults_in, message


@pytest.mark.parametrize("folder", BASES, ids=lambda path: path.name)
def test_message(folder):
    assert message(faults_in(folder)) == (folder / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", BASES, ids=lambda path: path.name)
def test_message_is_well_said(folder):
    assert_well_said(faults_in(folder))


@pytest.mark.parametrize("folder", BASES, ids=lambda path: path.name)
def test_extract_shows_the_line_with_a_caret_at_the_column(folder):
    for fault in faults_in(folder):
        path = folder / fault.at.file
        line = (
            path.read_text(encoding="utf-8", errors="replace").splitlines()[fault.at.line - 1] if path.exists() else ""
        )
        if len(line) > 80 or not fault.extract:
            continue
        line = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)  # as nothing else is shown
        shown, caret = fault.extract.splitlines()
        assert shown.endswith(line.replace("\t", " ").rstrip())
        assert caret.index("^") - shown.index("|") - 2 == fault.at.column - 1


def test_a_folder_that_is_not_there(tmp_path):
    (fault,) = faults_in(tmp_path / "nowhere")
    assert fault.problem == "there is no such folder"


def test_a_file_in_place_of_a_folder():
    (fault,) = faults_in(GOOD / "order.yaml")
    assert fault.problem == "this is not a folder"


def test_an_empty_folder(tmp_path):
    assert [fault.problem for fault in faults_in(tmp_path)] == ["there is no order.yaml in this folder"]


@pytest.mark.parametrize("above", ["kb", "kb/more"])
def test_a_folder_beside_the_one_that_is_meant(tmp_path, above):
    """One too high or one too low: nothing else is said, as nothing in it was meant."""
    shutil.copytree(GOOD, tmp_path / "kb")
    (tmp_path / "kb" / "more").mkdir()
    (tmp_path / "notes.yaml").write_text("nothing: of ours")
    folder = tmp_path if above == "kb" else tmp_path / above
    (fault,) = faults_in(folder)
    assert fault.problem == "there is no order.yaml in this folder"
    assert fault.remedy == f"did you mean `{tmp_path / 'kb'}`?"


def test_the_folder_one_is_in_may_be_one_too_low(tmp_path, monkeypatch):
    folder = shutil.copytree(GOOD, tmp_path / "kb") / "more"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (fault,) = faults_in(Path("."))
    assert fault.remedy == f"did you mean `{tmp_path / 'kb'}`?"


def test_a_folder_of_other_files_is_not_read(tmp_path):
    (tmp_path / "notes.yaml").write_text("nothing: of ours")
    assert [fault.problem for fault in faults_in(tmp_path)] == ["there is no order.yaml in this folder"]


def test_a_checkout_with_other_line_ends_is_the_same(tmp_path):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    one, other = read(GOOD), read(folder)
    assert one.digest == other.digest and one.rules == other.rules and one.questions == other.questions
