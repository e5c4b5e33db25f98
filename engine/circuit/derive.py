"""The derivation of a step read off the circuit: which rules fired, and on which facts, without chaining."""

from collections.abc import Sequence
from itertools import product

from milepost.engine.circuit.compile import RULE, Circuit
from milepost.engine.circuit.evaluate import holds
from milepost.engine.circuit.gates import Conjunctions
from milepost.engine.meaning.holding import ways
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import All, Any, Condition, Test, parts_of
from milepost.engine.model.derivation import Derivation, Firing

# A way for a condition to be met: the facts it looks at, and for each of its tests the conjunctions of which one holds.
Way = tuple[tuple[str, ...], tuple[Conjunctions, ...]]


class Deriver:
    """Derives over one circuit; what does not depend on the sheet is worked out once."""

    def __init__(self, circuit: Circuit):
        self._circuit, self._kb = circuit, circuit.kb
        self._place = {key: n for n, key in enumerate((*self._kb.questions, *self._kb.settled))}
        in_order = [rule for key in self._kb.settled for rule in self._kb.rules_for[key]]
        # Each rule with its atom and the ways in which its condition is met, in the order in which rules fire.
        self.rules = [(rule.id, circuit.index[RULE, rule.id], self._ways(rule.when)) for rule in in_order]

    def derive(self, sheet: Sheet) -> Derivation:
        """Return the derivation for a sheet; open answers read as unknown."""
        held = holds(self._circuit, sheet)
        conclusion = self._circuit.conclusions.of(held)
        values: dict[str, str | frozenset[str]] = dict(conclusion.findings)

        def value(fact: str) -> str | frozenset[str]:
            if fact not in values:
                values[fact] = states_held(self._kb, self._kb.questions[fact], sheet)
            return values[fact]

        firings = [
            Firing(id, tuple((fact, value(fact)) for fact in _facts(met, held)))
            for id, atom, met in self.rules
            if held[atom]
        ]
        return Derivation(conclusion.findings, conclusion.step, tuple(firings))

    def _ways(self, condition: Condition) -> list[Way]:
        """The ways in which a condition can be met, those with the latest facts first."""
        found = []
        for looked_at in _tests(condition):
            facts = sorted({test.fact for test in looked_at}, key=self._place.__getitem__)
            found.append((tuple(facts), tuple(self._literals(test) for test in looked_at)))
        return sorted(found, key=lambda way: [self._place[fact] for fact in reversed(way[0])], reverse=True)

    def _literals(self, test: Test) -> Conjunctions:
        atom = {state: self._circuit.index[test.fact, state] + 1 for way in ways(self._kb, test) for state, _ in way}
        return tuple(tuple(atom[state] * (1 if held else -1) for state, held in way) for way in ways(self._kb, test))


def _tests(condition: Condition) -> list[tuple[Test, ...]]:
    """The tests that must hold together, for each way in which a condition can be met."""
    match condition:
        case Test():
            return [(condition,)]
        case Any():
            return [tests for part in parts_of(condition) for tests in _tests(part)]
        case All():
            every = product(*map(_tests, parts_of(condition)))
            return [tuple(test for tests in chosen for test in tests) for chosen in every]


def _facts(met: list[Way], held: Sequence[int]) -> tuple[str, ...]:
    """The facts of the first way that is met; of a rule that fires, one is."""
    if len(met) == 1:
        return met[0][0]
    return next(facts for facts, tests in met if all(_holds(any_of, held) for any_of in tests))


def _holds(any_of: Conjunctions, held: Sequence[int]) -> bool:
    return any(all(held[abs(literal) - 1] == (literal > 0) for literal in way) for way in any_of)
