"""The copies in which a question has a known answer as an answer set program, asked of clingo."""

from collections.abc import Sequence

from milepost.engine.circuit.gates import Literal
from milepost.engine.promises.differing import Contact, Copy, Differing, Found, Way
from milepost.engine.solver.copies import Copied
from milepost.engine.solver.solve import Rules


class InProgram:
    """The rules as they are do not know the answer to the question that is asked of; in the copies it has one."""

    def __init__(self, contact: Contact, questions: Sequence[Differing], simplest: bool = False):
        self.contact, self.copied = contact, Copied(contact.circuit, contact.opens)
        with self.copied.program.add() as rules:
            self.asked = {differing.question.key: rules.free() for differing in questions}
            # For each level, that the rules as they are go further, and no copy does.
            self.further = {atom: rules.free() for atom in contact.opens}
            rules.never(*(-further for further in self.further.values()))
            for atom, further in self.further.items():
                rules.never(further, -self.copied.one[atom])
            if simplest:
                rules.fewest(self.copied.known())

    def add(self, answers: Sequence[tuple[Differing, Way]]) -> None:
        """Add a copy with these answers; each opens what the unknown answer may turn out to be."""
        added, one = Copy(self.contact, answers), self.copied.one
        with self.copied.program.add() as rules:
            inputs = {}
            for differing, way in answers:
                asked = self.asked[differing.question.key]
                for atom in differing.inputs:
                    inputs[atom] = rules.atom()
                    rules.rule(inputs[atom], one[atom], -asked)
                    if atom in way:
                        rules.rule(inputs[atom], asked)
            other = self.copied.copy(rules, added.gates, inputs)
            for differing, way in answers:
                where = [self.asked[differing.question.key], *(-one[part - 1] for part in differing.left_out(way))]
                for atom in differing.opens:
                    rules.never(self.further[atom], other[atom], *where)
            self._follow(rules, added, other)

    def ask(self, differing: Differing, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than the copies; for the simplest, if that was wanted."""
        inputs = [atom for key in self.copied.questions for atom in differing.circuit.inputs[key]]
        one, key = self.copied.one, differing.question.key
        assumed = [literal if asked == key else -literal for asked, literal in self.asked.items()]
        # Of what the question cannot touch nothing differs, so that it need not be looked for.
        assumed += [-further for atom, further in self.further.items() if atom not in differing.opens]
        among = {one[atom] for atom in inputs}
        status, true, best = self.copied.program.decide(among, deadline, [*assumed, one[differing.unknown]])
        return Found(status, frozenset(atom for atom in inputs if one[atom] in true), best)

    def _follow(self, rules: Rules, added: Copy, other: dict[int, int]) -> None:
        """Add that the copy only differs where something below does; it follows from the rest, and is found quicker."""
        rising: dict[Literal, int] = {literal: self.asked[key] for literal, key in added.begins.items()}
        for rise in added.rises:
            atom, sign = abs(rise.literal) - 1, 1 if rise.literal > 0 else -1
            here, there = sign * self.copied.one[atom], sign * other[atom]
            if not rise.below:
                rules.never(here, -there)
                continue
            rising[rise.literal] = rules.atom()
            rules.rule(rising[rise.literal], here, -there)
            rules.never(rising[rise.literal], *(-rising[literal] for literal in rise.below))
