"""Of an answer, words to say, the first thing today and the next moment one line is told: somebody can be told each."""

from collections import defaultdict

from milepost.engine.circuit.compile import SHOWN, compiled
from milepost.engine.model.advice import ANSWER, SHOWN_ALONE
from milepost.engine.model.question import OWN_QUESTION
from milepost.engine.solver.space import Space


def test_each_line_that_is_told_alone_can_come_first(base):
    """Else it stands below a line that always holds where it does, and nobody ever reads it."""
    circuit = compiled(base)
    lines = [line for line in base.advice.values() if (line.kind in SHOWN_ALONE or line.moment) and not line.withdrawn]
    atoms = {line.id: circuit.index[SHOWN, line.id] for line in lines}
    space = Space(circuit, atoms.values())
    asked = dict(zip(base.questions[OWN_QUESTION].options, circuit.inputs[OWN_QUESTION], strict=False))
    before, never = defaultdict(list), []
    for line in lines:
        for option in line.to if line.kind == ANSWER else ("",):
            above = before[line.kind, line.moment, option]
            wanted = [space.literals[asked[option]]] if option else []
            if not space.is_possible([space.literals[atoms[line.id]], *wanted, *(-each for each in above)]):
                never.append((line.id, option))
            above.append(space.literals[atoms[line.id]])
    assert never == []
