"""The same answers give the same file, byte for byte, in every run."""

import os
import subprocess
import sys

import pytest

from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import FORMATS, draw
from milepost.diagrams.whole import whole

DIGESTS = """
import hashlib, sys
from milepost import kb as shipped
from milepost.diagrams.own_path import own_path
from milepost.diagrams.render import FORMATS, draw
from milepost.diagrams.whole import whole
from milepost.engine.consulting.consult import Consultant
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.checks.read import read
kb = read(shipped.FOLDER)
example = next(e for e in kb.examples.values() if e.step == "ask")
consultation = Consultant(kb).consult(Sheet(example.answers))
for graph, formats in ((own_path(consultation), FORMATS), (whole(kb, consultation), ("svg", "dot", "mmd", "txt", "json"))):
    for format in formats:
        print(format, hashlib.sha256(draw(graph, format)).hexdigest())
"""


@pytest.mark.parametrize("format", FORMATS)
def test_drawn_twice(consultations, format):
    first, second = (draw(own_path(consultations[3]), format) for _ in range(2))
    assert first == second


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
    assert len(runs[0].splitlines()) == 12


def test_the_order_of_answers_does_not_matter(base, consultant, consultations):
    sheet = consultations[5].sheet
    turned = consultant.consult(type(sheet)(dict(reversed(sheet.answers.items()))))
    for format in ("svg", "dot", "mmd", "txt", "json"):
        assert draw(own_path(turned), format) == draw(own_path(consultations[5]), format)
        assert draw(whole(base, turned), format) == draw(whole(base, consultations[5]), format)
