"""Consulting: one sheet, one knowledge base, one recommendation with its derivation, on which two engines agree."""

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.derive import Deriver
from milepost.engine.circuit.evaluate import conclude
from milepost.engine.consulting.at_odds import Misfit, misfits
from milepost.engine.consulting.background import MadeOnce
from milepost.engine.consulting.choice import told, told_at
from milepost.engine.consulting.disagreement import check_agreement
from milepost.engine.model.advice import ALSO, ANSWER, KINDS, NEXT, TODAY, WORDS, Advice
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.derivation import Firing
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.lasting import making_what_lasts
from milepost.engine.model.question import OWN_QUESTION
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP, Step

if TYPE_CHECKING:
    from milepost.engine.chaining.chain import Chainer


class Consultation(msgspec.Struct, frozen=True, dict=True):
    """What one person is told, and why: what both engines concluded, and the firings that led there."""

    kb: KnowledgeBase
    sheet: Sheet
    conclusion: Conclusion
    firings: tuple[Firing, ...]

    @property
    def step(self) -> Step:
        return self.kb.steps[self.conclusion.step]

    @property
    def findings(self) -> dict[str, str]:
        return self.conclusion.findings

    @property
    def say(self) -> str:
        """The step in a sentence, with what is said in one breath with it."""
        return " ".join([self.step.say, *(line.say for line in self.lines(ALSO))])

    @cached_property
    def how_long(self) -> str:
        """How long the step lasts, in words."""
        finding = self.step.how_long_finding
        return self.kb.findings[finding].values[self.findings[finding]] if finding else self.step.how_long

    @property
    def look_again(self) -> int | None:
        """After how many days to look again, less those already done.

        None where the step has no such number, or where all of them are done and something else holds it.
        """
        days = self.step.look_again
        whole = days.get(self.findings.get(self.step.how_long_finding, ""), days.get(""))
        fact, value = self.step.days_done_if or ("", None)
        done = self.sheet.answers.get(self.step.days_done) if self.findings.get(fact) == value else None
        left = whole - done if whole and isinstance(done, int) else whole
        return left if left and left > 0 else None

    def lines(self, kind: str) -> list[Advice]:
        """The advice of one kind that is told, what matters most first."""
        return self._lines[kind]

    @cached_property
    def _lines(self) -> dict[str, list[Advice]]:
        return {kind: told(self.kb, self.conclusion, kind) for kind in KINDS}

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of all the advice that is told."""
        lines = [line for kind in KINDS for line in self.lines(kind)]
        return frozenset(line.id for line in (*lines, self.today, self.next_moment) if line is not None)

    @property
    def asked(self) -> str:
        """What the person came to ask, in words; empty where they did not say, or where nothing answers it."""
        return self.kb.questions[OWN_QUESTION].options[str(self.sheet.answers[OWN_QUESTION])] if self.answer else ""

    @cached_property
    def answer(self) -> Advice | None:
        """The answer to what the person came to ask."""
        return next(iter(self.lines(ANSWER)), None)

    @cached_property
    def words(self) -> Advice | None:
        """One sentence that is ready to say."""
        return next(iter(self.lines(WORDS)), None)

    @cached_property
    def today(self) -> Advice | None:
        """What to do first today."""
        return told_at(self.kb, self.conclusion, TODAY)

    @cached_property
    def next_moment(self) -> Advice | None:
        """What to do at the moment that comes next."""
        return told_at(self.kb, self.conclusion, NEXT)

    @cached_property
    def alone(self) -> dict[str, Advice]:
        """The lines of which one is told: the answer, what is for today, what to say, and the next moment."""
        each = {"answer": self.answer, "today": self.today, "words": self.words, "next": self.next_moment}
        return {key: line for key, line in each.items() if line is not None}

    @cached_property
    def purposes(self) -> tuple[str, ...]:
        """The purposes of the helplines that the advice shown calls for, each once."""
        return tuple(dict.fromkeys(purpose for line in self.lines("help") for purpose in line.lines))

    @cached_property
    def misfits(self) -> list[Misfit]:
        """The answers that do not fit each other."""
        return misfits(self.kb, self.sheet)

    @cached_property
    def reasons(self) -> list["Reason"]:
        """The rules that argue for the step and won, each with the reasons behind the findings it looked at."""
        return self.why(STEP)

    def why(self, finding: str) -> list["Reason"]:
        """The rules that argue for the value a finding has; empty where it has the value it has otherwise."""
        value = self.step.key if finding == STEP else self.findings.get(finding, "")
        return [self._reason(f) for f in self._arguing(finding, value)]

    @cached_property
    def considered(self) -> list[tuple[Step, list["Reason"]]]:
        """The other steps that something told speaks for, strongest first, each with its reasons."""
        others = [key for key in self.kb.step_choice.values if key != self.step.key]
        argued = [(key, [f for f in self._arguing(STEP, key) if self._was_told(f)]) for key in others]
        return [(self.kb.steps[key], [self._reason(f) for f in firings]) for key, firings in argued if firings]

    def _arguing(self, finding: str, value: str) -> list[Firing]:
        rules = self.kb.rules
        return [f for f in self.firings if rules[f.rule].finding == finding and rules[f.rule].value == value]

    def _reason(self, firing: Firing) -> "Reason":
        below = [
            self._reason(f)
            for fact, value in firing.facts
            if fact in self.kb.findings and isinstance(value, str)
            for f in self._arguing(fact, value)
            if self._was_put(f)
        ]
        answers = tuple(fact for fact, _ in firing.facts if fact in self.sheet.answers)
        return Reason(self.kb.rules[firing.rule], answers, tuple(below))

    def _was_told(self, firing: Firing) -> bool:
        """Does every finding that a rule looked at rest on a rule? What nothing was told of speaks for no step."""
        found = [(fact, value) for fact, value in firing.facts if fact in self.kb.findings]
        return all(isinstance(value, str) and self._arguing(fact, value) for fact, value in found)

    def _was_put(self, firing: Firing) -> bool:
        """Was every question that a rule looked at put to the person? No reason quotes what nobody asked for."""
        return all(fact in self.sheet.answers for fact, _ in firing.facts if fact in self.kb.questions)


class Reason(msgspec.Struct, frozen=True):
    """A rule that fired: the questions whose answers it looked at, and the reasons for the findings it looked at."""

    rule: Rule
    answers: tuple[str, ...]
    below: tuple["Reason", ...]

    def questions(self) -> list[str]:
        """Every question under this reason, each once, in the order met."""
        found = list(self.answers)
        for reason in self.below:
            found += reason.questions()
        return list(dict.fromkeys(found))


class Consultant:
    """Consults one knowledge base for any number of sheets.

    experta chains over questions, findings, rules and steps; the circuit derives the same without chaining, and says
    which lines of advice are shown.
    """

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self._circuit = compiled(kb)
        self._chaining: MadeOnce[Chainer] = MadeOnce(lambda: _chainer(kb))

    @cached_property
    def _deriver(self) -> Deriver:
        return Deriver(self._circuit)

    def prepare(self, wait: bool = False) -> None:
        """Build the network of experta ahead: in a thread of its own, or with `wait` before this returns."""
        (self._chaining.get if wait else self._chaining.begin)()

    def consult(self, sheet: Sheet) -> Consultation:
        """Return the consultation for a sheet; open answers read as unknown. Raises EnginesDisagree."""
        chained = self._chaining.get().derive(sheet)
        check_agreement(chained, self._deriver.derive(sheet))
        return Consultation(self.kb, sheet, conclude(self._circuit, sheet), chained.firings)

    def forget(self) -> None:
        """Nothing of the last sheet stays in working memory."""
        self._chaining.get().forget()


def _chainer(kb: KnowledgeBase) -> "Chainer":
    # experta is loaded where it is used, as that takes a while too.
    from milepost.engine.chaining.chain import Chainer

    with making_what_lasts():
        return Chainer(kb)
