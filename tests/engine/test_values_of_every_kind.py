"""A test on a number meets words and sets in working memory too, in an order that hangs on the hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERY_SHEET = """
import sys
from tests.engine.chaining.advice import WholeChainer
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.checks.read import read
from tests.sheets import every_sheet

base = read(sys.argv[1])
chainer, circuit = WholeChainer(base), compiled(base)
for sheet in every_sheet(base):
    assert chainer.conclude(sheet) == conclude(circuit, sheet), dict(sheet.answers)
"""


@pytest.mark.parametrize("hash_seed", ["0", "4", "6", "11"])
def test_whatever_the_hash_seed(hash_seed):
    folder = ROOT / "tests" / "bad" / "promises" / "otherwise-taken-as-clearance" / "kb"
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", EVERY_SHEET, str(folder)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
