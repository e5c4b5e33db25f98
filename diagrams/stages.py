"""The stages as a graph: every step a numbered card in its stage, what lets one on written between the stages."""

from itertools import count

from milepost.diagrams.graph import AMONG, STAGES, YOURS, Edge, Graph, Group, Node, graph_of
from milepost.engine.consulting.consult import Consultation
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling import drawn, texts
from milepost.engine.telling.stages import stages


def stages_of(kb: KnowledgeBase, consultation: Consultation | None = None) -> Graph:
    """The stages of a knowledge base, with the step of a consultation marked."""
    yours = consultation.step.key if consultation else ""
    found = stages(kb, yours)
    nodes, edges, numbers = [], [], count(1)
    for n, stage in enumerate(found, start=1):
        nodes.append(Node(f"stage:{n}", "stage", stage.title, group=f"stage_{n}"))
        for card in stage.cards:
            caption, state = (texts.YOUR_STEP, YOURS) if card.step == yours else ("", AMONG)
            step, number = f"step:{card.step}", next(numbers)
            nodes.append(
                Node(step, "step", card.title, caption=caption, state=state, group=f"stage_{n}", number=number)
            )
        if n < len(found):
            edges.append(Edge(f"stage:{n}", f"stage:{n + 1}", stage.onward))
    groups = [Group(f"stage_{n}", "") for n in range(1, len(found) + 1)]
    said = drawn.STAGES_SAID.format(texts.counted(len(found), "stage"), texts.counted(len(kb.steps), "step"))
    lit = drawn.STAGES_YOURS.format(consultation.step.title) if consultation else ""
    return graph_of(drawn.STAGES, f"{said} {lit}".strip(), nodes, edges, groups, STAGES)
