"""A case ends the interview: after its first questions the step is certain, and no question more is asked.

Two copies of the rules share the answers to these questions. In the case, both must come to one step, which ends the
interview; so it does at the latest there, as questions that cannot matter are left out.
"""

from collections.abc import Iterator

from milepost.engine.circuit.compile import Circuit
from milepost.engine.circuit.cone import cone, downstream
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.promise import Promise
from milepost.engine.model.question import ALWAYS, FIRST, UNKNOWN
from milepost.engine.model.step import STEP
from milepost.engine.promises.formula import ENDS, GIVEN
from milepost.engine.promises.methods import CADICAL, CLINGO, agreed
from milepost.engine.promises.verdict import Comparison
from milepost.engine.solver.clauses import Clauses
from milepost.engine.solver.copies import Copies
from milepost.engine.solver.search import sheet_of
from milepost.engine.solver.solve import FOUND


def asked_first(kb: KnowledgeBase, number: int) -> list[str]:
    """Return the first so many questions, in the order of asking."""
    place = {FIRST: 0, "": 1, ALWAYS: 2}
    return sorted(kb.questions, key=lambda key: place[kb.questions[key].asked])[:number]


def compared(promise: Promise, circuit: Circuit, deadline: float) -> Comparison:
    """Look for a sheet in the case that leads to no end, or to another step with other answers to later questions.

    Raises Disagreement if the methods do not agree.
    """
    first = asked_first(circuit.kb, promise.ends_within)
    found = _in_program(promise, circuit, first, deadline)
    by_cadical = _in_clauses(promise, circuit, first, deadline)
    together = agreed(promise.id, {CLINGO: found.status, CADICAL: by_cadical})
    best = found
    if together.status == FOUND:
        simplest = _in_program(promise, circuit, first, deadline, simplest=True)
        best = simplest if simplest.status == FOUND else found
    return Comparison("", together.status, together.methods, True, best.sheet, best.others, best.simplest)


def _targets(promise: Promise, circuit: Circuit) -> list[int]:
    return [circuit.index[GIVEN, promise.id], circuit.index[ENDS, STEP], *circuit.steps.values()]


def _in_program(
    promise: Promise, circuit: Circuit, first: list[str], deadline: float, simplest: bool = False
) -> Comparison:
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
            rules.fewest(_known(circuit, copies), rank=1)
            rules.fewest(copies.differs[atom] for key in copies.may_differ for atom in circuit.inputs[key])
    inputs = [atom for key in copies.questions for atom in circuit.inputs[key]]
    among = {copy[atom] for copy in (copies.one, copies.other) for atom in inputs}
    status, true, best = copies.program.decide(among, deadline, copies.may_differ.values())
    if status != FOUND:
        return Comparison("", status)
    one, other = (
        sheet_of(circuit, copies.questions, {atom for atom in inputs if copy[atom] in true})
        for copy in (copies.one, copies.other)
    )
    return Comparison("", status, sheet=one, others=(other,), simplest=best)


def _known(circuit: Circuit, copies: Copies) -> Iterator[int]:
    """Literals of which the fewest are to hold: known answers, and each option ticked."""
    for key in copies.questions:
        unknown = circuit.index[key, UNKNOWN]
        yield -copies.one[unknown]
        if circuit.kb.questions[key].type == "many":
            yield from (copies.one[atom] for atom in circuit.inputs[key] if atom != unknown)


def _in_clauses(promise: Promise, circuit: Circuit, first: list[str], deadline: float) -> str:
    clauses = Clauses(circuit)
    given, ends, *steps = targets = _targets(promise, circuit)
    gates, questions = cone(circuit, targets)
    later = [key for key in questions if key not in first]
    inputs = [atom for key in later for atom in circuit.inputs[key]]
    touched = downstream(gates, inputs)
    copy = clauses.copy([gate for gate in gates if gate.atom in touched], inputs)
    for key in later:
        clauses.add_answer(circuit.kb.questions[key], [copy[atom] for atom in circuit.inputs[key]])
    goes_on = clauses.new_variable()
    clauses.define(goes_on, ((-(ends + 1),), *((step + 1, -copy.get(step, step + 1)) for step in steps)))
    return clauses.decide([given + 1, goes_on], deadline)
