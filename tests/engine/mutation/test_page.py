"""The page of promises tells what a run of mutants found, and names no mutant that is left without a reason."""

import json
from pathlib import Path

import pytest

from docs.mutants import LEFT, PAGE, PLACE, reasons, with_run
from milepost.cli.main import main
from milepost.engine.mutation.mutants import MUTATIONS

LADDER = Path(__file__).parents[2] / "small" / "ladder"


@pytest.fixture
def run(capfdbinary):
    """What the command prints for a small knowledge base that makes no promises."""
    assert main(["prove", "--mutants", "--kb", str(LADDER), "--json"]) == 3
    return json.loads(capfdbinary.readouterr().out)


def test_the_page_holds_a_table_of_every_kind_and_each_mutant_left_has_a_reason():
    told = PLACE.search(PAGE.read_text())[0]
    assert all(f"| {kind} |" in told for kind in MUTATIONS)
    assert all(len(why.split()) > 3 for why in reasons().values()), LEFT
    assert all(f"| {why} |" in told for why in reasons().values())


def test_a_run_takes_the_place_of_the_one_before(run):
    why = {f"{each['at']}: {each['what']}": "nobody is harmed by a ladder" for each in run["slip_past"]}
    page = with_run(PAGE.read_text(), run, why)
    assert with_run(page, run, why) == page and page.count("| a value swapped |") == 1
    assert page.count("nobody is harmed by a ladder") == len(run["slip_past"]) > 0
    matter = sum(found["all"] - found["harmless"] for found in run["mutants"].values())
    assert f"Of {run['in_all']} mutants {run['in_all']} were tried. {matter} of these matter" in page
    with pytest.raises(KeyError):
        with_run(page, run, {})
