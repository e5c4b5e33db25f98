"""Options that nobody need be asked about: with them everything comes out as it does without an answer."""

from collections.abc import Iterator

from milepost.engine.circuit.compile import SHOWN, Circuit, compiled
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN, Question
from milepost.engine.solver.copies import Copies


def options_that_change_nothing(kb: KnowledgeBase) -> list[tuple[str, str]]:
    """Return each question with each option of it that changes no step, no line and no length of a step for anybody.

    Exact: over all sheets with that option, and the same without an answer; of `many`, without that one ticked. An
    unknown answer to a guard question counts as the gravest, so these are left out. One option of any other choice may
    be the plain one, such as "no" or "nothing", that leaves things as they are.
    """
    circuit = compiled(kb)
    targets = _told(circuit)
    copies = Copies(circuit, targets)
    with copies.program.add() as rules:
        rules.never(*(-copies.differs[atom] for atom in targets if atom in copies.differs))
    found: list[tuple[str, str]] = []
    for question in kb.questions.values():
        same = [option for option in question.options if not _changes(circuit, copies, question, option)]
        if question.type != "many" and (question.guard or len(same) == 1):
            continue
        found += [(question.key, option) for option in same]
    return found


def _told(circuit: Circuit) -> list[int]:
    """The atoms of all that is told: the steps, the lines, and how long a step lasts."""
    kb = circuit.kb
    lengths = dict.fromkeys(card.how_long_finding for card in kb.steps.values() if card.how_long_finding)
    return [
        *circuit.steps.values(),
        *(circuit.index[SHOWN, id] for id in kb.advice),
        *(circuit.index[key, value] for key in lengths for value in kb.findings[key].values),
    ]


def _changes(circuit: Circuit, copies: Copies, question: Question, option: str) -> bool:
    if question.key not in copies.may_differ:
        return False
    return copies.program.is_possible(_assumed(circuit, copies, question, option))


def _assumed(circuit: Circuit, copies: Copies, question: Question, option: str) -> Iterator[int]:
    """Yield what is assumed: the option is given on one sheet, and on the other it is not."""
    atom, unknown = circuit.index[question.key, option], circuit.index[question.key, UNKNOWN]
    for key, literal in copies.may_differ.items():
        yield literal if key == question.key else -literal
    yield copies.one[atom]
    if question.type != "many":
        yield copies.other[unknown]
        return
    yield -copies.other[atom]
    for other in circuit.inputs[question.key]:
        if other != atom and not (question.is_open and other == unknown):
            yield -copies.differs[other]
