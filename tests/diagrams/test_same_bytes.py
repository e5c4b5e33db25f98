"""The same answers give the same file, byte for byte, in every run."""

import os
import subprocess
import sys

import pytest

from milepost.diagrams.render import FORMATS, draw
from milepost.engine.model.answer_sheet import Sheet
from tests.tiers import thorough

DIGESTS = """
import hashlib
from milepost import Milepost
from milepost.diagrams.render import FORMATS, draw
from milepost.engine.model.answer_sheet import Sheet
milepost = Milepost()
example = next(e for e in milepost.kb.examples.values() if e.step == "ask")
consultation = milepost.consult(Sheet(example.answers))
for graph in (milepost.graph(consultation), milepost.stages(consultation)):
    for format in FORMATS:
        print(format, hashlib.sha256(draw(graph, format)).hexdigest())
"""


@pytest.mark.parametrize("format", FORMATS)
def test_drawn_twice(graphs, format):
    first, second = (draw(graphs[3], format) for _ in range(2))
    assert first == second


@thorough
def test_drawn_in_two_runs_with_different_hash_seeds(tmp_path):
    runs = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == 2 * len(FORMATS)


def test_the_order_of_answers_does_not_matter(examples, ways, consultant, drawn_way):
    turned = drawn_way(consultant.consult(Sheet(dict(reversed(examples["ask"].answers.items())))))
    for format in ("svg", "dot", "mmd", "txt", "json"):
        assert draw(turned, format) == draw(ways["ask"], format)
