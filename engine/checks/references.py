"""What in a knowledge base refers to what, from the other end: who reads a question, in which examples a rule fires."""

from collections.abc import Iterator
from functools import cached_property

from milepost.engine.circuit.compile import RULE, SHOWN, compiled
from milepost.engine.circuit.evaluate import evaluate, input_atoms
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import tests
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP

# An entry: its section in the knowledge base, and its name there.
Entry = tuple[str, str]
CITING = ("questions", "rules", "steps", "advice")


class References:
    """The references of one knowledge base, each kind worked out when it is first asked for."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb

    @cached_property
    def readers(self) -> dict[str, list[Entry]]:
        """The rules, lines of advice and promises that look at each question and finding."""
        found: dict[str, dict[Entry, None]] = {}
        for entry, facts in self._reading():
            for fact in facts:
                found.setdefault(fact, {})[entry] = None
        return {fact: list(entries) for fact, entries in found.items()}

    def _reading(self) -> Iterator[tuple[Entry, list[str]]]:
        for section in ("rules", "advice"):
            for key, entry in getattr(self.kb, section).items():
                yield (
                    (section, key),
                    [test.fact for condition in (entry.when, *entry.unless) for test in tests(condition)],
                )
        for key, promise in self.kb.promises.items():
            yield ("promises", key), [test.fact for test in promise.tests()]

    @cached_property
    def of_step(self) -> dict[str, list[Entry]]:
        """The lines of advice and promises that name each step."""
        found: dict[str, list[Entry]] = {key: [] for key in self.kb.steps}
        every = [
            (("advice", key), [t for c in (line.when, *line.unless) for t in tests(c)])
            for key, line in self.kb.advice.items()
        ]
        every += [(("promises", key), list(promise.tests())) for key, promise in self.kb.promises.items()]
        for entry, looked_at in every:
            named = (value for test in looked_at if test.fact == STEP for value in test.values)
            for step in dict.fromkeys(value for value in named if isinstance(value, str)):
                found[step].append(entry)
        return found

    @cached_property
    def cited(self) -> dict[str, list[Entry]]:
        """The questions, rules, steps and lines that cite each statement."""
        found: dict[str, list[Entry]] = {}
        for section in CITING:
            for key, entry in getattr(self.kb, section).items():
                for id in dict.fromkeys(entry.sources):
                    found.setdefault(id, []).append((section, key))
        return found

    @cached_property
    def carried(self) -> dict[str, list[Entry]]:
        """The systems that each entry carries a part of."""
        found: dict[str, dict[Entry, None]] = {}
        for key, system in self.kb.systems.items():
            for name in (name for part in system.parts for name in part.carried_by):
                found.setdefault(name, {})["systems", key] = None
        return {name: list(entries) for name, entries in found.items()}

    @cached_property
    def replacing(self) -> dict[str, list[Entry]]:
        """The lines that silence each line."""
        found: dict[str, list[Entry]] = {}
        for key, line in self.kb.advice.items():
            for other in line.replaces:
                found.setdefault(other, []).append(("advice", key))
        return found

    @cached_property
    def examples(self) -> dict[Entry, list[Entry]]:
        """The examples in which each rule fires, each line is shown, and each step comes out."""
        circuit = compiled(self.kb)
        given: dict[int, int] = {}
        for n, example in enumerate(self.kb.examples.values()):
            for atom in input_atoms(circuit, Sheet(example.answers)):
                given[atom] = given.get(atom, 0) | 1 << n
        bits, names = evaluate(circuit, given, len(self.kb.examples)), list(self.kb.examples)
        atoms = {("rules", key): circuit.index[RULE, key] for key in self.kb.rules}
        atoms |= {("advice", key): circuit.index[SHOWN, key] for key in self.kb.advice}
        atoms |= {("steps", key): atom for key, atom in circuit.steps.items()}
        return {
            entry: [("examples", name) for n, name in enumerate(names) if bits[atom] >> n & 1]
            for entry, atom in atoms.items()
        }


def references(kb: KnowledgeBase) -> References:
    """Return the references of a knowledge base. They are worked out once, and kept with the knowledge base."""
    return kb.kept("references", lambda: References(kb))
