"""The copies for one question as an answer set program, asked of clingo."""

from collections.abc import Iterable, Iterator

from milepost.engine.model.question import UNKNOWN
from milepost.engine.promises.differing import Differing, Found, Way
from milepost.engine.solver.solve import Program, Rules


class InProgram:
    """A program of its own: the copy that does not know, and others that are added to it."""

    def __init__(self, differing: Differing, ways: Iterable[Way] = (), simplest: bool = False):
        self.differing = differing
        self.ways: list[Way] = []
        self.program = Program(differing.circuit)
        # What holds in the copy that any known answer may be given in.
        self.any: dict[int, int] = {}
        with self.program.add() as rules:
            self.inputs = {
                atom: literal
                for key in (*differing.shared, differing.question.key)
                for atom, literal in rules.answers(key).items()
            }
            self.unknowing = self.inputs | rules.gates(differing.gates, self.inputs)
            rules.never(-self.unknowing[differing.unknown])
            # For each level, that the copy that does not know goes further, and no known answer does.
            self.further = {atom: rules.free() for atom in differing.opens}
            rules.never(*(-further for further in self.further.values()))
            for atom, further in self.further.items():
                rules.never(further, -self.unknowing[atom])
            if differing.question.guard:
                self.any = rules.answers(differing.question.key)
                rules.never(self.any[differing.unknown])
                self._matched(rules, self.any)
            if simplest:
                rules.fewest(self._known())
        for way in ways:
            self.add(way)

    def add(self, way: Way) -> None:
        """Add the copy in which the question is answered so; it opens what the unknown answer may turn out to be."""
        self.ways.append(way)
        with self.program.add() as rules:
            answered = {atom: rules.atom() for atom in self.differing.inputs}
            for atom in way:
                rules.rule(answered[atom])
            self._matched(rules, answered, *(-self.unknowing[part - 1] for part in self.differing.left_out(way)))

    def ask(self, deadline: float) -> Found:
        """Look for a sheet on which not knowing opens more than the copies; for the simplest, if that was wanted."""
        among = {*self.inputs.values(), *self.any.values()}
        status, true, best = self.program.decide(among, deadline)
        held, known = (
            frozenset(atom for atom, literal in literals.items() if literal in true)
            for literals in (self.inputs, self.any)
        )
        return Found(status, held, known, best)

    def _matched(self, rules: Rules, answered: dict[int, int], *where: int) -> None:
        """Add what follows from an answer; where all these literals hold, not knowing must go no further than it."""
        copy = rules.gates(self.differing.touched_gates, self.unknowing | answered)
        for atom, further in self.further.items():
            rules.never(further, copy[atom], *where)

    def _known(self) -> Iterator[int]:
        """Literals of which the fewest are to hold: known answers, and options ticked beside the unknown one."""
        circuit = self.differing.circuit
        for key in (*self.differing.shared, self.differing.question.key):
            unknown = circuit.index[key, UNKNOWN]
            if key in self.differing.shared:
                yield -self.inputs[unknown]
            if circuit.kb.questions[key].type == "many":
                yield from (self.inputs[atom] for atom in circuit.inputs[key] if atom != unknown)
