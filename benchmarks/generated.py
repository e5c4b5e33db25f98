"""Knowledge bases of any size, made by a seeded generator.

They are stratified, with one gate that every step with contact passes.
"""

import random

import msgspec

from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import All, Any, Condition, StepContact, Test
from milepost.engine.model.finding import Finding
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.position import Position
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import Question
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import CONTACT, STEP, Step
from milepost.engine.model.strata import stratified

AT = Position("generated")
GATE, SHUT, CLEAR = "gate", "shut", "clear"
STEPS = tuple(f"step_{n}" for n in range(8))


def generated(rules: int, seed: int, questions: int = 0) -> KnowledgeBase:
    """A knowledge base with about so many rules, and with one question for every four of them unless said otherwise.

    Its promise `guard-shuts` holds: whoever answers the guard question `q0` with a, or leaves it open, gets no contact.
    """
    return _Generator(rules, seed, questions or max(6, rules // 4)).made()


class _Generator:
    def __init__(self, rules: int, seed: int, questions: int):
        self.pick = random.Random(seed)
        self.wanted = rules
        self.questions = {f"q{n}": self._question(n) for n in range(questions)}
        self.findings = {GATE: Finding(GATE, {SHUT: "contact is closed", CLEAR: "nothing closes it"}, CLEAR, AT)}
        self.rules: dict[str, Rule] = {}

    def made(self) -> KnowledgeBase:
        self._rule(GATE, SHUT, Test("q0", "is", ("a",), AT))
        self._rule(GATE, SHUT, Test("q0", "unknown", (), AT))
        for n in range(max(2, self.wanted // 10)):
            key = f"f{n}"
            below = [key for key in self.findings if key != GATE]
            self.findings[key] = Finding(
                key, {"strong": "strong", "weak": "weak", "not_shown": "nothing shows it"}, "not_shown", AT
            )
            for value in self.pick.choices(
                ("strong", "weak"), k=max(2, (self.wanted * 7 // 10) // max(2, self.wanted // 10))
            ):
                self._rule(key, value, self._condition(below))
        cards = {
            key: Step(key, key, key, "later", "more", CONTACT[n % len(CONTACT)], AT, how_long="a while")
            for n, key in enumerate(STEPS)
        }
        while len(self.rules) < self.wanted:
            step = self.pick.choice(STEPS)
            gate = () if cards[step].contact == CONTACT[0] else (Test(GATE, "is", (CLEAR,), AT),)
            self._rule(STEP, step, All((*gate, self._condition([key for key in self.findings if key != GATE]))))
        order = stratified(self.findings, self.rules.values())
        shuts = Promise(
            "guard-shuts",
            "Nobody who says a, or leaves it open, is told to make contact.",
            AT,
            _shut(),
            never=StepContact(AT, CONTACT[0]),
        )
        made = {
            "folder": "generated", "digest": "0" * 64, "stages": {"all": STEPS}, "questions": self.questions,
            "rules": self.rules, "steps": cards, "advice": self._advice(), "promises": {shuts.id: shuts},
            "findings": {key: self.findings[key] for key in order}, "order_at": AT,
            "step_choice": Finding(STEP, dict.fromkeys(reversed(STEPS), "a step"), STEPS[0], AT),
        }  # fmt: skip
        nothing = {field.name: {} for field in msgspec.structs.fields(KnowledgeBase)}
        return KnowledgeBase(**{**nothing, **made})

    def _question(self, n: int) -> Question:
        kind = self.pick.choice(("choice", "choice", "many", "number")) if n else "choice"
        options = {} if kind == "number" else dict.fromkeys("abc"[: self.pick.choice((2, 3))], "an option")
        return Question(
            f"q{n}",
            "t",
            f"Question {n}?",
            "It matters.",
            kind,
            "mine",
            AT,
            options=options,
            unit="days",
            maximum=100,
            guard=n < 2,
        )

    def _condition(self, findings: list[str]) -> Condition:
        facts = [
            self.pick.choice(findings if findings and self.pick.random() < 0.5 else list(self.questions))
            for _ in range(3)
        ]
        return All(tuple(self._test(fact) for fact in dict.fromkeys(facts)))

    def _test(self, fact: str) -> Test:
        if fact in self.findings:
            return Test(fact, self.pick.choice(("is", "not")), (self.pick.choice(("strong", "weak")),), AT)
        question = self.questions[fact]
        if self.pick.random() < 0.1:
            return Test(fact, "unknown", (), AT)
        if question.type == "number":
            return Test(fact, self.pick.choice(("at_least", "below")), (self.pick.choice((10, 30)),), AT)
        operators = ("includes", "excludes") if question.type == "many" else ("is", "not")
        return Test(fact, self.pick.choice(operators), (self.pick.choice(list(question.options)),), AT)

    def _rule(self, finding: str, value: str, when: Condition) -> None:
        unless = ()
        if finding != GATE and self.pick.random() < 0.2:
            fact = self.pick.choice([key for key, q in self.questions.items() if q.type == "choice"])
            unless = (Test(fact, "is", (next(iter(self.questions[fact].options)),), AT),)
        id = f"rule-{len(self.rules)}"
        self.rules[id] = Rule(id, when, finding, value, "because", (), "2026-11-22", AT, AT, unless)

    def _advice(self) -> dict[str, Advice]:
        lines = {}
        for n, step in enumerate(STEPS):
            when = All((Test(STEP, "is", (step,), AT), self._condition([])))
            lines[f"line-{n}"] = Advice(
                f"line-{n}", "do", "do it", when, "because", (), "2026-11-22", AT, contact=CONTACT[n % len(CONTACT)]
            )
        return lines


def _shut() -> Condition:
    return Any((Test("q0", "is", ("a",), AT), Test("q0", "unknown", (), AT)))
