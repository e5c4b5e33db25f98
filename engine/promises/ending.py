"""A case ends the interview: after its first questions the step is certain, and no question more is asked.

Two copies of the rules share the answers to these questions. In the case, both must come to one step, which ends the
interview; so it does at the latest there, as questions that cannot matter are left out.
"""

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import part
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import ALWAYS, FIRST
from milepost.engine.model.step import STEP
from milepost.engine.promises.formula import ENDS, GIVEN
from milepost.engine.promises.methods import CADICAL, CLINGO, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copies
from milepost.engine.solver.solve import FOUND


def asked_first(kb: KnowledgeBase, number: int) -> list[str]:
    """Return the first so many questions, in the order of asking."""
    place = {FIRST: 0, "": 1, ALWAYS: 2}
    return sorted(kb.questions, key=lambda key: place[kb.questions[key].asked])[:number]


def compared(promise: Promise, circuit: Circuit, deadline: float) -> Comparison:
    """Look for a sheet in the case that leads to no end, or to another step with other answers to later questions.

    Raises Disagreement if the methods do not agree.
    """
    found = in_program(promise, circuit, deadline)
    by_cadical = in_clauses(promise, circuit, deadline)
    together = agreed(promise.id, {CLINGO: found.status, CADICAL: by_cadical})
    best = found
    if together.status == FOUND:
        simplest = in_program(promise, circuit, deadline, simplest=True)
        best = simplest if simplest.status == FOUND else found
    return Comparison("", together.status, together.methods, True, best.sheet, best.others, best.simplest)


def _targets(promise: Promise, circuit: Circuit) -> list[int]:
    return [circuit.index[GIVEN, promise.id], circuit.index[ENDS, STEP], *circuit.steps.values()]


def in_program(promise: Promise, circuit: Circuit, deadline: float, simplest: bool = False) -> Comparison:
    """Return what clingo says of two such sheets, with both where there are some."""
    first = asked_first(circuit.kb, promise.ends_within)
    given, ends, *steps = targets = _targets(promise, circuit)
    copies = Copies(circuit, targets, [key for key in circuit.kb.questions if key not in first])
    with copies.program.add() as rules:
        rules.never(-copies.one[given])
        goes_on = rules.atom()
        rules.rule(goes_on, -copies.one[ends])
        for step in steps:
            rules.rule(goes_on, copies.one[step], -copies.other[step])
        rules.never(-goes_on)
        if simplest:
            copies.prefer_simple(rules)
    return Comparison.of("", *copies.decide(deadline, copies.may_differ.values()))


def in_clauses(promise: Promise, circuit: Circuit, deadline: float) -> str:
    """Return what CaDiCaL says of two such sheets."""
    first = asked_first(circuit.kb, promise.ends_within)
    given, ends, *steps = targets = _targets(promise, circuit)
    rules = part(circuit, targets)
    clauses = Clauses(rules)
    copy, _ = clauses.second_sheet(rules.gates, [key for key in rules.inputs if key not in first])
    goes_on = clauses.new_variable()
    clauses.define(goes_on, ((-(ends + 1),), *((step + 1, -copy.get(step, step + 1)) for step in steps)))
    return clauses.decide([given + 1, goes_on], deadline)
