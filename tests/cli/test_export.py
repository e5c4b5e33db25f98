"""`milepost export --to asp`: a program that runs in plain clingo."""

import subprocess
import sys
from pathlib import Path

import pytest

from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.model.answer_sheet import Sheet
from tests.engine.promises.in_clingo import answers, shown
from tests.tiers import thorough

SMALL = Path(__file__).parents[1] / "small"


def clingo(program: str, *arguments: str) -> subprocess.CompletedProcess:
    """Plain clingo, as a command of its own."""
    return subprocess.run(
        [sys.executable, "-m", "clingo", "-", *arguments], input=program, capture_output=True, text=True, check=False
    )


def as_facts(said: dict[str, bool]) -> str:
    """Answers as constraints of the program."""
    return "\n".join(f":- not {term}." if holds else f":- {term}." for term, holds in said.items())


@thorough
def test_with_the_answers_of_an_example_it_gives_what_milepost_gives(milepost, base):
    done = milepost("export", "--to", "asp")
    assert done.returncode == 0 and done.err == ""
    for example in list(base.examples.values())[:: len(base.examples) // 5]:
        sheet = Sheet(example.answers)
        solved = clingo(done.out + as_facts(answers(base, sheet)), "0", "--verbose=0")
        answer_set, result = solved.stdout.strip().splitlines()
        assert result == "SATISFIABLE" and solved.stderr == ""
        assert frozenset(answer_set.split()) == shown(conclude(compiled(base), sheet)), example.id


def test_it_can_be_read(milepost, base):
    text = milepost("export", "--to", "asp").out
    rule = base.rules["barred-by-danger"]
    assert (
        f"% rule barred-by-danger: {rule.because}\n"
        'fires("barred-by-danger") :- is(danger,now).\n'
        'fires("barred-by-danger") :- is(danger,high).\n'
        'fires("barred-by-danger") :- is(danger,possible).\n'
    ) in text
    assert (
        f"% {base.questions['danger_now'].ask}\n{{ answer(danger_now,yes); answer(danger_now,no); answer(danger_now,unknown) }} = 1.\n"
        in text
    )


def test_a_word_that_clingo_reads_in_its_own_way(milepost, tmp_path):
    folder = tmp_path / "kb"
    folder.mkdir()
    for file in (SMALL / "weather").iterdir():
        (folder / file.name).write_text(file.read_text().replace("black", "not"))
    kb = read(folder)
    given = ':- not answer(sky,"not").\n:- not answer(thunder,no).\n:- not answer(roof,no).'
    solved = clingo(milepost("export", "--to", "asp", "--kb", folder).out + given, "0", "--verbose=0")
    sheet = Sheet({"sky": "not", "thunder": "no", "roof": "no"})
    assert frozenset(solved.stdout.splitlines()[0].split()) == shown(conclude(compiled(kb), sheet))


def test_it_is_utf_8_whatever_the_terminal_speaks(milepost):
    plain = milepost("export", "--to", "asp", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert plain.returncode == 0
    assert plain.stdout == milepost("export", "--to", "asp").stdout


def test_the_language_is_named(milepost):
    assert milepost("export").returncode == 2
    done = milepost("export", "--to", "prolog")
    assert done.returncode == 2 and "`prolog` is not" in done.err


@pytest.mark.parametrize("more", [("--name", "Our helpline"), ("--country", "IE"), ("--unproved",), ("--force",)])
def test_what_only_the_file_for_a_phone_takes(milepost, more):
    done = milepost("export", "--to", "asp", *more)
    assert done.returncode == 2 and "go with --to html" in done.err and done.out == ""
