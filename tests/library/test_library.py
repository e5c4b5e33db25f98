"""The object that stands before all of milepost: as documented, strict with answers, and leaving nothing behind."""

import gc
import re
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from milepost import KnowledgeBaseFaulty, Milepost, SheetFaulty
from milepost.engine.consulting.consult import Consultant
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.question import UNKNOWN

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "library.md").read_text()
OPENS = "good-meetings-both-lean-that-way"  # an example whose step is to ask


@pytest.fixture(scope="module")
def milepost(base):
    return Milepost.of(base)


def test_the_document_runs_as_printed(tmp_path):
    code = "\n".join(re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "did you mean `danger_now`?" in done.stdout and "did you mean `might_act`?" in done.stdout
    assert "holds" in done.stdout.splitlines()
    assert list(tmp_path.iterdir()) == []


def test_it_begins_with_five_lines(base):
    first = re.search(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)[1]
    assert len([line for line in first.splitlines() if line.strip()]) <= 5


def test_it_tells_what_the_engine_tells(milepost, base, consultations):
    for id in list(base.examples)[::20]:
        answers = {k: list(a) if isinstance(a, tuple) else a for k, a in base.examples[id].answers.items()}
        consultation = milepost.consult(answers)
        assert consultation.step == consultations[id].step
        assert consultation.conclusion == consultations[id].conclusion
        assert milepost.explain(consultation).deciding or not answers


MISSPELT = {
    "danger_now": ["YES", True, "", 1, None, ["yes"]],
    "self_harm": ["Might_act", ["might_act"], b"might_act"],
    "own_conduct": [["hurt "], ["hurt", "none"], [], [["hurt"]], [{}], {"hurt": 1}, "hurtt"],
    "danger_signs": ["chocked", ("choked", 7)],
    "days_since_breakup": ["30", 30.0, -1, 10**9, True],
}


@pytest.mark.parametrize(("key", "given"), [(key, given) for key, each in MISSPELT.items() for given in each])
def test_no_misspelt_answer_reaches_a_rule(milepost, base, key, given):
    answers = dict(base.examples[OPENS].answers)
    with pytest.raises(SheetFaulty) as raised:
        milepost.consult({**answers, key: given})
    assert f"`{key}`" in str(raised.value)
    assert raised.value.faults[0].remedy
    # Nor does it where nobody checked: it is not known, and never no.
    if given is not None:
        held = states_held(base, base.questions[key], Sheet({key: given}))
        assert UNKNOWN in held and not held & {"no", "none"}
    if base.questions[key].guard:
        step = Consultant(base).consult(Sheet({**answers, key: given})).step
        assert step.contact == "none"


def test_all_faults_are_told_at_once(milepost):
    with pytest.raises(SheetFaulty) as raised:
        milepost.consult({"danger_nwo": "yes", "self_harm": "x", "age": 17})
    assert len(raised.value.faults) == 3
    with pytest.raises(SheetFaulty, match="not answers"):
        milepost.consult([("danger_now", "yes")])


def test_names_that_are_not_there_are_told(milepost):
    with pytest.raises(KeyError, match="is not a step; did you mean `pause`"):
        milepost.why_not(milepost.consult({}), "pausse")
    with pytest.raises(KeyError, match="is not a promise"):
        next(milepost.prove("no-such-promise"))


def test_the_steps_that_are_possible(milepost, base):
    assert set(milepost.possible({})) <= set(base.steps) and len(milepost.possible({})) > 1
    assert milepost.possible({"danger_now": "yes"}) == (milepost.consult({"danger_now": "yes"}).step.key,)


class Word(str):
    """An answer that can be followed through memory."""


def test_of_the_answers_nothing_stays_when_it_forgets():
    one = Milepost(ROOT / "tests" / "small" / "ladder")
    question = next(q for q in one.kb.questions.values() if q.type in ("choice", "yes_no"))
    other = next(key for key in one.kb.questions if key != question.key)
    answers = {question.key: Word(next(iter(question.options)))}
    gone = weakref.ref(answers[question.key])
    one.explain(one.consult(answers))
    one.effect(other, one.begin(answers).sheet)
    one.possible(answers)
    del answers
    gc.collect()
    assert gone() is not None, "the answer was not even looked at"
    one.forget()
    gc.collect()
    assert gone() is None
    assert one.consult({}).step


def test_another_folder(tmp_path):
    assert Milepost(ROOT / "tests" / "small" / "weather").consult({}).step
    with pytest.raises(KnowledgeBaseFaulty, match="no such folder"):
        Milepost(tmp_path / "nowhere")


def test_nothing_keeps_it_alive():
    one = Milepost(ROOT / "tests" / "small" / "ladder")
    one.explain(one.consult({}))
    one.begin()
    gone = weakref.ref(one.kb)
    del one
    gc.collect()
    assert gone() is None


def test_importing_it_is_light():
    code = "import milepost, sys; print('msgspec' in sys.modules, 'experta' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
