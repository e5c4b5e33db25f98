"""`milepost graph --out FOLDER/`: the stages and all parts, which lead to each other."""

import re
from pathlib import Path

from milepost.diagrams.around import around, views
from tests.tiers import thorough

LADDER = ("--kb", Path(__file__).parents[1] / "small" / "ladder")
HREF = re.compile(r' href="([^"]+)"')
BEGIN = " lead to each other; open pictures/stages.svg first\n"


def test_a_folder_gets_the_stages_and_all_parts_and_each_link_leads_to_a_file(milepost, base):
    assert milepost("graph", "--out", "pictures/").err == f"{len(views(base)) + 1} pictures{BEGIN}"
    folder = milepost.folder / "pictures"
    names = {id: f"{id.replace(':', '-')}.svg" for id in views(base)}
    assert {file.name for file in folder.iterdir()} == {"stages.svg", *names.values()}
    led = {file.name: set(HREF.findall(file.read_text())) for file in folder.iterdir()}
    assert set().union(*led.values()) <= set(led)
    assert led["stages.svg"] == {names[f"step:{key}"] for key in base.steps}
    # Each part leads to all that its graph names and that has a picture.
    for id, name in names.items():
        graph = around(base, id)
        about = {node.id for node in graph.nodes} | {row.to for node in graph.nodes for row in node.rows}
        assert led[name] == {names[each] for each in about & set(names)}, id


def test_a_folder_holds_what_each_view_would_show(milepost):
    (milepost.folder / "answers.yaml").write_text("tired: yes\n")
    (milepost.folder / "mine").mkdir()
    step = set()
    for more, name in (((), "plain"), (("--path", "answers.yaml"), "mine"), (("--wiring",), "authors")):
        assert milepost("graph", *LADDER, *more, "--out", f"{name}/").returncode == 0
        drawn = {file.name: file for file in (milepost.folder / name).iterdir()}
        step.add(drawn["stages.svg"].read_text().count('data-state="yours"'))
        assert (drawn["stages.svg"].stat().st_mode & 0o077 == 0) == (name == "mine")
    assert step == {0, 1}


@thorough
def test_in_a_folder_too_what_answers_to_guard_questions_open_is_for_authors(milepost, base):
    for more, name in (((), "plain"), (("--wiring",), "authors")):
        assert milepost("graph", *more, "--out", f"{name}/").returncode == 0
        drawn = (milepost.folder / name / "question-danger_now.svg").read_text()
        assert ("finding-danger.svg" in drawn) == (name == "authors")


def test_nothing_in_a_folder_is_replaced_without_force_and_the_answers_never(milepost):
    folder = milepost.folder
    begun = [*LADDER, "--out", folder]  # it is there already
    assert milepost("graph", *begun).returncode == 0
    (folder / "stages.svg").unlink()
    step = next(folder.glob("step-*.svg"))
    step.write_text("mine")
    done = milepost("graph", *begun)
    assert done.returncode == 2 and "is there already" in done.err
    assert step.read_text() == "mine" and not (folder / "stages.svg").exists()
    answers = next(folder.glob("question-*.svg"))
    answers.write_text("tired: no\n")
    done = milepost("graph", "--path", answers, "--force", *begun)
    assert done.returncode == 2 and "holds the answers" in done.err and answers.read_text() == "tired: no\n"
    assert milepost("graph", "--force", *begun).returncode == 0 and step.read_text() != "mine"


def test_a_folder_that_cannot_be_drawn_into(milepost):
    done = milepost("graph", *LADDER, "--out", "no/such/")
    assert done.returncode == 1 and "no/such: the picture cannot be written" in done.err
    for more in (("--format", "png"), ("--step", "rest")):
        assert milepost("graph", *LADDER, *more, "--out", "pictures/").returncode == 2
    assert list(milepost.folder.iterdir()) == []
