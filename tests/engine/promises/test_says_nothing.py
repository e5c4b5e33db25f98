"""A promise that no rule and no card could break says nothing: it is found, and `milepost prove` refuses it."""

import shutil

import pytest

from milepost.engine.checks.read import read
from milepost.engine.promises.proving import Prover
from tests.engine.promises.planted import FOLDER

LADDER = FOLDER.parents[1] / "small" / "ladder"
EMPTY = {
    "two answers to one question": "never: {all: [{tired: yes}, {tired: no}]}",
    "two steps at once": "never: {all: [{step: rest}, {step: climb}]}",
    "two values of a finding": "never: {all: [{gear: full}, {gear: bare}]}",
    "a number below and above": "never: {all: [{height: {below: 10}}, {height: {at_least: 50}}]}",
    "an always with no way out": "always: {any: [{tired: yes}, {tired: no}, {tired: unknown}]}",
    "never the other than its case": "given: {tired: yes}\n    never: {tired: no}",
    "always its own case": "given: {gear: [full, some]}\n    always: {gear: [full, some, bare]}",
    "more and less contact at once": "never: {all: [{step_contact: {above: reply}}, {step_contact: {up_to: none}}]}",
}
SAYING = {
    "a step in a case": "given: {tired: yes}\n    never: {step: climb}",
    "what a rule decides": "given: {tools: none}\n    always: {gear: bare}",
}


def verdict(tmp_path, claim: str):
    folder = shutil.copytree(LADDER, tmp_path / "kb")
    (folder / "promises.yaml").write_text(f"promises:\n  - id: it\n    says: It is so.\n    {claim}\n")
    kb = read(folder)
    return Prover(kb).prove(kb.promises["it"])


@pytest.mark.parametrize("name", EMPTY)
def test_it_is_no_promise(tmp_path, name):
    found = verdict(tmp_path, EMPTY[name])
    assert found.status == "trivial" and found.why in (
        "no rule could break it",
        "no step and no line of advice is of the kind that it speaks of",
    )


@pytest.mark.parametrize("name", SAYING)
def test_one_that_holds_by_a_rule_is(tmp_path, name):
    assert verdict(tmp_path, SAYING[name]).status == "holds"
