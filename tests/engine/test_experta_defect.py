"""The defect in experta's agenda is still there, and a salience of its own for every rule keeps clear of it.

If the first test fails, experta has been repaired: `engine/chaining/experta_port.py` can then be simplified.
"""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from milepost.engine.chaining.experta_port import NOT, Fact, KnowledgeEngine, Rule, distinct_saliences

class Go(Fact): pass
class Stop(Fact): pass

fired = []

def then(number):
    def fire(engine):
        fired.append(number)
        if len(fired) == 1:
            engine.declare(Stop(number=(number + 4) % 8))
    return fire

saliences = distinct_saliences(8) if sys.argv[1] == "distinct" else iter([1] * 8)
rules = {f"r{n}": Rule(Go(), NOT(Stop(number=n)), salience=next(saliences))(then(n)) for n in range(8)}
engine = type("Engine", (KnowledgeEngine,), rules)()
engine.reset()
engine.declare(Go())
engine.run()
print((fired[0] + 4) % 8 in fired)
"""


def fires_a_stopped_rule(saliences: str, seed: int) -> bool:
    """Eight rules wait on one fact. The first to fire stops another, which must not fire after that."""
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, saliences], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip() == "True"


def test_rules_of_one_salience_fire_although_their_not_no_longer_holds():
    # Which rule comes first hangs on where things lie in memory, too, so eight seeds can all miss it by chance.
    assert any(fires_a_stopped_rule("equal", seed) for seed in range(64))


@pytest.mark.parametrize("seed", range(8))
def test_rules_with_a_salience_of_their_own_do_not(seed):
    assert not fires_a_stopped_rule("distinct", seed)


def test_experta_is_imported_in_one_place_only():
    from pathlib import Path

    root = Path(__file__).parents[2]
    importing = [
        path.relative_to(root).as_posix()
        for room in ("kb", "engine", "diagrams", "cli")
        for path in (root / room).rglob("*.py")
        if any(line.strip().startswith(("import experta", "from experta")) for line in path.read_text().splitlines())
    ]
    assert importing == ["engine/chaining/experta_port.py"]
