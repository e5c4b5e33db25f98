"""Where the two engines do not agree, nobody is given a step: in the library, in the terminal and on the page."""

import json
from types import SimpleNamespace

import msgspec
import pytest

from milepost.cli.main import main
from milepost.cli.terminal.talk import Talk
from milepost.engine.chaining.chain import Chainer
from milepost.engine.consulting.consult import Consultant
from milepost.engine.consulting.disagreement import EnginesDisagree, check_agreement
from milepost.engine.language.sheet_file import read_sheet
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.derivation import Derivation, Firing
from milepost.engine.model.question import NOT_SURE
from milepost.library import Milepost
from milepost.web.app import create_app
from milepost.web.knowledge import Knowledge
from tests.web.person import Person, shown

EXAMPLE = "parents-in-the-first-week"


@pytest.fixture
def lost(base, consultant, monkeypatch):
    """A rule that argues for the step of the example, and that experta has lost."""
    firings = consultant.consult(Sheet(base.examples[EXAMPLE].answers)).firings
    rule = next(f.rule for f in reversed(firings) if base.rules[f.rule].value == base.examples[EXAMPLE].step)

    def chainer(kb):
        return Chainer(msgspec.structs.replace(kb, rules={id: r for id, r in kb.rules.items() if id != rule}))

    monkeypatch.setattr("milepost.engine.consulting.consult._chainer", chainer)
    return rule


def test_in_the_library(base, lost):
    with pytest.raises(EnginesDisagree) as caught:
        Consultant(base).consult(Sheet(base.examples[EXAMPLE].answers))
    assert lost in caught.value.names


def test_in_the_terminal(base, lost, capsys):
    assert main(["advise", "--example", EXAMPLE]) == 1
    printed = capsys.readouterr()
    said = " ".join(printed.err.split())
    assert printed.out == "" and "Traceback" not in said
    assert "it worked out your step in two ways, and they do not agree." in said
    assert "Please talk to a person instead." in said and "Any country" in said
    assert not any(step.title in said for step in base.steps.values())


def test_in_json(lost, capsys):
    assert main(["advise", "--example", EXAMPLE, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["exit_code"] == 1 and "do not agree" in document["problems"][0]["what"]


def test_in_a_conversation_the_answers_can_be_saved_first(base, lost, capsys, tmp_path):
    typed = [str(tmp_path / "answers.yaml")]
    prompt = SimpleNamespace(line=lambda *arguments: typed.pop(0), today=None)
    milepost, answers = Milepost.of(base), dict(base.examples[EXAMPLE].answers)
    while (following := milepost.interview.replay(Sheet(answers)).following) is not None:
        answers[following.key] = NOT_SURE
    sheet = Sheet(answers)
    talk = Talk(milepost, milepost.begin(sheet), prompt, lambda consultation: None)
    with pytest.raises(EnginesDisagree):
        talk.until_done()
    assert "You can save your answers" in capsys.readouterr().out
    saved = read_sheet((tmp_path / "answers.yaml").read_bytes(), "answers.yaml", base).sheet
    assert saved == talk.conversation.sheet


def test_on_the_page(base, lost):
    knowledge = Knowledge(base)
    person = Person(create_app(lambda: knowledge)).come_in()
    person.post("/begin", target="plain")
    asked = person.answer_all(base.examples[EXAMPLE].answers)
    answer = person.get("/step")
    assert answer.status_code == 500
    assert "they do not agree" in answer.text and "Please talk to a person instead." in answer.text
    assert 'id="people"' in answer.text and "https://" in answer.text
    assert not any(step.title in shown(answer.text) for step in base.steps.values())
    assert person.get("/check").status_code == 200 and len(person.visit.conversation.sheet.answers) == len(asked)


@pytest.mark.parametrize(
    "other",
    [
        Derivation({"f": "b"}, "s", (Firing("r", (("q", "a"),)),)),
        Derivation({"f": "a"}, "t", (Firing("r", (("q", "a"),)),)),
        Derivation({"f": "a"}, "s", ()),
        Derivation({"f": "a"}, "s", (Firing("r", (("q", "b"),)),)),
    ],
    ids=["finding", "step", "rule", "facts"],
)
def test_any_difference_counts(other):
    one = Derivation({"f": "a"}, "s", (Firing("r", (("q", "a"),)),))
    check_agreement(one, one)
    with pytest.raises(EnginesDisagree):
        check_agreement(one, other)
