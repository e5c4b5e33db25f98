"""Every broken knowledge base in tests/bad gives exactly the message that stands beside it."""

import pytest

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
        if len(line) > 80 or "\x1b" in line or not fault.extract:
            continue
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
