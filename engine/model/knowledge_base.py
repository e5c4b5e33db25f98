"""A whole knowledge base."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from milepost.engine.model.about import About
from milepost.engine.model.advice import Advice
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.condition import Claim, tests
from milepost.engine.model.evidence import Conflict, Research
from milepost.engine.model.example import Example
from milepost.engine.model.finding import Finding
from milepost.engine.model.helpline import Country, Purpose
from milepost.engine.model.position import Position
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import FIRST, Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.source import Source, Statement
from milepost.engine.model.specialist import Decision, Specialist
from milepost.engine.model.step import STEP, Step
from milepost.engine.model.system import System

Made = TypeVar("Made")


class KnowledgeBase(msgspec.Struct, frozen=True, dict=True, weakref=True, eq=False):
    """Everything that was read from one folder.

    `topics` maps keys to titles, `stages` titles to steps, `onward` titles of stages to what lets one on to the next,
    `subjects` what lines may be about to words for it, `purposes` what helplines may be for. `questions` are in the
    order of asking, `refining` are those to be offered first after the step, `steps` are in the order of precedence,
    `findings` so that each comes after all findings it looks at. `step_choice` is the finding whose value is the
    recommended step; it looks at the others, and only advice looks at it. `advice` holds the lines that stand,
    `withdrawn` those that were taken back. `digest` is a SHA-256 of all files read. Where they were worked out, `ways`
    maps examples to the questions they lead through, and `reading` questions to how many lines read them.
    """

    folder: str
    digest: str
    topics: dict[str, str]
    stages: dict[str, tuple[str, ...]]
    onward: dict[str, str]
    subjects: dict[str, str]
    refining: dict[str, Position]
    questions: dict[str, Question]
    findings: dict[str, Finding]
    step_choice: Finding
    rules: dict[str, Rule]
    steps: dict[str, Step]
    advice: Mapping[str, Advice]
    withdrawn: Mapping[str, Advice]
    sources: dict[str, Source]
    statements: Mapping[str, Statement]
    purposes: dict[str, Purpose]
    countries: dict[str, Country]
    examples: Mapping[str, Example]
    promises: Mapping[str, Promise]
    specialists: dict[str, Specialist]
    decisions: dict[str, Decision]
    systems: Mapping[str, System]
    conflicts: Mapping[str, Conflict]
    research: Mapping[str, Research]
    at_odds: dict[str, AtOdds]
    about: About
    order_at: Position
    ways: dict[str, tuple[str, ...]] = {}
    reading: dict[str, int] = {}

    @cached_property
    def settled(self) -> dict[str, Finding]:
        """Everything that is concluded, in the order in which it can be: the findings, and last the step."""
        return {**self.findings, self.step_choice.key: self.step_choice}

    @cached_property
    def rules_for(self) -> dict[str, tuple[Rule, ...]]:
        """The rules arguing about each finding and about the step, in the order written."""
        return {key: tuple(r for r in self.rules.values() if r.finding == key) for key in self.settled}

    @property
    def step_rules(self) -> tuple[Rule, ...]:
        """The rules arguing for a step, in the order written."""
        return self.rules_for[self.step_choice.key]

    @cached_property
    def deciding(self) -> frozenset[str]:
        """The questions and findings on which the step can depend. All others are there for what is told beside it."""
        found: set[str] = set()
        waiting = [STEP]
        while waiting:
            for rule in self.rules_for.get(waiting.pop(), ()):
                met = {test.fact for condition in (rule.when, *rule.unless) for test in tests(condition)}
                waiting += met - found
                found |= met
        return frozenset(found)

    @cached_property
    def asked_first(self) -> tuple[str, ...]:
        """The questions that are asked before all others."""
        return tuple(key for key, question in self.questions.items() if question.asked == FIRST)

    def is_asked_beside(self, question: Question, answers: Mapping[str, Answer]) -> bool:
        """Is a question put to whoever gave these answers, even if it cannot decide? While that is open, perhaps."""
        if not question.asked_with:
            return bool(question.asked)
        given = [answers.get(key) for key in self.asked_first]
        return None in given or any(answer in question.asked_with for answer in given)

    @cached_property
    def lines_that_read(self) -> dict[str, int]:
        """How many lines of advice read each question: `reading`, where that was worked out before."""
        if self.reading:
            return self.reading
        conditions = [(line.when, *line.unless) for line in self.advice.values()]
        counts = Counter(fact for each in conditions for fact in {test.fact for part in each for test in tests(part)})
        return {key: counts[key] for key in self.questions}

    def conditions(self) -> Iterator[Claim]:
        """Yield every condition: those of rules and lines, of answers at odds, and what promises claim."""
        guarded: tuple[Rule | Advice, ...] = (*self.rules.values(), *self.advice.values())
        for entry in guarded:
            yield from (entry.when, *entry.unless)
        yield from (odd.when for odd in self.at_odds.values())
        for promise in self.promises.values():
            yield from (claim for claim in (promise.given, promise.never, promise.always) if claim is not None)

    def kept(self, what: str, make: Callable[[], Made]) -> Made:
        """Return what is made from this knowledge base once, when it is first asked for, and goes when this goes."""
        if what not in self.__dict__:
            self.__dict__[what] = make()
        made: Made = self.__dict__[what]
        return made

    def entry(self, name: str) -> tuple[str, Question | Rule | Step | Advice] | None:
        """The question, rule, step or line of advice of that name, with which of these it is; None if there is none."""
        for kind, entries in (
            ("question", self.questions),
            ("rule", self.rules),
            ("step", self.steps),
            ("advice", self.advice),
        ):
            if name in entries:
                return kind, entries[name]
        return None

    def values_of(self, fact: str) -> dict[str, str]:
        """Values or options of a fact, with their words."""
        return self.questions[fact].options if fact in self.questions else self.settled[fact].values
