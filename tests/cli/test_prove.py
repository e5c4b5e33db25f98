"""`milepost prove`: certificates, witnesses, and what it says when it cannot prove something."""

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from milepost.engine.checks.read import read
from milepost.engine.language.sheet_file import read_sheet
from milepost.engine.model.answer_sheet import Sheet
from tests.engine.promises import pigeons
from tests.engine.promises.planted import FAULTS, base_of, expected, known_part

BAD = Path(__file__).parents[1] / "bad"
QUICK = ["danger-now-comes-first", "crisis-comes-third"]
BROKEN = [fault for fault in FAULTS if expected(fault)["status"] == "broken"]
each_broken = pytest.mark.parametrize("fault", BROKEN, ids=lambda path: path.name)


def test_a_certificate(milepost, base):
    done = milepost("prove", *QUICK, "--today", "2026-11-22")
    assert done.returncode == 0 and done.err == ""
    said = " ".join(done.out.split())
    for id in QUICK:
        assert f"{id}: holds\n    " in done.out and f" {id}: holds {base.promises[id].says} " in f" {said} "
    assert "Proved by clingo and by CaDiCaL, and by looking at every sheet. It covers" in said
    assert "2 of 2 promises hold." in said
    assert base.digest in said and "Date 2026-11-22; milepost 0.1.0, clingo 5." in said and "experta 1.9.4" in said


def test_a_certificate_as_json(milepost, base):
    done = milepost("prove", *QUICK, "--json", "--today", "2026-11-22")
    assert done.returncode == 0 and done.err == ""
    told = json.loads(done.out)
    assert told["schema"] == "milepost.proof/2"
    assert told["knowledge_base"] == base.digest and told["date"] == "2026-11-22"
    assert set(told["versions"]) == {"milepost", "clingo", "python-sat", "experta", "python"}
    proved = [(p["promise"], p["status"], p["methods"], p["witness"]) for p in told["promises"]]
    assert proved == [(id, "holds", ["clingo", "CaDiCaL", "every sheet"], None) for id in QUICK]
    assert told["promises"][0]["says"] == base.promises[QUICK[0]].says
    assert told["promises"][0]["sheets"] > 10**30 and told["promises"][0]["differing_in_what_matters"] == 3
    assert told["not_looked_at"] == []


def test_not_knowing_is_told_for_every_question_by_name(milepost, base):
    told = json.loads(milepost("prove", "not-knowing-opens-nothing-guards", "--json").out)
    guards = [key for key, question in base.questions.items() if question.guard]
    assert list(told["promises"][0]["questions"]) == guards
    assert told["promises"][0]["questions"]["danger_now"] == "holds"


def test_a_promise_named_twice_is_proved_once(milepost):
    assert "1 of 1 promise holds." in milepost("prove", QUICK[0], QUICK[0]).out


@each_broken
def test_a_broken_promise_prints_a_whole_sheet_that_breaks_it(milepost, fault):
    said, kb = expected(fault), base_of(fault)
    done = milepost("prove", "--kb", fault / "kb")
    assert done.returncode == 3 and done.err == ""
    assert f"{said['promise']}: BROKEN" in done.out
    assert "no sheet with fewer known answers breaks it" in " ".join(done.out.split())
    lines = [line for line in done.out.splitlines() if line[2:].split(":")[0] in kb.questions]
    sheet = read_sheet("\n".join(lines).encode(), "sheet", kb).sheet
    assert set(sheet.answers) == set(kb.questions)
    assert known_part(sheet) == said["witness"]


@each_broken
def test_a_broken_promise_as_json(milepost, fault):
    said, kb = expected(fault), base_of(fault)
    done = milepost("prove", "--kb", fault / "kb", "--json")
    assert done.returncode == 3 and done.err == ""
    told = {p["promise"]: p for p in json.loads(done.out)["promises"]}[said["promise"]]
    assert told["status"] == "broken" and told["witness"]["simplest"] is True
    more = told["witness"]["says_more"]
    assert (more["question"] if more else told["witness"]["unknown_answer_to"]) == said.get("question")
    sheet = read_sheet(json.dumps(told["witness"]["answers"]).encode(), "sheet", kb).sheet
    assert known_part(sheet) == said["witness"]
    assert set(told["witness"]["fired"]) <= set(kb.rules) and set(told["witness"]["advice"]) <= set(kb.advice)


def test_the_rules_that_fired_are_told_with_their_reasons(milepost):
    done = milepost("prove", "--kb", BAD / "promises" / "repair-outranks-an-order" / "kb")
    said = " ".join(done.out.split())
    assert "it leads to the step `mend`. The rules that fired:" in said
    assert "- mend-a-quarrel: It was a rash quarrel." in said and "- keep-an-order: There is an order." in said


def test_for_an_unknown_answer_it_tells_what_would_open_less(milepost):
    guard = milepost("prove", "--kb", BAD / "promises" / "unknown-guard-opens" / "kb")
    assert re.search("With `(stop|space)` for `wish` there is less contact", guard.out)
    other = milepost("prove", "--kb", BAD / "promises" / "unknown-answer-opens-more-than-any" / "kb")
    assert "With any known answer for `channel` there is less contact." in other.out


def test_where_more_leads_back_it_tells_the_other_sheet(milepost):
    folder = BAD / "promises" / "one-more-good-meeting-leads-back" / "kb"
    assert "With `3` for `meetings`, which says more, it leads to the step `wait`." in " ".join(
        milepost("prove", "--kb", folder).out.split()
    )
    (promise,) = json.loads(milepost("prove", "--kb", folder, "--json").out)["promises"]
    assert promise["witness"]["step"] == "meet"
    assert promise["witness"]["says_more"] == {"question": "meetings", "answer": 3, "step": "wait"}


@each_broken
def test_a_saved_witness_is_an_example_that_passes_today(milepost, fault, tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(fault / "kb", folder)
    done = milepost("prove", "--kb", folder, "--save", folder / "saved.yaml")
    assert done.returncode == 3
    assert "is written to" in done.err and "as an example" in done.err
    [example] = yaml.load((folder / "saved.yaml").read_text(), yaml.BaseLoader)["examples"]
    assert example["id"] == f"once-broke-{expected(fault)['promise']}"[:56].rstrip("-")
    checked = milepost("check", folder)
    if not json.loads(milepost("prove", "--kb", fault / "kb", "--json").out)["promises"][-1]["witness"]["step"]:
        # There can be no example without a step; this one fails until its sheet leads to one.
        assert checked.returncode == 3 and "comes out as no step" in checked.err
        return
    assert checked.returncode == 0, checked.err
    assert known_part(Sheet(read(folder).examples[example["id"]].answers)) == expected(fault)["witness"]
    assert milepost("advise", "--kb", folder, "--example", example["id"]).returncode == 0
    again = milepost("prove", "--kb", folder, "--save", folder / "again.yaml")
    assert again.returncode == 3
    assert milepost("check", folder).returncode == 0


def test_where_nothing_is_broken_nothing_is_saved(milepost):
    done = milepost("prove", QUICK[0], "--save", "saved.yaml")
    assert done.returncode == 0
    assert "no promise is broken, so nothing is written to saved.yaml" in done.err
    assert list(milepost.folder.iterdir()) == []


def test_a_file_that_cannot_be_written(milepost):
    done = milepost("prove", "--kb", BROKEN[0] / "kb", "--save", "no/such/folder.yaml")
    assert done.returncode == 3
    assert "no/such/folder.yaml: the example cannot be written: no such file or directory" in done.err


@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in BROKEN], ids=lambda path: path.name)
def test_a_promise_that_says_nothing(milepost, fault):
    said = expected(fault)
    done = milepost("prove", "--kb", fault / "kb")
    assert done.returncode == 3
    assert f"{said['promise']}: SAYS NOTHING" in done.out
    assert f"It says nothing: {said['why']}." in " ".join(done.out.split())
    told = json.loads(milepost("prove", "--kb", fault / "kb", "--json").out)["promises"][0]
    assert (told["status"], told["why"], told["witness"]) == ("trivial", said["why"], None)


def test_a_promise_that_names_something_unknown(milepost):
    done = milepost("prove", "--kb", BAD / "promise-with-unknown-fact")
    assert done.returncode == 3 and done.out == ""
    assert (
        "`tird` in promise `rest-comes` is not a question or finding" in done.err
        and "did you mean `tired`?" in done.err
    )


def test_a_name_that_is_no_promise(milepost):
    done = milepost("prove", "danger-now-comes-frist")
    assert done.returncode == 2 and done.out == ""
    assert "`danger-now-comes-frist` is not a promise; did you mean `danger-now-comes-first`?" in done.err


def test_no_promises_at_all(milepost):
    done = milepost("prove", "--kb", BAD.parent / "small" / "weather", "--json")
    assert done.returncode == 3
    assert "this knowledge base makes no promises" in done.err
    assert json.loads(done.out)["promises"] == []


@pytest.mark.parametrize("arguments", [["--timeout", "0"], ["--timeout", "0.000001"]])
def test_no_time_means_undecided(milepost, arguments):
    done = milepost("prove", "everybody-gets-a-step", QUICK[0], *arguments)
    assert done.returncode == 1
    assert (
        "everybody-gets-a-step: NOT DECIDED" in done.out
        and "It is not decided: the time given was too short." in done.out
    )
    assert ": holds" not in done.out and "0 of 2 promises hold." in done.out


def test_a_hard_promise_stays_undecided_and_an_easy_one_holds(milepost, tmp_path):
    folder = pigeons.write(tmp_path / "kb")
    done = milepost("prove", "--kb", folder, "--timeout", "1", "--json")
    assert done.returncode == 1
    assert [(p["promise"], p["status"]) for p in json.loads(done.out)["promises"]] == [
        ("quick", "holds"),
        ("two-share-a-hole", "undecided"),
    ]


def test_a_timeout_below_zero_is_a_wrong_use(milepost):
    done = milepost("prove", "--timeout", "-1")
    assert done.returncode == 2 and done.out == ""


def test_ctrl_c_prints_what_is_proved_so_far(environment, tmp_path):
    process = started(environment, tmp_path)
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert first == "quick: holds\n"
    assert "1 of 2 promises hold.\nStopped: 1 were not looked at.\n" in rest and "Knowledge base " in rest
    assert "two-share-a-hole" not in rest and "Traceback" not in err


def test_ctrl_c_with_json_prints_json(environment, tmp_path):
    terminal, end = pty.openpty()  # on a terminal, standard error tells which promise it is at
    process = started(environment, tmp_path, "--json", stderr=end)
    os.close(end)
    told = ""
    while "2 of 2: two-share-a-hole" not in told:
        told += os.read(terminal, 1000).decode()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    os.close(terminal)
    assert process.returncode == 130
    certificate = json.loads(out)
    assert [(p["promise"], p["status"]) for p in certificate["promises"]] == [("quick", "holds")]
    assert certificate["not_looked_at"] == ["two-share-a-hole"]


def started(environment, tmp_path, *arguments, stderr=subprocess.PIPE):
    """`milepost prove` over a quick promise and one that takes very long."""
    command = [sys.executable, "-m", "milepost", "prove", "--kb", str(pigeons.write(tmp_path / "kb")), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, env=environment, cwd=tmp_path)
