"""Answer sheets that cannot be read: one clear message for each fault, exit 2, and nothing else printed."""

import random

import pytest

SHEETS = {
    "unknown question": ("danger_nw: no", "`danger_nw` is not a question", "did you mean `danger_now`?"),
    "wrong option": ("danger_now: maybe", "`maybe` is not an answer to `danger_now`", "`not_sure`"),
    "a list for one answer": ("age: [adult]", "`age` takes one answer, not a list", "name one"),
    "none with something": (
        "harm_signs: [none, afraid]",
        "`harm_signs` holds `none` together with something else",
        "`none` stands alone",
    ),
    "an empty list": ("own_conduct: []", "`own_conduct` is an empty list", "`none`"),
    "a number out of bounds": ("longest_silence: 999999", "outside 0 to", "`not_sure`"),
    "a word for a number": ("longest_silence: long", "where a whole number", "`not_sure`"),
    "a mapping": ("aim: {a: b}", "`aim`", "answer"),
    "a key twice": ("age: adult\nage: teen", "the key `age` is given twice", "line 1"),
    "half a file": ('{"danger_now": "no", "self_ha', "not closed", "close it"),
    "a list": ("- danger_now", "this is a list, not an answer sheet", "`question: answer`"),
    "aliases": ("a: &a [x]\nb: [*a, *a]", "anchors are not read", "remove"),
    "very deep": ("[" * 5000, "nested more than", "flatter"),
}
RAW = {
    "empty": (b"", "this answer sheet is empty"),
    "only a comment": (b"# nothing\n", "this answer sheet is empty"),
    "noise": (random.Random(1).randbytes(10_000_000), "this file is too large"),
    "a NUL byte": (b"danger_now: y\0es\n", "zero byte"),
    "another encoding": ("danger_now: s\xed\n".encode("latin-1"), "UTF-8"),
    "two bytes a letter": ("danger_now: no\n".encode("utf-16"), "UTF-8"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_fault_in_a_sheet(milepost, name):
    sheet, problem, remedy = SHEETS[name]
    file = milepost.folder / "answers.yaml"
    file.write_text(sheet)
    done = milepost("advise", file, "--graph", "path.svg")
    assert done.returncode == 2 and done.out == ""
    assert f"{file}:" in done.err
    assert problem in done.err and remedy in done.err
    assert [p.name for p in milepost.folder.iterdir()] == ["answers.yaml"]


def test_a_list_left_empty_says_nothing_where_that_may_be(milepost):
    left, unsure = (
        milepost("advise", "-", "--rest-unknown", typed=f"steady: {said}\n".encode()) for said in ("[]", "not_sure")
    )
    assert left.returncode == 0 and left.out == unsure.out


@pytest.mark.parametrize("name", RAW)
def test_a_file_that_is_no_sheet(milepost, name):
    raw, problem = RAW[name]
    done = milepost("advise", "-", typed=raw)
    assert done.returncode == 2 and done.out == ""
    assert "standard input:" in done.err and problem in done.err
    assert len(done.err.splitlines()) <= 5


def test_all_faults_at_once(milepost):
    done = milepost("advise", "-", typed=b"danger_now: maybe\nage: [adult]\nlongest_silence: -1\nwhat: ever\n")
    assert done.returncode == 2
    for line in (1, 2, 3, 4):
        assert f"standard input:{line}:" in done.err
    assert done.err.splitlines()[-2:] == ["4 faults", "In danger now? `milepost help-now` shows whom to call."]


def test_control_characters_do_not_reach_the_terminal(milepost):
    done = milepost("advise", "-", typed=b'danger_now: "\\e[31mred"\n')
    assert done.returncode == 2
    assert "\x1b" not in done.err


def test_a_file_that_is_not_there(milepost):
    done = milepost("advise", "nowhere.yaml")
    assert done.returncode == 2
    assert "`nowhere.yaml`: there is no such file" in done.err


def test_a_folder(milepost, tmp_path):
    done = milepost("advise", tmp_path)
    assert done.returncode == 2
    assert "this is a folder, not a file of answers" in done.err
