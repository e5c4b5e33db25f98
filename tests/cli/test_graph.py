"""`milepost graph`, and `--graph` beside a recommendation."""

import json
import os
from pathlib import Path

import pytest

from milepost.engine.model.condition import tests as every_test
from tests.tiers import sampled

STARTS = {"svg": b"<", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"", "mmd": b"", "txt": b"", "json": b"{"}
LADDER = ("--kb", Path(__file__).parents[1] / "small" / "ladder")
EXAMPLE = ("advise", "--example", "every-stage-done")


@pytest.mark.parametrize("format", STARTS)
def test_the_whole_graph_in_every_format(milepost, format):
    done = milepost("graph", "--out", f"map.{format}")
    drawn = (milepost.folder / f"map.{format}").read_bytes()
    assert done.returncode == 0 and done.out == ""
    assert done.err.splitlines()[-1] == f"the picture is in map.{format}"
    assert drawn.startswith(STARTS[format]) and len(drawn) > 1000


@pytest.mark.parametrize("format", STARTS)
def test_your_path_in_every_format(milepost, format):
    done = milepost(*EXAMPLE, "--graph", f"way.{format}")
    drawn = (milepost.folder / f"way.{format}").read_bytes()
    assert done.returncode == 0 and "One short message" in done.out
    assert drawn.startswith(STARTS[format]) and len(drawn) > 200


def test_printed_as_text_unless_told_otherwise(milepost, base):
    done = milepost("graph")
    assert done.returncode == 0
    shown = " ".join(done.out.split())
    assert all(step.title in shown for step in base.steps.values())
    assert max(map(len, done.out.splitlines())) <= 80
    assert max(map(len, milepost("graph", COLUMNS="40").out.splitlines())) <= 40
    assert json.loads(milepost("graph", "--format", "json").out)


def test_a_way_is_shown_and_on_demand_the_stages_with_its_step(milepost):
    (milepost.folder / "answers.yaml").write_text("danger_now: yes\n")
    done = milepost("graph", "--path", "answers.yaml")
    assert done.returncode == 0 and done.err == ""
    assert done.out.startswith("How your next step was found") and "✓ Get to safety now" in done.out
    assert milepost("graph", "--path", "-", typed=b"danger_now: yes\n").out == done.out
    assert milepost("graph", "answers.yaml").out == done.out
    assert milepost("graph", "answers.yaml", "--path", "answers.yaml").returncode == 2
    among = milepost("graph", "--path", "answers.yaml", "--stages").out
    assert among.startswith("The stages") and "✓ Get to safety now" in among
    assert "✓" not in milepost("graph").out


@pytest.mark.parametrize("format", sampled(STARTS, 2))
def test_a_part_and_the_wiring_in_every_format(milepost, format):
    for view in (("--step", "pause"), ("--wiring",)):
        assert milepost("graph", *view, "--force", "--out", f"view.{format}").returncode == 0
        drawn = (milepost.folder / f"view.{format}").read_bytes()
        assert drawn.startswith(STARTS[format]) and len(drawn) > 300


def test_what_an_answer_to_a_guard_question_opens_is_told_after_the_step_and_to_authors(milepost, base):
    (milepost.folder / "answers.yaml").write_text("danger_now: yes\n")
    (milepost.folder / "begun.yaml").write_text("danger_now: no\n")
    because = next(
        r.because for r in base.rules_for["danger"] if any(t.fact == "danger_now" for t in every_test(r.when))
    )
    shown = lambda *more: " ".join(milepost("graph", "--finding", "danger", *more).out.split())  # noqa: E731
    assert because not in shown() and because not in shown("--path", "begun.yaml")
    assert because in shown("--path", "answers.yaml") and because in shown("--wiring")


@pytest.mark.parametrize("kind", ["step", "finding", "question"])
def test_a_part_that_is_not_there(milepost, kind):
    done = milepost("graph", f"--{kind}", "pausse")
    assert done.returncode == 2 and f"--{kind}: there is no {kind} `pausse`" in " ".join(done.err.split())
    far = " ".join(milepost("graph", f"--{kind}", "nonsense").err.split())
    assert f"there is no {kind} `nonsense`; `milepost graph --out FOLDER/` draws all" in far


def test_one_view_at_a_time(milepost):
    done = milepost("graph", "--step", "pause", "--question", "aim")
    assert done.returncode == 2 and "name one of --stages, --step, --finding and --question" in done.err


def test_a_way_with_open_answers_is_drawn_with_a_note(milepost):
    done = milepost("graph", "--path", "-", typed=b"danger_now: no\n")
    assert done.returncode == 0 and done.out
    assert "answers are missing that can still change the step" in " ".join(done.err.split())


@pytest.mark.parametrize("path", ["nowhere/way.svg", "folder.svg", "x" * 300 + ".svg"])
def test_a_picture_that_cannot_be_written(milepost, path):
    (milepost.folder / "folder.svg").mkdir()
    done = milepost(*EXAMPLE, "--graph", path)
    assert done.returncode == 1
    assert "Your next step" in done.out
    assert f"{path}: the picture cannot be written: " in done.err
    if path != "folder.svg":  # `graph` draws into a folder
        assert milepost("graph", "--out", path).returncode == 1


def test_a_working_folder_that_is_read_only(milepost):
    milepost.folder.chmod(0o500)
    assert milepost(*EXAMPLE).returncode == 0
    assert milepost("graph", "--format", "svg").returncode == 0


def test_an_ending_that_is_no_format_is_told_before_anything_else(milepost):
    for arguments in ([*EXAMPLE, "--graph", "way.gif"], ["ask", "--graph", "way.gif"], ["graph", "--out", "way"]):
        done = milepost(*arguments)
        assert done.returncode == 2 and done.out == ""
        assert ".svg" in done.err
    assert list(milepost.folder.iterdir()) == []


OVER = ("advise", "-", "--rest-unknown", *LADDER)


def test_a_file_is_replaced_only_with_force_and_an_empty_one_without(milepost):
    way = milepost.folder / "way.svg"
    way.write_bytes(b"")  # as `mktemp` leaves one
    assert milepost("graph", *LADDER, "--out", way).returncode == 0
    before = way.read_bytes()
    for command in (("graph", *LADDER, "--out"), (*OVER, "--graph"), ("ask", *LADDER, "--graph")):
        done = milepost(*command, way, typed=b"tired: no\n")
        assert done.returncode == 2 and done.out == "" and way.read_bytes() == before
        assert f"`{way}` is there already; name another file, or let --force replace it" in done.err
    assert milepost(*OVER, "--force", "--graph", way, typed=b"tired: no\n").returncode == 0
    assert before != way.read_bytes() != b""


def test_the_answers_are_never_replaced_not_even_with_force_or_by_a_link(milepost):
    mine, link = milepost.folder / "mine.json", milepost.folder / "way.json"
    mine.write_text('{"tired": "no"}')
    link.symlink_to(mine)
    for picture in (mine, link):
        for command in (("advise", mine, "--rest-unknown", "--graph"), ("graph", "--path", mine, "--out")):
            done = milepost(*command, picture, "--force", *LADDER)
            assert done.returncode == 2 and done.out == "" and "holds the answers; name another file" in done.err
    assert mine.read_text() == '{"tired": "no"}'


def test_it_is_told_in_json_too_and_whatever_format_is_named(milepost):
    mine = milepost.folder / "mine.svg"
    mine.write_bytes(b"a cat")
    done = milepost(*EXAMPLE, "--json", "--graph", mine)
    (problem,) = json.loads(done.out)["problems"]
    assert done.returncode == 2 and "is there already" in problem["what"]
    assert milepost("graph", "--format", "png", "--out", mine).returncode == 2
    assert mine.read_bytes() == b"a cat"


def test_answers_saved_on_the_way_are_not_replaced_either(milepost, terminal):
    screen = terminal("ask", "--graph", "way.txt", "--force")
    screen.first_of_all()
    screen.type("s")
    screen.type("way.txt")
    saved = (milepost.folder / "way.txt").read_bytes()
    screen.type("1")
    screen.type("")
    assert "holds the answers" in screen.leave("q")
    assert screen.child.exitstatus == 2
    assert (milepost.folder / "way.txt").read_bytes() == saved


def test_a_picture_of_somebodys_path_is_for_their_account_only(milepost):
    for command in ((*OVER, "--graph", "way.txt"), ("graph", *LADDER, "--path", "-", "--out", "way.dot")):
        assert milepost(*command, typed=b"tired: no\n").returncode == 0
    milepost("graph", *LADDER, "--out", "map.txt")
    modes = {file.name: file.stat().st_mode & 0o777 for file in milepost.folder.iterdir()}
    mask = os.umask(0)
    os.umask(mask)
    assert modes == {"way.txt": 0o600, "way.dot": 0o600, "map.txt": 0o666 & ~mask}


def test_where_a_pipe_or_a_device_is_named_it_is_written_to(process):
    assert process("graph", "--format", "svg", "--out", "/dev/stdout").out.startswith("<?xml")


def test_json_and_a_picture_together(milepost):
    done = milepost(*EXAMPLE, "--json", "--graph", "way.svg")
    assert json.loads(done.out)["step"]["id"] == "first_message"


def test_a_picture_is_not_thrown_at_a_terminal(terminal):
    screen = terminal("graph", "--format", "png")
    assert "a terminal cannot show png; name a file with --out" in screen.end()
    assert screen.child.exitstatus == 2


NAMED = {"text": "How your next step was found", "svg": "<?xml", "dot": "digraph", "mermaid": "flowchart", "json": "{"}


@pytest.mark.parametrize("name", NAMED)
def test_each_format_has_the_name_that_people_call_it_by(milepost, name):
    (milepost.folder / "answers.yaml").write_text("danger_now: yes\n")
    done = milepost("graph", "--format", name, "--path", "answers.yaml")
    assert done.returncode == 0
    assert done.out.startswith(NAMED[name])
