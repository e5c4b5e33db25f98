"""Everything in a knowledge base as one graph, for authors: what each finding and step looks at, topic by topic."""

from pathlib import PurePosixPath

from milepost.diagrams.conditions import id_of
from milepost.diagrams.graph import TOPICS, Edge, Graph, Group, Node, graph_of
from milepost.engine.model.condition import tests
from milepost.engine.model.finding import Finding
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP
from milepost.engine.telling import drawn, texts


def wiring(kb: KnowledgeBase) -> Graph:
    """All questions, findings and steps, and a line for each look of a rule; dashed if it looks in exceptions only."""
    topics = {key: f"topic_{n}" for n, key in enumerate(kb.topics, start=1)}
    nodes = [Node(f"question:{q.key}", "question", q.ask, group=topics[q.topic]) for q in kb.questions.values()]
    nodes += [_finding(finding, topics) for finding in kb.findings.values()]
    nodes += [
        Node(f"step:{key}", "step", kb.steps[key].title, group=f"stage_{n}")
        for n, steps in enumerate(kb.stages.values(), start=1)
        for key in steps
    ]
    looks: dict[tuple[str, str], bool] = {}
    for rule in kb.rules.values():
        head = f"step:{rule.value}" if rule.finding == STEP else f"finding:{rule.finding}"
        for is_exception, conditions in ((False, (rule.when,)), (True, rule.unless)):
            for test in (test for condition in conditions for test in tests(condition)):
                ends = id_of(kb, test.fact), head
                looks[ends] = looks.get(ends, True) and is_exception
    groups = [Group(topics[key], title) for key, title in kb.topics.items()] + [Group("findings", drawn.FINDINGS)]
    groups += [Group(f"stage_{n}", title) for n, title in enumerate(kb.stages, start=1)]
    counts = ((kb.questions, "question"), (kb.findings, "finding"), (kb.steps, "step"))
    said = drawn.WIRING_SAID.format(*(texts.counted(len(all_), one) for all_, one in counts))
    edges = [Edge(*ends, exception=is_exception) for ends, is_exception in looks.items()]
    return graph_of(drawn.WIRING, said, nodes, edges, groups, TOPICS)


def _finding(finding: Finding, topics: dict[str, str]) -> Node:
    # A finding stands with the questions of the file it is written in.
    group = topics.get(PurePosixPath(finding.at.file).stem, "findings")
    return Node(f"finding:{finding.key}", "finding", finding.title or finding.key.replace("_", " "), group=group)
