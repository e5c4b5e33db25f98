"""A file appears whole or not at all: where the disk is full, where the program is killed, and where names are not put off."""

import os
import signal

import pytest

from milepost.cli.terminal import private_file
from milepost.cli.terminal.private_file import write_new, write_over

WAYS = {"without a name at first": os.O_TMPFILE, "where that cannot be": None}


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    """Files that get their name last, and systems that cannot do that."""
    if WAYS[request.param] is None:
        monkeypatch.delattr(private_file.os, "O_TMPFILE")


def test_what_is_written_is_there_and_private(way, tmp_path):
    write_new(tmp_path / "mine", b"answers")
    write_over(tmp_path / "mine", b"other answers")
    write_over(tmp_path / "new", b"more")
    assert {file.name: (file.read_bytes(), file.stat().st_mode & 0o777) for file in tmp_path.iterdir()} == {
        "mine": (b"other answers", 0o600),
        "new": (b"more", 0o600),
    }
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "mine", b"third")
    assert (tmp_path / "mine").read_bytes() == b"other answers"


@pytest.mark.parametrize("write", [write_new, write_over])
def test_on_a_full_disk_nothing_is_there(way, write, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "mine", b"answers")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_new, write_over])
def test_after_a_kill_in_the_middle_nothing_is_there(write, tmp_path, monkeypatch):
    (tmp_path / "kept").write_text("kept")
    monkeypatch.setattr(private_file.os, "fsync", lambda descriptor: os.kill(os.getpid(), signal.SIGKILL))
    child = os.fork()
    if child == 0:
        write(tmp_path / ("kept" if write is write_over else "mine"), b"answers")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("kept", "kept")]
