"""Compiling a knowledge base into a circuit: an ordered list of "this atom holds if any of these conjunctions holds".

Atoms are named by pairs. For a question: (question, option), (question, "unknown"), and for a number one atom for each
interval between the thresholds that rules use. For the rest: (RULE, id) fires, (ARGUED, "finding=value"), (finding,
value) is settled, (APPLIES, advice id) by its condition, and (SHOWN, advice id). Inner disjunctions get atoms of their
own, so that nothing is multiplied out (Tseitin, 1968).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import count

import msgspec

from milepost.engine.circuit.answer_rows import AnswerRows, answer_rows
from milepost.engine.circuit.conclusions import Conclusions
from milepost.engine.circuit.gates import Conjunctions, Gate, Literal, Row, on_one_sheet, on_two_planes
from milepost.engine.meaning.holding import ways
from milepost.engine.meaning.states import states
from milepost.engine.model.advice import Advice
from milepost.engine.model.condition import All, Any, Claim, Condition, Content, Lines, NoneOf, StepContact, Test, Told
from milepost.engine.model.finding import Finding
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.lasting import making_what_lasts
from milepost.engine.model.rule import Rule

Name = tuple[str, str]

# Compiling to Python takes as long as evaluating gate by gate some dozens of times.
SELDOM = 40

# What is stored of a circuit: its fields, but for the knowledge base and the index.
Stored = tuple[tuple[Name, ...], dict[str, tuple[int, ...]], tuple[Gate, ...], tuple[int, ...]]

# The kinds of atom beside facts; capital letters keep them apart from the names of facts.
RULE, ARGUED, APPLIES, SHOWN, PART = "Rule", "Argued", "Applies", "Shown", "Part"


class Circuit(msgspec.Struct, frozen=True, dict=True):
    """`names[i]` is the name of atom i; `inputs` are the atoms of each question; `gates` follow what they look at.

    `safety` are the atoms that say of each safety line whether it is shown.
    """

    kb: KnowledgeBase
    names: tuple[Name, ...]
    index: dict[Name, int]
    inputs: dict[str, tuple[int, ...]]
    gates: tuple[Gate, ...]
    safety: tuple[int, ...]

    @cached_property
    def steps(self) -> dict[str, int]:
        """The atom of each step, in the order of precedence."""
        choice = self.kb.step_choice
        return {key: self.index[choice.key, key] for key in choice.values}

    @cached_property
    def gate_of(self) -> dict[int, Gate]:
        """The gate of each atom that has one."""
        return {gate.atom: gate for gate in self.gates}

    @cached_property
    def looked_at(self) -> dict[int, frozenset[int]]:
        """The atoms that gates look at, by the atom of the gate, as far as they were worked out."""
        return {}

    @property
    def answers(self) -> AnswerRows:
        """Reads sheets into what the two functions below take."""
        return answer_rows(self.kb)

    @cached_property
    def on_one_sheet(self) -> Callable[[Sequence[Row]], Row]:
        """From the rows of a sheet to whether each atom holds; compiled to Python."""
        return on_one_sheet(self.inputs.values(), self.gates, len(self.names))

    @cached_property
    def on_two_planes(self) -> Callable[[Sequence[Row], Sequence[Row]], tuple[Row, Row, tuple[int, ...]]]:
        """From what can hold and can fail of the answers to the same of each atom, and what it hangs on; compiled."""
        return on_two_planes(self.inputs.values(), self.gates, len(self.names))

    @cached_property
    def _uses(self) -> Iterator[int]:
        return count()

    def is_worth_compiling(self) -> bool:
        """Is it compiled, or used so often that it pays? Each call counts as one use."""
        return "on_two_planes" in self.__dict__ or next(self._uses) >= SELDOM

    def prepare(self) -> None:
        """Compile now what is otherwise compiled when it pays."""
        _ = self.answers, self.on_one_sheet, self.on_two_planes

    @cached_property
    def conclusions(self) -> Conclusions:
        """Reads conclusions off whether each atom holds."""
        return Conclusions(self.kb, self.index, RULE, SHOWN)


def compiled(kb: KnowledgeBase) -> Circuit:
    """Return the circuit of a knowledge base without faults. It is compiled once, and kept with the knowledge base."""
    return kb.kept("circuit", lambda: _made(kb))


def stored_circuit(kb: KnowledgeBase) -> bytes:
    """Return the circuit of a knowledge base in a form that `keep_stored` takes."""
    circuit = compiled(kb)
    return msgspec.msgpack.encode((circuit.names, circuit.inputs, circuit.gates, circuit.safety))


def keep_stored(kb: KnowledgeBase, circuit: memoryview) -> None:
    """Let `compiled` decode what was stored, when it is first called."""
    kb.kept("stored circuit", lambda: circuit)


def _made(kb: KnowledgeBase) -> Circuit:
    stored: memoryview | None = kb.__dict__.pop("stored circuit", None)  # of no more use once it is decoded
    with making_what_lasts():
        return _decoded(kb, stored) if stored else Compiler(kb).circuit()


def _decoded(kb: KnowledgeBase, stored: memoryview) -> Circuit:
    names, inputs, gates, safety = msgspec.msgpack.decode(stored, type=Stored)
    return Circuit(kb, names, {name: atom for atom, name in enumerate(names)}, inputs, gates, safety)


class Compiler:
    """Builds a circuit gate by gate; the proofs go on building where the knowledge base ends."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.inputs: dict[str, tuple[int, ...]] = {}
        self.names: list[Name] = []
        self.index: dict[Name, int] = {}
        self.gates: list[Gate] = []
        self.shared: dict[frozenset[frozenset[Literal]], Literal] = {}
        self._tests: dict[Content, Conjunctions] = {}

    def circuit(self) -> Circuit:
        """Compile the whole knowledge base."""
        kb = self.kb
        for question in kb.questions.values():
            self.inputs[question.key] = tuple(self._name(question.key, state) for state in states(kb, question))
        for finding in kb.settled.values():
            for rule in kb.rules_for[finding.key]:
                self.add_rule(rule)
            self.add_argued(finding)
            self.add_values(finding)
        for line in kb.advice.values():
            self.add_condition(line)
        replacing: dict[str, list[Literal]] = {id: [] for id in kb.advice}
        for line in kb.advice.values():
            for id in line.replaces:
                replacing[id].append(-self.literal(APPLIES, line.id))
        for id, others in replacing.items():
            self.gate(SHOWN, id, ((self.literal(APPLIES, id), *others),))
        return self.built()

    def add_rule(self, rule: Rule) -> None:
        """Add the gate that says whether a rule fires."""
        self.gate(RULE, rule.id, self._guarded(rule.when, rule.unless))

    def add_argued(self, finding: Finding) -> None:
        """Add for each value of a finding whether a rule argues for it."""
        for value in finding.values:
            arguing = (rule for rule in self.kb.rules_for[finding.key] if rule.value == value)
            self.gate(ARGUED, f"{finding.key}={value}", tuple((self.literal(RULE, rule.id),) for rule in arguing))

    def add_values(self, finding: Finding) -> None:
        """Add for each value of a finding whether it is the one that is settled.

        That a stronger one is argued for is handed on from value to value, as each would look at all before it.
        """
        argued = {value: self.literal(ARGUED, f"{finding.key}={value}") for value in finding.values}
        stronger: tuple[Literal, ...] = ()
        for value, literal in argued.items():
            if len(stronger) > 2:
                stronger = (self.single(tuple((s,) for s in stronger)),)
            ways = [(literal, *(-s for s in stronger))]
            if value == finding.otherwise:
                ways.append(tuple(-a for a in argued.values()))
            self.gate(finding.key, value, tuple(ways))
            stronger = (*stronger, literal)

    def add_condition(self, line: Advice) -> None:
        """Add the gate that says whether the condition of a line holds."""
        self.gate(APPLIES, line.id, self._guarded(line.when, line.unless))

    def built(self) -> Circuit:
        """The circuit as far as it has been built."""
        safety = tuple(self.index[SHOWN, line.id] for line in self.kb.advice.values() if line.safety)
        return Circuit(self.kb, tuple(self.names), dict(self.index), dict(self.inputs), tuple(self.gates), safety)

    def _name(self, kind: str, name: str) -> int:
        self.index[kind, name] = len(self.names)
        self.names.append((kind, name))
        return len(self.names) - 1

    def literal(self, kind: str, name: str) -> Literal:
        """The literal of an atom that is there already."""
        return self.index[kind, name] + 1

    def gate(self, kind: str, name: str, any_of: Conjunctions) -> int:
        """Adds an atom that holds exactly if all literals of some conjunction do; returns its number."""
        atom = self._name(kind, name)
        self.gates.append(Gate(atom, any_of))
        return atom

    def _guarded(self, when: Condition, unless: tuple[Condition, ...]) -> Conjunctions:
        blocks = tuple(-self.single(self.ways(item)) for item in unless)
        return tuple((*way, *blocks) for way in self.ways(when))

    def single(self, ways: Conjunctions) -> Literal:
        """One literal that holds exactly if some way does."""
        if len(ways) == 1 and len(ways[0]) == 1:
            return ways[0][0]
        key = frozenset(frozenset(way) for way in ways)
        if key not in self.shared:
            self.shared[key] = self.gate(PART, str(len(self.shared) + 1), ways) + 1
        return self.shared[key]

    def ways(self, condition: Claim) -> Conjunctions:
        """The conjunctions of which one must hold for the condition to hold.

        Raises TypeError for what only promises claim.
        """
        match condition:
            case Test():
                return self._test(condition)
            case Any(parts):
                return tuple(way for part in parts for way in self.ways(part))
            case All(parts):
                met: list[Literal] = []
                for part in parts:
                    ways = self.ways(part)
                    met.extend(ways[0] if len(ways) == 1 else (self.single(ways),))
                return (tuple(met),)
            case Lines() | StepContact() | Told() | NoneOf():
                raise TypeError("a condition holds tests only, and this one a claim about lines or contact")

    def _test(self, test: Test) -> Conjunctions:
        content = test.content
        if content not in self._tests:
            met = ways(self.kb, test)
            literal = {state: self.literal(test.fact, state) for way in met for state, _ in way}
            self._tests[content] = tuple(tuple(literal[s] if want else -literal[s] for s, want in way) for way in met)
        return self._tests[content]
