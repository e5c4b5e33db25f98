"""Saving the answers with `s`, and going on from them."""

import os

import pytest

from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import read_sheet
from tests.cli.terminal import SMALL, words

WARNING = "Anyone who can use this account or this device can read the file: it is not encrypted."
LADDER = ("ask", "--kb", SMALL / "ladder")


@pytest.fixture(scope="module")
def ladder():
    return read(SMALL / "ladder")


def answers(path, kb) -> dict:
    return dict(read_sheet(path.read_bytes(), "it", kb).sheet.answers)


def test_saving_and_going_on(terminal, milepost, ladder):
    screen = terminal(*LADDER)
    screen.prompt()
    screen.type("1 2")
    shown = screen.type("s")
    assert shown.startswith(
        f"s {WARNING} Type a name for the file, as in answers.yaml. Enter goes back, and nothing is saved."
    )
    assert "Nothing was saved." in screen.type("")
    screen.type("S")
    assert "`8` looks like an answer." in screen.type("8") and not (milepost.folder / "8").exists()
    shown = screen.type("my answers.yaml")
    assert "Saved. To go on later, type: milepost ask --from 'my answers.yaml'" in shown and "How high?" in shown
    path = milepost.folder / "my answers.yaml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert answers(path, ladder) == {"tools": ("rope", "hook")}
    assert "You left. Your answers are in my answers.yaml." in screen.leave("q")

    again = terminal(*LADDER, "--from", path)
    shown = again.prompt()
    assert "1 answer was loaded. Type r to see your answers." in shown and shown.endswith(
        "A whole number of metres, n or w:"
    )
    assert "Question 2" in shown
    assert "Your answer so far: A rope; A hook." in again.type("b")
    again.type("")
    again.type("20")
    assert "2 How high? 20 metres" in again.type("2")
    done = milepost("advise", path, "--kb", SMALL / "ladder")
    assert done.returncode == 2 and "height: How high?" in done.err
    assert milepost("advise", path, "--kb", SMALL / "ladder", "--rest-unknown").returncode == 0


def test_a_file_that_is_there_is_only_written_over_after_a_yes(terminal, milepost, ladder):
    path, link = milepost.folder / "kept.yaml", milepost.folder / "link.yaml"
    path.write_text("kept")
    path.chmod(0o644)
    link.symlink_to(path)
    screen = terminal(*LADDER)
    screen.prompt()
    screen.type("3")
    screen.type("s")
    assert "There is a file `kept.yaml` already. Write over it? 1 Yes 2 No, keep it" in screen.type("kept.yaml")
    assert screen.type("").endswith("File name, or Enter:") and path.read_text() == "kept"
    screen.type("kept.yaml")
    assert screen.type("b").endswith("File name, or Enter:") and path.read_text() == "kept"
    screen.type("link.yaml")
    assert "Saved." in screen.type("1")
    assert answers(path, ladder) == {"tools": ("lamp",)}
    assert path.stat().st_mode & 0o777 == 0o600 and link.is_symlink()
    assert sorted(p.name for p in milepost.folder.iterdir()) == ["kept.yaml", "link.yaml"]


def test_a_file_that_cannot_be_written_is_told_in_a_line_and_no_answer_is_lost(terminal, milepost, ladder):
    (milepost.folder / "folder").mkdir()
    os.mkfifo(milepost.folder / "pipe")
    screen = terminal(*LADDER)
    screen.prompt()
    screen.type("3")
    screen.type("s")
    for typed, why in {
        "folder": "there is a folder of this name",
        "pipe": "what is there is not a file to write to",
        "nowhere/answers.yaml": "no such file or directory",
        "n" * 300: "file name too long",
        "kept.yaml/more": "no such file or directory",
    }.items():
        shown = screen.type(typed)
        assert f"{why}. Your answers are still here." in shown and shown.endswith("File name, or Enter:")
    shown = screen.type("b")
    assert "Nothing was saved." in shown and "How high?" in shown
    assert "1 Which tools? A lamp" in screen.type("r")
    assert sorted(p.name for p in milepost.folder.iterdir()) == ["folder", "pipe"]


def test_a_sheet_with_all_answers_comes_to_the_check_at_once(terminal, milepost):
    path = milepost.folder / "answers.json"
    path.write_text('{"tools": ["rope"], "height": 20, "tired": "yes"}')
    screen = terminal(*LADDER, "--from", path)
    shown = screen.prompt()
    assert shown.startswith("milepost: what now? Letters: ") and "3 answers were loaded." in shown
    assert "Check your answers" in shown and "Are you tired? Yes" in shown
    assert "Your next step Rest" in words(screen.type(""))
    screen.leave("q")


def test_only_what_is_open_is_asked_of_whoever_goes_on(terminal, milepost):
    """A sheet of an older version lacks a question that came since; the answers behind it are not asked for again."""
    (milepost.folder / "answers.yaml").write_text("height: 5\ntired: no\n")
    screen = terminal(*LADDER, "--from", "answers.yaml")
    assert "Which tools?" in screen.prompt()
    assert "Check your answers 1 Which tools? A rope 2 How high? 5 metres 3 Are you tired? No" in screen.type("1")


def test_whoever_goes_on_names_their_country_again(terminal, milepost):
    (milepost.folder / "answers.yaml").write_text("danger_now: no\n")
    shown = terminal("ask", "--from", "answers.yaml").welcome()
    assert shown.startswith("milepost: what now? In danger now? Type h. Letters: "), "the introduction was read before"
    assert "Your country is not in the file, as it tells something about you." in shown


def test_saved_answers_that_no_longer_apply_are_left_out(terminal, milepost):
    (milepost.folder / "answers.yaml").write_text("smoke: yes\npets: yes\nbags: none\n")
    screen = terminal("ask", "--kb", SMALL / "silence", "--from", "answers.yaml")
    shown = screen.prompt()
    assert "1 answer was loaded. 2 answers were left out, as nothing depends on them now." in shown
    assert "Your next step Leave" in shown


@pytest.mark.parametrize(("file", "said"), [("-", "name a file"), ("nowhere.yaml", "there is no such file")])
def test_from_what_is_no_file(terminal, file, said):
    screen = terminal(*LADDER, "--from", file)
    assert said in screen.end()
    assert screen.child.exitstatus == 2


def test_from_a_sheet_with_faults(terminal, milepost):
    (milepost.folder / "answers.yaml").write_text("height: 900\n")
    screen = terminal(*LADDER, "--from", "answers.yaml")
    assert "outside 0 to 100 metres" in screen.end()
    assert screen.child.exitstatus == 2
