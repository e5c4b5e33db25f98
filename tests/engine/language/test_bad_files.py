"""Files that are too large or too odd to be kept as files: each is made here, and named with its message."""

import shutil

import pytest

from tests.engine.language.bad import GOOD, assert_well_said, faults_in, faults_in_sheet, message

ZERO = """this is not a text file, as it holds a zero byte
  save it as plain text with the encoding UTF-8
"""
TOO_LARGE = """this file is too large ({} MB)
  a file may hold up to 1 MB; see that it is the right one, or split it
"""
UTF_16 = """this file is UTF-16 text, not UTF-8
  save it with the encoding UTF-8
"""
NOT_UTF_8 = """this character is not UTF-8
  2 |   name: Ren\ufffd
                 ^
  save it with the encoding UTF-8
"""
ANCHOR = """`&a0` is an anchor, and anchors are not read
  1 | a0: &a0 [x, x]
          ^
  remove it, or put the text in quotes
"""
DEEP = """this is nested more than 40 deep
  1 | {brackets}
      {caret}^
  make it flatter
"""
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))

# The fault, the bytes, the line and column, and the message.
FILES = {
    "binary": (bytes(range(256)), "1:1", ZERO),
    "zero-byte": (b"topic: Sl\0eep\n", "1:1", ZERO),
    "ten-megabytes": (b"# \n" * 3_500_000, "1:1", TOO_LARGE.format("10.5")),
    "ten-megabytes-of-noise": (bytes(n * n % 251 for n in range(1000)) * 10_000, "1:1", TOO_LARGE.format("10.0")),
    "latin-1": ("topic: Sleep\n  name: René\n".encode("latin-1"), "2:12", NOT_UTF_8),
    "utf-16": ("topic: Sleep\n".encode("utf-16"), "1:1", UTF_16),
    "utf-16-big-endian": (b"\xfe\xff" + "topic: Sleep\n".encode("utf-16-be"), "1:1", UTF_16),
    "utf-16-without-mark": ("topic: Sleep\n".encode("utf-16-le"), "1:1", ZERO),
    "alias-bomb": (BOMB.encode(), "1:5", ANCHOR),
    "brackets-without-end": (b"[" * 900_000, "1:41", DEEP.format(brackets="[" * 100, caret=" " * 40)),
}
CASES = pytest.mark.parametrize(("raw", "place", "said"), FILES.values(), ids=FILES)


@CASES
def test_in_a_knowledge_base(tmp_path, raw, place, said):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    (folder / "odd.yaml").write_bytes(raw)
    faults = faults_in(folder)
    assert message(faults) == f"odd.yaml:{place}: {said}"
    assert_well_said(faults)


@CASES
def test_as_an_answer_sheet(raw, place, said):
    faults = faults_in_sheet(raw)
    assert message(faults) == f"sheet.yaml:{place}: {said}"


def test_many_keys_are_read_at_once_and_faults_beyond_number_are_not_listed(tmp_path):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    (folder / "odd.yaml").write_text("".join(f"key_{n}: 1\n" for n in range(2_000)))
    faults = faults_in(folder)
    assert len(faults) == 201
    assert faults[-1].problem == "from here on there are more faults"
    assert_well_said(faults)


def test_a_sheet_of_nothing_but_wrong_questions_is_given_up():
    faults = faults_in_sheet(b"".join(b"key_%d: 1\n" % n for n in range(60_000)))
    assert len(faults) == 201
    assert_well_said(faults)


def test_a_folder_named_like_a_file_is_a_folder(tmp_path):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    (folder / "more.yaml").mkdir()
    assert faults_in(folder) == ()


def test_files_that_editors_leave_behind_are_not_read(tmp_path):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    (folder / ".night.yaml.swp").write_bytes(b"\0")
    (folder / ".hidden.yaml").write_bytes(b"\0")
    assert faults_in(folder) == ()


def test_a_link_to_nowhere_is_a_fault(tmp_path):
    folder = shutil.copytree(GOOD, tmp_path / "kb")
    (folder / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    faults = faults_in(folder)
    assert (
        message(faults)
        == "gone.yaml:1:1: this file cannot be read: no such file or directory\n  see that it is there and may be read\n"
    )
