"""Pictures in the files of one folder that lead to each other: the stages, and each step, finding and question."""

from milepost.diagrams.around import around, views
from milepost.diagrams.graph import Graph
from milepost.diagrams.render import draw
from milepost.engine.model.knowledge_base import KnowledgeBase

# The file that leads to all others.
STAGES = "stages.svg"


def linked(kb: KnowledgeBase, stages: Graph, guarded: bool = True) -> dict[str, bytes]:
    """Return the SVG of the stages and of each part by the name of its file, as in `step-pause.svg`.

    A link is the name of a file alone, so that the folder can be moved or sent. While `guarded`, no part shows what an
    answer to a guard question opens. Raises CannotDraw where nothing can render.
    """
    names = {id: f"{id.replace(':', '-')}.svg" for id in views(kb)}
    graphs = {STAGES: stages, **{name: around(kb, id, guarded) for id, name in names.items()}}
    return {name: draw(graph, "svg", link=names.get) for name, graph in graphs.items()}
