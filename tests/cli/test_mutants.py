"""`milepost prove --mutants`: what catches planted faults, in a table and as JSON, and what slips past with whom it harms."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from milepost.engine.mutation.killing import CAUGHT_BY, EXAMPLE, HARMLESS, NOTHING
from milepost.engine.mutation.mutants import MUTATIONS

TESTS = Path(__file__).parents[1]
LADDER = TESTS / "small" / "ladder"  # with examples, and without a promise
KEPT = TESTS / "bad" / "promises" / "otherwise-has-more-contact" / "kb"


def numbers(out: str) -> dict[str, list[int]]:
    """The rows of the table: a kind of fault, and how many are caught by what."""
    rows = (line for line in out.partition("\n\n")[0].splitlines() if line.startswith(tuple(MUTATIONS)))
    return {row[:38].strip(): [int(number) for number in row[38:].split()] for row in rows}


def test_a_table_and_whom_each_harms(milepost):
    done = milepost("prove", "--mutants", "--kb", LADDER)
    table = numbers(done.out)
    assert set(table) == set(MUTATIONS) and all(all_ == sum(rest) for all_, *rest in table.values())
    slipping = sum(row[1 + CAUGHT_BY.index(by)] for row in table.values() for by in (EXAMPLE, NOTHING))
    mattering = sum(row[0] - row[1 + CAUGHT_BY.index(HARMLESS)] for row in table.values())
    assert slipping > 0 and done.returncode == 3
    tried = sum(row[0] for row in table.values())
    assert f"{tried} mutants. Of {mattering} that matter, {mattering - slipping} are caught" in " ".join(
        done.out.split()
    )
    assert done.out.count("  -> ") == slipping


def test_the_same_as_json(milepost):
    done = milepost("prove", "--mutants", "--kb", LADDER, "--json")
    document = json.loads(done.out)
    table = numbers(milepost("prove", "--mutants", "--kb", LADDER).out)
    assert {kind: list(found.values()) for kind, found in document["mutants"].items()} == table
    slipping = document["slip_past"]
    assert len(slipping) == sum(found["example"] + found["nothing"] for found in document["mutants"].values())
    assert all(each["harm"] and each["answers"] for each in slipping)


def test_a_sample_is_the_same_each_time(milepost):
    first, again = (milepost("prove", "--mutants", "--sample", "9", "--kb", LADDER).out for _ in range(2))
    assert first == again and sum(row[0] for row in numbers(first).values()) == 9


def test_ctrl_c_tells_what_was_found_so_far(environment, milepost):
    """A first mutant is tried, and then it is interrupted, as by a person who has seen enough."""
    script = milepost.folder / "interrupted.py"
    script.write_text(INTERRUPTED)
    command = [sys.executable, str(script), "prove", "--mutants", "--kb", str(LADDER)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 130 and "Traceback" not in done.stderr
    assert sum(row[0] for row in numbers(done.stdout).values()) == 1


INTERRUPTED = """
import os, signal, sys
from milepost.cli.main import main
from milepost.engine.mutation.killing import Killing

tried, seen = Killing.tried, []

def once(killing, mutant):
    if seen:
        os.kill(os.getpid(), signal.SIGINT)
    seen.append(mutant)
    return tried(killing, mutant)

Killing.tried = once
sys.exit(main())
"""


@pytest.mark.parametrize("more", [["danger-now-comes-first"], ["--save", "x.yaml"]])
def test_wrong_use(milepost, more):
    assert milepost("prove", "--mutants", *more).returncode == 2
    assert milepost("prove", "--sample", "3").returncode == 2
    assert os.listdir(milepost.folder) == []
