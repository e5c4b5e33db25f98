"""The copies that differ in one question as an answer set program, asked of clingo."""

from collections.abc import Iterable

from milepost.engine.circuit.gates import Literal
from milepost.engine.promises.differing import Differing, Found, Way
from milepost.engine.promises.rising import Rise
from milepost.engine.solver.copies import Copied
from milepost.engine.solver.solve import Rules


class InProgram:
    """The rules as they are do not know the answer; the others are copies, while this question is asked."""

    def __init__(self, differing: Differing, copied: Copied, ways: Iterable[Way] = (), simplest: bool = False):
        self.differing, self.copied = differing, copied
        self.ways: list[Way] = []
        # What holds in the copy that any known answer may be given in.
        self.any: dict[int, int] = {}
        with copied.program.add() as rules:
            self.asked = rules.free()
            # For each level, that the copy that does not know goes further, and no known answer does.
            self.further = {atom: rules.free() for atom in differing.opens}
            rules.never(self.asked, *(-further for further in self.further.values()))
            for atom, further in self.further.items():
                rules.never(further, -copied.one[atom])
            if differing.question.guard:
                self.any = rules.answers(differing.question.key)
                rules.never(self.any[differing.unknown])
                self._matched(rules, None, self.any)
            if simplest:
                rules.fewest(copied.known())
        for way in ways:
            self.add(way)

    def add(self, way: Way) -> None:
        """Add the copy in which the question is answered so; it opens what the unknown answer may turn out to be."""
        self.ways.append(way)
        with self.copied.program.add() as rules:
            answered = {atom: rules.atom() for atom in self.differing.inputs}
            for atom in way:
                rules.rule(answered[atom])
            left_out = self.differing.left_out(way)
            self._matched(rules, way, answered, *(-self.copied.one[part - 1] for part in left_out))

    def ask(self, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than the copies; for the simplest, if that was wanted."""
        inputs = [atom for key in self.copied.questions for atom in self.differing.circuit.inputs[key]]
        among = {*(self.copied.one[atom] for atom in inputs), *self.any.values()}
        assumed = [self.asked, self.copied.one[self.differing.unknown]]
        status, true, best = self.copied.program.decide(among, deadline, assumed)
        held = frozenset(atom for atom in inputs if self.copied.one[atom] in true)
        return Found(status, held, frozenset(atom for atom, literal in self.any.items() if literal in true), best)

    def end(self) -> None:
        """Take all copies out again, so that they are in nobody's way."""
        with self.copied.program.add() as rules:
            for literal in (self.asked, *self.further.values()):
                rules.never(literal)

    def _matched(self, rules: Rules, way: Way | None, answered: dict[int, int], *where: int) -> None:
        """Add what follows from an answer; where all these literals hold, not knowing must go no further than it."""
        copy = self.copied.copy(rules, self.differing.own_gates(way), answered, [self.asked])
        for atom, further in self.further.items():
            rules.never(further, copy[atom], *where)
        if way is not None:
            self._follow(rules, self.differing.rises(way), copy)

    def _follow(self, rules: Rules, rises: Iterable[Rise], copy: dict[int, int]) -> None:
        """Add that the copy only differs where something below does; it follows from the rest, and is found quicker."""
        rising: dict[Literal, int] = {}
        for rise in rises:
            atom, sign = abs(rise.literal) - 1, 1 if rise.literal > 0 else -1
            here, there = sign * self.copied.one[atom], sign * copy[atom]
            if rise.below == ():
                rules.never(here, -there, self.asked)
                continue
            rising[rise.literal] = rules.atom()
            rules.rule(rising[rise.literal], here, -there, self.asked)
            if rise.below is not None:
                rules.never(rising[rise.literal], *(-rising[literal] for literal in rise.below))
