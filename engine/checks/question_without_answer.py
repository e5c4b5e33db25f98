"""**Whatever a person asks with the question `question` is answered on every step they can get, `else` apart.**"""

from collections.abc import Iterator

from milepost.engine.circuit.compile import SHOWN, compiled
from milepost.engine.model.advice import ANSWER
from milepost.engine.model.faults import Fault
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import OWN_QUESTION
from milepost.engine.solver.space import Space

# The option for whatever none of the others asks.
ELSE = "else"


def check(kb: KnowledgeBase) -> Iterator[Fault]:
    question = kb.questions.get(OWN_QUESTION)
    if question is None:
        return
    circuit = compiled(kb)
    shown = {line.id: circuit.index[SHOWN, line.id] for line in kb.advice.values() if line.kind == ANSWER}
    space = Space(circuit, [*circuit.steps.values(), *shown.values()])
    for option in (key for key in question.options if key != ELSE):
        silent = [-space.literals[atom] for id, atom in shown.items() if option in kb.advice[id].to]
        asked = [*silent, *space.given({question.key: option})]
        steps = [step for step, atom in circuit.steps.items() if space.is_possible([*asked, space.literals[atom]])]
        if steps:
            named = ", ".join(f"`{step}`" for step in steps)
            yield Fault(
                question.at,
                f"`{option}` of `{question.key}` is not answered for everybody whose step is {named}",
                f"add a line with `kind: answer` and `to: {option}` for that step; one without a condition stands last",
            )
