"""`milepost check` and `milepost sheet`."""

import shutil
from pathlib import Path

from milepost.engine.language.sheet_file import read_sheet

LADDER = Path(__file__).parents[1] / "small" / "ladder"


def test_no_faults(milepost, base):
    done = milepost("check")
    assert done.returncode == 0 and done.err == ""
    assert "no faults" in done.out
    assert f"{len(base.rules)} rules" in done.out


def test_what_there_is_one_of_is_said_in_the_singular(milepost):
    rows = [" ".join(row.split()) for row in milepost("check", LADDER.parent / "door").out.splitlines()]
    assert "1 statement of a source" in rows and "5 lines of advice" in rows


def test_faults_are_named_with_their_place(milepost, tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(LADDER, folder)
    order = folder / "order.yaml"
    order.write_text(order.read_text().replace("topics: [rungs", "topics: [rugns"))
    for arguments in (["check", folder], ["check", "--kb", folder], ["sheet", "--kb", folder]):
        done = milepost(*arguments)
        assert done.returncode == 3 and done.out == ""
        assert "order.yaml:" in done.err and "rugns" in done.err


def test_the_sheet_holds_every_question_and_can_be_read(milepost, base):
    done = milepost("sheet")
    assert done.returncode == 0
    for key, question in base.questions.items():
        assert f"\n{key}:\n" in done.out and question.ask in done.out
    answered = done.out.replace("\ndanger_now:\n", "\ndanger_now: no\n")
    assert read_sheet(answered.encode(), "sheet", base).sheet.answers == {"danger_now": "no"}


def test_the_sheet_is_utf_8_whatever_the_terminal_speaks(milepost):
    plain = milepost("sheet", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert plain.returncode == 0
    assert plain.stdout == milepost("sheet").stdout
