"""Long text on a terminal goes through a pager; short text, and text that goes elsewhere, does not."""

import pytest

from milepost.cli.terminal import looks, screens
from tests.tiers import sampled, several

SOURCES = ("sources",)


@pytest.fixture
def pager(tmp_path):
    """A pager that says that it was there."""
    script = tmp_path / "pager"
    script.write_text('#!/bin/sh\necho PAGED "$@"\ncat\n')
    script.chmod(0o755)
    return str(script)


def shown_on(terminal, *arguments, rows: int = 24, **variables) -> str:
    screen = terminal(*arguments, rows=rows, **variables)
    shown = screen.end()
    assert screen.child.exitstatus == 0
    return shown


@pytest.mark.parametrize(
    "arguments", sampled([("sources",), ("systems",), ("graph",), ("advise", "--example", "every-stage-done")], 1)
)
def test_long_text_is_paged(terminal, milepost, pager, arguments):
    shown = shown_on(terminal, *arguments, PAGER=f"{pager} -x 'a b'")
    assert shown.startswith("PAGED -x a b ")
    assert shown.removeprefix("PAGED -x a b ") == " ".join(milepost(*arguments).out.split())


@pytest.mark.parametrize(
    ("options", "variables"),
    sampled(
        [(["--no-pager"], {}), (["--plain"], {}), ([], {"TERM": "dumb"}), ([], {"MILEPOST_ACCESSIBLE": "1"})],
        1,
        several,
    ),
)
def test_no_pager_where_none_is_wished(terminal, pager, options, variables):
    assert "PAGED" not in shown_on(terminal, *SOURCES, *options, PAGER=pager, **variables)
    assert "PAGED" not in shown_on(terminal, *options, *SOURCES, PAGER=pager, **variables)


@pytest.mark.parametrize("named", sampled(["cat", "", " ", "no-such-pager", "'not closed"], 2))
def test_a_pager_that_does_nothing(terminal, milepost, named):
    assert shown_on(terminal, *SOURCES, PAGER=named) == " ".join(milepost(*SOURCES).out.split())


def test_what_fits_the_screen_is_not_paged(terminal, milepost, pager):
    rows = len(milepost("limits").out.splitlines())
    assert "PAGED" not in shown_on(terminal, *SOURCES, PAGER=pager, rows=500)
    assert "PAGED" not in shown_on(terminal, "systems", "strategic-break", PAGER=pager, rows=500)
    assert rows > 1 and "PAGED" not in milepost(*SOURCES, PAGER=pager).out, "nobody looks on"


def test_json_is_not_paged(terminal, pager):
    assert "PAGED" not in shown_on(terminal, *SOURCES, "--json", PAGER=pager)


def test_leaving_the_pager_early(terminal, tmp_path):
    early = tmp_path / "early"
    early.write_text("#!/bin/sh\nhead -n 1\n")
    early.chmod(0o755)
    shown = shown_on(terminal, *SOURCES, PAGER=str(early))
    assert "Traceback" not in shown and len(shown) < 200


def test_without_a_choice_it_is_less_and_leaves_no_file(terminal, tmp_path):
    """A stand-in for less on PATH, as not every machine has it: it shows how it is called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "less").write_text('#!/bin/sh\necho "LESS $LESS HISTORY $LESSHISTFILE"\ncat > /dev/null\n')
    (folder / "less").chmod(0o755)
    screen = terminal(*SOURCES, rows=24, PATH=f"{folder}:/usr/bin:/bin")
    assert screen.end() == r"LESS -R -PSpace\: more b\: back q\: done$ HISTORY -", (
        "the keys are told, and nothing is kept"
    )


def test_no_option_stands_alone_on_the_last_screen(monkeypatch):
    monkeypatch.setattr(looks, "paged", lambda: True)
    monkeypatch.setenv("LINES", "13")
    for options in range(3, 40):
        text = "\n".join(["What?", *(f"{number:>3}  Option {number}" for number in range(1, options)), "What?"])
        shown = screens.screens(text)
        assert "\n".join(shown) == text and max(page.count("\n") + 1 for page in shown) <= 12
        assert shown[-1].count("Option") != 1
