"""Conversations at random: nothing said is lost that still applies, nothing is kept that does not, and the step is right."""

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.interview.conversation import AT_A_TIME, begun
from milepost.engine.interview.interview import Interview
from milepost.engine.model.answer_sheet import Sheet, one_form
from milepost.engine.model.question import NOT_SURE
from tests.conftest import SMALL
from tests.engine.interview.oracles import EverySheet, Exactly, line_of_questions
from tests.sheets import answer
from tests.tiers import sampled, thorough

MANY = 10**6


def machine(interview, oracle):
    """A person who does anything a conversation allows, beside a plain record of what they said."""
    kb = interview.kb
    circuit = compiled(kb)

    class Person(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.talk = begun(interview)
            self.said: dict = {}  # every answer as last given, applying or not
            self.given: dict = {}  # those that apply
            self.wanted, self.returning = 0, False
            self.aside, self.aside_by = {}, ""  # what the last answer made pointless
            self.usual: dict = {}
            self.allowed = MANY
            self.settle()
            self.view = self.open_one

        def settle(self):
            self.given, self.line, self.deciding, self.open_one = line_of_questions(oracle, self.given, self.wanted)

        @initialize(data=st.data(), most=st.integers(0, len(kb.questions)))
        def answers_a_few_first(self, data, most):
            """Those of an example, so that late questions are reached too."""
            if kb.examples:
                self.usual = dict(Sheet(kb.examples[data.draw(st.sampled_from(sorted(kb.examples)))].answers).answers)
                while self.view is not None and len(self.given) < most:
                    self.answer(self.usual.get(self.view, NOT_SURE))

        def answer(self, given):
            bound, was_open = self.talk.at_most(), self.view not in self.given
            self.allowed = min(self.allowed, self.talk.after_this())
            key = self.view
            self.talk = self.talk.answered(given)
            undone = key == self.aside_by
            self.said[key] = one_form(given)
            before = self.given = {**(self.aside if undone else {}), **self.given, key: one_form(given)}
            self.settle()
            self.aside = {k: a for k, a in before.items() if k not in self.given and k != key}
            self.aside_by = key if self.aside else ""
            if undone:
                self.view, self.returning = self.open_one, False
            elif self.returning or key not in self.line:
                self.view = self.open_one
                self.returning = self.returning and self.open_one is not None
            else:
                self.view = next(iter(self.line[self.line.index(key) + 1 :]), None)
            if was_open:
                assert self.talk.at_most() <= bound, "answering the open question never lets the bound grow"
            if self.view in self.line[: self.deciding]:
                self.allowed -= 1
                assert self.allowed >= 0, "no more questions come than were told, ever"

        @precondition(lambda self: self.view is not None)
        @rule(data=st.data(), as_usual=st.sampled_from([True, True, True, False]))
        def answers(self, data, as_usual):
            usual = self.usual.get(self.view) if as_usual else None
            self.answer(data.draw(answer(kb.questions[self.view])) if usual is None else usual)

        @precondition(lambda self: self.view in self.given)
        @rule()
        def keeps_the_answer(self):
            self.answer(self.given[self.view])

        @rule()
        def goes_back(self):
            place = self.line.index(self.view) if self.view else len(self.line)
            self.talk, self.returning, self.allowed = self.talk.back(), False, MANY
            self.view = self.line[max(0, place - 1)]

        @precondition(lambda self: self.given)
        @rule(data=st.data())
        def changes(self, data):
            self.view = data.draw(st.sampled_from(sorted(self.given)))
            self.talk, self.wanted, self.returning, self.allowed = self.talk.changing(self.view), 0, True, MANY
            self.settle()

        def leaves_the_review(self):
            """What was told while an answer was being changed is of no use to whoever goes on."""
            self.allowed = MANY if self.returning else self.allowed

        @rule()
        def goes_on(self):
            self.talk, self.view, self.returning, self.allowed = self.talk.on(), self.open_one, False, MANY

        @rule(most=st.integers(1, AT_A_TIME))
        def wants_more(self, most):
            self.wanted = len([key for key in self.line[self.deciding :] if key in self.given]) + most
            self.settle()
            self.leaves_the_review()
            self.talk, self.view, self.returning = self.talk.fitting(most), self.open_one, False

        @rule()
        def has_enough(self):
            self.wanted = 0
            self.settle()
            self.leaves_the_review()
            self.talk, self.view, self.returning = self.talk.enough(), self.open_one, False

        @precondition(lambda self: len(self.given) > 2)
        @rule(sure=st.integers(0, 9))
        def starts_over(self, sure):
            if sure == 9:
                self.talk, self.said, self.given, self.wanted, self.returning = self.talk.start_over(), {}, {}, 0, False
                self.aside, self.aside_by = {}, ""
                self.settle()
                self.view, self.allowed = self.open_one, MANY

        @invariant()
        def what_applies_is_kept_and_nothing_else(self):
            assert dict(self.talk.sheet.answers) == self.given
            assert all(self.said[key] == given for key, given in self.given.items())

        @invariant()
        def the_questions_are_those_that_matter(self):
            assert list(self.talk.replay.line) == self.line
            assert self.talk.replay.deciding == self.deciding
            assert (self.talk.question.key if self.talk.question else None) == self.view
            assert self.talk.returning == self.returning
            if self.view is not None:
                assert self.talk.number == self.line.index(self.view) + 1
                assert self.talk.is_refining == (self.view not in self.line[: self.deciding])
                assert self.talk.answer_before == self.given.get(self.view)

        @invariant()
        def the_end_is_that_of_everything_said(self):
            if len(self.line) == len(self.given):
                assert self.talk.at_most() == 0
                whole = conclude(circuit, Sheet(self.said))
                assert conclude(circuit, self.talk.sheet).step == whole.step
                assert oracle.steps(self.given) == {whole.step}

    return Person


def settings(examples: int, steps: int):
    return hypothesis.settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )


@pytest.mark.parametrize("small", sampled(SMALL, 1), ids=lambda p: p.name, indirect=True)
def test_on_small_knowledge_bases(small):
    run_state_machine_as_test(machine(Interview(small), EverySheet(small)), settings=settings(60, 30))


def test_a_slip_at_one_question_is_undone_without_answering_the_others_again(base, interview):
    said = next(e.answers for e in base.examples.values() if e.step == "short_meeting")
    talk = begun(interview, Sheet(said))
    before = talk.sheet
    slipped = talk.changing("danger_now").answered("yes")
    assert len(before.answers) > 15 > len(slipped.sheet.answers)
    undone = slipped.changing("danger_now").answered("no")
    assert undone.sheet == before and undone.question == talk.question
    other = slipped.changing("danger_now").answered("yes").start_over()
    assert not other.aside.answers


@pytest.fixture(scope="module")
def shipped(base, interview):
    return interview, Exactly(base)


@thorough
@pytest.mark.parametrize("seed", range(2))
def test_on_the_shipped_knowledge_base(shipped, seed):
    run_state_machine_as_test(hypothesis.seed(seed)(machine(*shipped)), settings=settings(4, 40))


def test_the_bound_does_not_grow_when_answers_become_pointless():
    """Here the quick reading still counts the answers that are gone, as it cannot see that they do not matter."""
    interview = Interview(read(next(each for each in SMALL if each.name == "crossing")))
    talk = begun(interview)
    for answer_ in ("yes", "no", "no"):
        talk = talk.answered(answer_)
    talk = talk.changing("park").answered("no")
    assert talk.question.key == "light" and set(talk.sheet.answers) == {"park", "car", "bike"}
    assert (talk.at_most(), talk.after_this()) == (2, 1)
    talk = talk.answered("green")
    assert talk.question.key == "mud" and set(talk.sheet.answers) == {"park", "light"}
    assert (talk.at_most(), talk.after_this()) == (1, 0)
    assert talk.answered("no").question is None
    assert talk.start_over().at_most() == 5
