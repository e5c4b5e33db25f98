"""A letter that no font here has is found out, and said."""

import pytest

from milepost.diagrams.fonts import missing
from milepost.diagrams.graph import WAY, Node, graph_of

FONTS = "#!/bin/sh\ncase $1 in :charset=4f60) ;; *) echo Some Sans ;; esac\n"


@pytest.fixture
def fonts(monkeypatch, tmp_path):
    """A machine whose fonts have no Chinese."""
    command = tmp_path / "fc-list"
    command.write_text(FONTS)
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


def drawn(words):
    return graph_of("t", "d", [Node("step:a", "step", words)], [], [], WAY)


def test_letters_without_a_font_are_named(fonts):
    assert missing(drawn("你好")) == "你"
    assert missing(drawn("привет, Pause, “é”")) == ""


def test_nothing_is_said_where_nothing_can_tell(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing(drawn("你好")) == ""
