"""Files and folders with names that nobody expects, or that may not be read: a message, the right exit code, nothing else."""

import json
import os
import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[1] / "small" / "ladder"
LONG = "a" * 5000
# A mark that turns around what stands behind it, so that `evil.yaml` can look like another name.
TURNED = "ans\u202elmay.live"
NO_TEXT = os.fsdecode(b"ans\xffwers.yaml")
FOLDERS = {"too long": LONG, "turned around": TURNED, "no text": NO_TEXT, "a part too long": f"{LONG}/kb"}


def harmless(text: str) -> bool:
    return "\u202e" not in text and "Traceback" not in text


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("command", ["check", "sheet", "prove", "limits", "export", "web"])
def test_a_folder_is_at_fault_and_not_the_output(milepost, name, command):
    more = {"export": ["--to", "asp"], "web": ["--get", "/"]}.get(command, [])
    done = milepost(command, *more, "--kb", FOLDERS[name])
    assert done.returncode == 3 and done.out == "" and harmless(done.err)
    assert "output" not in done.err and ("there is no such folder" in done.err or "cannot be read" in done.err)


@pytest.mark.parametrize("name", FOLDERS)
def test_help_comes_all_the_same(milepost, name):
    done = milepost("help-now", "--kb", FOLDERS[name])
    assert done.returncode == 0 and "emergency number" in done.out
    assert harmless(done.err) and "cannot be read. These are the ones milepost" in " ".join(done.err.split())


@pytest.mark.parametrize("name", FOLDERS)
def test_so_it_is_with_json(milepost, name):
    done = milepost("check", FOLDERS[name], "--json")
    (problem,) = json.loads(done.out)["problems"]
    assert done.returncode == 3 and done.err == "" and harmless(done.out) and problem["do"]


@pytest.mark.parametrize("name", [LONG, TURNED, NO_TEXT], ids=["too long", "turned around", "no text"])
@pytest.mark.parametrize("command", [["advise"], ["why"], ["graph", "--path"], ["advise", "--json"]], ids=" ".join)
def test_a_file_of_answers(milepost, name, command):
    done = milepost(*command, name)
    assert done.returncode == 2 and harmless(done.out + done.err)


@pytest.mark.parametrize("name", [TURNED, NO_TEXT], ids=["turned around", "no text"])
def test_what_is_in_such_files_is_read_and_such_files_are_written(milepost, name):
    (milepost.folder / name).write_text("tired: no\n")
    done = milepost("advise", name, "--kb", SMALL)  # one answer is missing
    assert done.returncode == 2 and harmless(done.err) and "some answers are missing" in done.err
    assert milepost("advise", name, "--kb", SMALL, "--rest-unknown").returncode == 0
    done = milepost("advise", name, "--kb", SMALL, "--rest-unknown", "--graph", f"{name}.svg")
    assert done.returncode == 0 and harmless(done.err) and (milepost.folder / f"{name}.svg").stat().st_size
    (milepost.folder / name).write_text("tird: yes\n")
    for more in ([], ["--json"]):
        done = milepost("advise", name, "--kb", SMALL, *more)
        assert done.returncode == 2 and harmless(done.out + done.err) and "tird" in done.out + done.err


@pytest.mark.parametrize("name", [TURNED, NO_TEXT], ids=["turned around", "no text"])
def test_a_knowledge_base_with_such_a_name_and_such_files(milepost, name):
    folder = shutil.copytree(SMALL, milepost.folder / name)
    done = milepost("check", folder)
    assert done.returncode == 0 and harmless(done.out) and done.err == ""
    (folder / f"{name}.yaml").write_text("rules: 1\n")
    for more in ([], ["--json"]):
        done = milepost("check", folder, *more)
        assert done.returncode == 3 and harmless(done.out + done.err) and "`rules` is" in done.out + done.err


@pytest.mark.parametrize("place", [".", "more"])
def test_a_folder_that_may_not_be_read_is_a_fault_and_never_left_out(milepost, monkeypatch, place):
    folder = shutil.copytree(SMALL, milepost.folder / "kb")
    (folder / "more").mkdir()
    assert milepost("check", folder).returncode == 0
    closed, scanned, listed = folder / place, os.scandir, os.listdir

    def refused(kept):
        # Whoever runs the tests may be allowed everything, so that the folder itself cannot say no.
        def of(path):
            if Path(path) == closed:
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return kept(path)

        return of

    monkeypatch.setattr(os, "scandir", refused(scanned))
    monkeypatch.setattr(os, "listdir", refused(listed))
    done = milepost("check", folder)
    assert done.returncode == 3 and done.out == ""
    assert f"{folder if place == '.' else 'more'}: this folder cannot be read: permission denied\n" in done.err
