"""The gates of a circuit as rules of CLIPS, one for each conjunction: the form that is easiest on CLIPS."""

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.evaluate import input_atoms
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion


class Clips:
    """CLIPS with the rules of one circuit; a fact `a7` says that atom 7 holds. Needs the package clipspy."""

    def __init__(self, circuit: Circuit):
        import clips

        self._circuit, self._environment = circuit, clips.Environment()
        depth = dict.fromkeys(range(len(circuit.names)), 0)
        for atom in depth:
            self._environment.build(f"(deftemplate a{atom})")
        for gate in circuit.gates:
            below = [abs(literal) - 1 for way in gate.any_of for literal in way]
            depth[gate.atom] = 1 + max((depth[atom] for atom in below), default=0)
            for number, way in enumerate(gate.any_of):
                tests = [f"(a{lit - 1})" if lit > 0 else f"(not (a{-lit - 1}))" for lit in way]
                head = f"(defrule r{gate.atom}-{number} (declare (salience {-depth[gate.atom]}))"
                self._environment.build(f"{head} {' '.join(tests)} => (assert (a{gate.atom})))")

    def asked(self, sheet: Sheet) -> str:
        """Return a sheet as one expression, which asserts all of its facts and runs the rules."""
        facts = "".join(f"(a{atom})" for atom in sorted(input_atoms(self._circuit, sheet)))
        return f"(progn (reset) (assert {facts}) (run))"

    def run(self, asked: str) -> None:
        """Run the rules over a sheet, in one call. What follows stays in the environment."""
        self._environment.eval(asked)

    def conclusion(self) -> Conclusion:
        """Return what the last run gave."""
        held = {
            int(fact.template.name[1:]) for fact in self._environment.facts() if fact.template.name != "initial-fact"
        }
        return self._circuit.conclusions.of([atom in held for atom in range(len(self._circuit.names))])
