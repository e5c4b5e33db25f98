"""Graphs to draw, and the two ways in which pictures are rendered."""

import sys

import pytest

from milepost.diagrams.own_path import own_path
from milepost.diagrams.whole import whole
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet

# Very different paths: a step of safety, parents in a pause, the last rung, and nothing that fits.
DIFFERENT = ("get_safe_now", "safety_plan", "stop_contact", "pause_parents", "rash_sorry", "ask", "talk_it_through")

# Stands in for Graphviz' command: notes how it was called, and renders with the Graphviz inside pygraphviz.
FAKE_DOT = """#!{python}
import sys
from pathlib import Path
import pygraphviz
arguments, source = sys.argv[1:], sys.stdin.read()
with open({record!r}, "a") as record:
    record.write(" ".join(arguments) + chr(10))
way = "nop2" if "-n2" in arguments else "dot"
wanted = next(a.removeprefix("-T") for a in arguments if a.startswith("-T"))
sys.stdout.buffer.write(pygraphviz.AGraph(string=source).draw(format=wanted, prog=way))
"""


@pytest.fixture(scope="session")
def consultant(base):
    return Consultant(base)


@pytest.fixture(scope="session")
def examples(base):
    """For each step the first example that gets it."""
    first = {}
    for example in base.examples.values():
        first.setdefault(example.step, example)
    return first


@pytest.fixture(scope="session")
def one_for_each_step(consultant, examples):
    """A consultation for each step."""
    return [consultant.consult(Sheet(example.answers)) for example in examples.values()]


@pytest.fixture(scope="session")
def consultations(consultant, examples):
    """One consultation for each of the different steps."""
    return [consultant.consult(Sheet(examples[step].answers)) for step in DIFFERENT]


@pytest.fixture(scope="session", params=DIFFERENT)
def consultation(request, consultations):
    return consultations[DIFFERENT.index(request.param)]


@pytest.fixture(scope="session")
def parents(consultations):
    return own_path(consultations[DIFFERENT.index("pause_parents")])


@pytest.fixture(scope="session")
def graphs(base, consultations):
    """Paths, a map, and a map with a path on it."""
    return [*(own_path(c) for c in consultations), whole(base), whole(base, consultations[DIFFERENT.index("ask")])]


@pytest.fixture
def in_process(monkeypatch, tmp_path):
    """No Graphviz on the machine: only the one inside pygraphviz can draw."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))


@pytest.fixture
def fake_dot(monkeypatch, tmp_path):
    """A `dot` on PATH that notes its calls; gives the file with the notes."""
    record, folder = tmp_path / "calls", tmp_path / "bin"
    folder.mkdir()
    command = folder / "dot"
    command.write_text(FAKE_DOT.format(python=sys.executable, record=str(record)))
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return record
