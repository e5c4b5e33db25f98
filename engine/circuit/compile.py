"""Compiling a knowledge base into a circuit: an ordered list of "this atom holds if any of these conjunctions holds".

Atoms are named by pairs. For a question: (question, option), (question, "unknown"), and for a number one atom for each
interval between the thresholds that rules use. For the rest: ("rule", id), ("argued", "finding=value"), (finding,
value), ("holds", advice id) and ("advice", id). Inner disjunctions get atoms of their own, so that nothing is multiplied
out (Tseitin, 1968).
"""

from functools import lru_cache

import msgspec

from engine.model.condition import All, Any, Condition, Test
from engine.model.finding import IMPOSSIBLE
from engine.model.knowledge_base import KnowledgeBase
from engine.model.question import Question

Literal = int  # atom number + 1, negative where the atom must not hold
Conjunctions = tuple[tuple[Literal, ...], ...]
Name = tuple[str, str]
UNKNOWN = "unknown"


class Gate(msgspec.Struct, frozen=True):
    """`atom` holds exactly if all literals of some conjunction do."""

    atom: int
    any_of: Conjunctions


class Circuit(msgspec.Struct, frozen=True):
    """`names[i]` is the name of atom i; `inputs` are the atoms of each question; `gates` come after what they look at."""

    kb: KnowledgeBase
    names: tuple[Name, ...]
    index: dict[Name, int]
    inputs: dict[str, tuple[int, ...]]
    gates: tuple[Gate, ...]

    def atom(self, kind: str, name: str) -> int:
        return self.index[kind, name]


def intervals(kb: KnowledgeBase, question: Question) -> list[tuple[int, int]]:
    """The ranges, both ends included, that the thresholds in use cut a number question into."""
    starts = [question.minimum, *kb.thresholds[question.key]]
    ends = [t - 1 for t in kb.thresholds[question.key]] + [question.maximum]
    return list(zip(starts, ends, strict=True))


def states(kb: KnowledgeBase, question: Question) -> list[str]:
    """The names of a question's atoms. For `many` they hold independently; otherwise exactly one does."""
    if question.type == "number":
        return [f"{low}..{high}" for low, high in intervals(kb, question)] + [UNKNOWN]
    return [*question.options, UNKNOWN]


@lru_cache(maxsize=8)
def _compiled(key: int, holder: "_ById") -> Circuit:
    return _Compiler(holder.kb).circuit()


class _ById:
    """Lets a knowledge base be a cache key by identity, as its dicts cannot be hashed."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb

    def __hash__(self) -> int:
        return id(self.kb)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.kb is self.kb


def compiled(kb: KnowledgeBase) -> Circuit:
    """The circuit of a knowledge base without faults; compiled once and kept."""
    return _compiled(id(kb), _ById(kb))


class _Compiler:
    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.names: list[Name] = []
        self.index: dict[Name, int] = {}
        self.gates: list[Gate] = []
        self.shared: dict[frozenset, Literal] = {}

    def circuit(self) -> Circuit:
        kb = self.kb
        inputs = {q.key: tuple(self._name(q.key, s) for s in states(kb, q)) for q in kb.questions.values()}
        for key, finding in kb.findings.items():
            for rule in kb.rules_for[key]:
                self._gate("rule", rule.id, self._guarded(rule.when, rule.unless))
            argued = {}
            for value in finding.values:
                arguing = tuple((self.index["rule", r.id] + 1,) for r in kb.rules_for[key] if r.value == value)
                argued[value] = self._gate("argued", f"{key}={value}", arguing) + 1
            stronger: list[Literal] = []
            for value in finding.values:
                ways = [(argued[value], *(-s for s in stronger))]
                if value == finding.otherwise:
                    ways.append(tuple(-a for a in argued.values()))
                self._gate(key, value, tuple(ways))
                stronger.append(argued[value])
            assert finding.otherwise in finding.values or finding.otherwise == IMPOSSIBLE
        for line in kb.advice.values():
            self._gate("holds", line.id, self._guarded(line.when, line.unless))
        for line in kb.advice.values():
            replacing = [-(self.index["holds", other.id] + 1) for other in kb.advice.values() if line.id in other.replaces]
            self._gate("advice", line.id, ((self.index["holds", line.id] + 1, *replacing),))
        return Circuit(kb, tuple(self.names), self.index, inputs, tuple(self.gates))

    def _name(self, kind: str, name: str) -> int:
        self.index[kind, name] = len(self.names)
        self.names.append((kind, name))
        return len(self.names) - 1

    def _gate(self, kind: str, name: str, any_of: Conjunctions) -> int:
        atom = self._name(kind, name)
        self.gates.append(Gate(atom, any_of))
        return atom

    def _guarded(self, when: Condition, unless: tuple[Condition, ...]) -> Conjunctions:
        blocks = tuple(-self._single(self._ways(item)) for item in unless)
        return tuple((*way, *blocks) for way in self._ways(when))

    def _single(self, ways: Conjunctions) -> Literal:
        """One literal that holds exactly if some way does."""
        if len(ways) == 1 and len(ways[0]) == 1:
            return ways[0][0]
        key = frozenset(frozenset(way) for way in ways)
        if key not in self.shared:
            self.shared[key] = self._gate("part", str(len(self.shared) + 1), ways) + 1
        return self.shared[key]

    def _ways(self, condition: Condition) -> Conjunctions:
        match condition:
            case Test():
                return self._test(condition)
            case Any(parts):
                return tuple(way for part in parts for way in self._ways(part))
            case All(parts):
                met: list[Literal] = []
                for part in parts:
                    ways = self._ways(part)
                    met.extend(ways[0] if len(ways) == 1 else (self._single(ways),))
                return (tuple(met),)

    def _test(self, test: Test) -> Conjunctions:
        def atom(state: str) -> Literal:
            return self.index[test.fact, state] + 1

        question = self.kb.questions.get(test.fact)
        match test.operator:
            case "is" | "includes":
                return tuple((atom(value),) for value in test.values)
            case "not":
                return tuple((atom(value),) for value in self.kb.values_of(test.fact) if value not in test.values)
            case "unknown":
                return ((atom(UNKNOWN),),)
            case "excludes":
                return ((*(-atom(value) for value in test.values), -atom(UNKNOWN)),)
            case "none":
                return (tuple(-atom(state) for state in states(self.kb, question)),)
            case "at_least" | "below":
                low, high = (test.values[0], question.maximum) if test.operator == "at_least" else (question.minimum, test.values[0] - 1)
                return tuple((atom(f"{a}..{b}"),) for a, b in intervals(self.kb, question) if low <= a and b <= high)
        raise AssertionError(test.operator)
