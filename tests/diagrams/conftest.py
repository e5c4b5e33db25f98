"""Graphs to draw, and the two ways in which pictures are rendered."""

import sys

import pytest

from milepost.diagrams.around import around
from milepost.diagrams.stages import stages_of
from milepost.diagrams.way import way_of
from milepost.diagrams.wiring import wiring
from tests.conftest import OfExamples

# Very different ways: a step of safety, parents in a pause, the last step of contact, and nothing that fits.
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
def examples(base):
    """For each step the first example that gets it."""
    first = {}
    for example in base.examples.values():
        first.setdefault(example.step, example)
    return first


@pytest.fixture(scope="session")
def drawn_way(explainer):
    """Gives the way of a consultation as a graph."""
    return lambda consultation: way_of(consultation, explainer.explain(consultation))


@pytest.fixture(scope="session")
def ways_of_examples(base, consultations, explanations):
    """The way of every example, as a graph."""
    return OfExamples(base, lambda id: way_of(consultations[id], explanations[id]))


@pytest.fixture(scope="session")
def ways(examples, ways_of_examples):
    """A way to each step, by the step."""
    return {step: ways_of_examples[example.id] for step, example in examples.items()}


@pytest.fixture(scope="session")
def parents(ways):
    return ways["pause_parents"]


@pytest.fixture(scope="session")
def graphs(base, ways, consultations, examples):
    """Ways, a step, a finding and a question, the wiring, the stages, and the stages with a step marked."""
    return [
        *(ways[step] for step in DIFFERENT),
        *(around(base, id) for id in ("step:pause", "finding:touch", "question:contact_now")),
        wiring(base),
        stages_of(base),
        stages_of(base, consultations[examples["ask"].id]),
    ]


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
