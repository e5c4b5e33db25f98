"""What a command loads: help comes at once, and nothing heavy is loaded for commands that do not need it."""

import importlib
import subprocess
import sys

import pytest

from milepost.cli.main import COMMANDS
from tests.tiers import sampled

HEAVY = (
    "experta",
    "clingo",
    "graphviz",
    "pygraphviz",
    "yaml",
    "msgspec",
    "hashlib",
    "milepost.engine.circuit",
    "milepost.engine.chaining",
    "milepost.engine.checks",
    "milepost.engine.consulting",
    "milepost.diagrams",
    "milepost.cli.terminal.errors",
)
LOADED = (
    "import sys; from milepost.cli.main import main; main(sys.argv[1:]); "
    "print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
)


def loaded(environment, *arguments) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("arguments", [["help-now"], ["help-now", "--country", "IE"], ["-h"], ["--version"]])
def test_help_loads_nothing_heavy(environment, arguments):
    assert loaded(environment, *arguments).isdisjoint(HEAVY)


@pytest.mark.parametrize("arguments", sampled([["sheet"], ["check"]], 1))
def test_only_advice_loads_the_chaining_engine(environment, arguments):
    assert loaded(environment, *arguments).isdisjoint({"experta", "graphviz", "pygraphviz", "milepost.diagrams"})


def test_what_is_told_first_takes_no_solver(environment):
    assert loaded(environment, "advise", "--example", "danger-now-and-nothing-else").isdisjoint({"clingo", "pysat"})


def test_pictures_are_loaded_only_for_pictures(environment):
    assert loaded(environment, "advise", "--example", "danger-now-and-nothing-else").isdisjoint(
        {"graphviz", "pygraphviz", "milepost.diagrams"}
    )


def test_the_list_of_commands_says_what_each_says_itself():
    for name, sentence in COMMANDS.items():
        module = importlib.import_module(f"milepost.cli.{name.replace('-', '_')}")
        assert module.command.name == name
        assert module.command.help.replace("\n", " ").startswith(sentence)
