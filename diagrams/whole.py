"""The whole decision graph of a knowledge base, with a person's path marked on it if there is one."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePosixPath

import msgspec

from milepost.diagrams.evidence import in_order, links, rules_in_words, tests_in_words
from milepost.diagrams.graph import CONSIDERED, OTHER, RECOMMENDED, RIGHT, Edge, Graph, Group, Node, graph_of
from milepost.diagrams.labels import YOUR_STEP, begun, shortened
from milepost.diagrams.own_path import NOTHING_ABOVE, PASSED, stage_of
from milepost.engine.consulting.consult import Consultation
from milepost.engine.meaning.words import answer_in_words, condition_in_words, fact_name
from milepost.engine.model.condition import tests
from milepost.engine.model.finding import IMPOSSIBLE, Finding
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP

LONGEST_LABEL = 34
TITLE = "The whole map"
ORDER = ("first choice", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def whole(kb: KnowledgeBase, consultation: Consultation | None = None) -> Graph:
    """All questions, findings, stages and steps, and what leads from one to another, read to the right."""
    nodes = [*_questions(kb), *_findings(kb), *_stages(kb)]
    edges = {(edge.tail, edge.head): edge for edge in (*_conditions(kb), *_spine(kb))}
    groups = [Group(f"topic_{n}", title) for n, title in enumerate(kb.topics.values(), start=1)]
    groups += [Group(f"stage_{n}", title) for n, title in enumerate(kb.stages, start=1)]
    used = {node.group for node in nodes}
    counted = f"{len(kb.questions)} questions, {len(kb.findings)} findings and {len(kb.steps)} steps"
    said = f"{counted}, and what leads from one to another."
    if consultation is not None:
        nodes, edges = _marked(consultation, nodes, edges)
        said += f" The numbers mark the path to this step: {consultation.step.title}."
    return graph_of(TITLE, said, nodes, edges.values(), [group for group in groups if group.key in used], RIGHT)


def _questions(kb: KnowledgeBase) -> list[Node]:
    topics = list(kb.topics)
    return [
        Node(f"question:{q.key}", "question", q.ask, detail=q.why, group=f"topic_{topics.index(q.topic) + 1}")
        for q in kb.questions.values()
    ]


def _findings(kb: KnowledgeBase) -> list[Node]:
    return [_finding(kb, finding) for finding in kb.findings.values()]


def _finding(kb: KnowledgeBase, finding: Finding) -> Node:
    # A finding stands with the questions of the file it is written in.
    topic, topics = PurePosixPath(finding.at.file).stem, list(kb.topics)
    group = f"topic_{topics.index(topic) + 1}" if topic in topics else ""
    values = "; ".join(finding.values.values())
    return Node(
        f"finding:{finding.key}", "finding", begun(fact_name(kb, finding.key)), detail=f"One of: {values}", group=group
    )


def _stages(kb: KnowledgeBase) -> list[Node]:
    nodes = []
    for n, (title, steps) in enumerate(kb.stages.items(), start=1):
        nodes.append(Node(f"gate:{n}", "gate", title, group=f"stage_{n}"))
        nodes += [
            Node(f"step:{key}", "step", kb.steps[key].title, detail=kb.steps[key].say, group=f"stage_{n}", state=OTHER)
            for key in steps
        ]
    return nodes


def _conditions(kb: KnowledgeBase) -> list[Edge]:
    """An edge for each pair of a fact and what some rule concludes from it, with all those rules' conditions on it."""
    rules: dict[tuple[str, str], dict[str, Rule]] = {}
    for rule in kb.rules.values():
        head = f"step:{rule.value}" if rule.finding == STEP else f"finding:{rule.finding}"
        for condition in (rule.when, *rule.unless):
            for test in tests(condition):
                rules.setdefault((test.fact, head), {})[rule.id] = rule
    return [
        Edge(
            _id(kb, fact),
            head,
            shortened(_said(kb, fact, arguing.values()), LONGEST_LABEL),
            rules_in_words(kb, arguing.values()),
        )
        for (fact, head), arguing in rules.items()
    ]


def _id(kb: KnowledgeBase, fact: str) -> str:
    return f"question:{fact}" if fact in kb.questions else f"finding:{fact}"


def _said(kb: KnowledgeBase, fact: str, rules: Iterable[Rule]) -> str:
    blocking = [item for rule in rules for item in rule.unless if any(test.fact == fact for test in tests(item))]
    unless = [f"unless {condition_in_words(kb, item)}" for item in blocking]
    when = tests_in_words(kb, fact, rules)
    return "; ".join(dict.fromkeys([*([when] if when else []), *unless]))


def _spine(kb: KnowledgeBase) -> list[Edge]:
    gates = [f"gate:{n}" for n in range(1, len(kb.stages) + 1)]
    edges = [Edge(passed, following, PASSED) for passed, following in pairwise(gates)]
    otherwise = kb.step_choice.otherwise
    for gate, steps in zip(gates, kb.stages.values(), strict=True):
        for place, step in enumerate(steps):
            label = ORDER[place] if place < len(ORDER) else f"number {place + 1}"
            detail = f"{label}: taken if something leads to it, and to nothing before it"
            if step == otherwise != IMPOSSIBLE:
                label = detail = NOTHING_ABOVE
            edges.append(Edge(gate, f"step:{step}", label, detail))
    return edges


def _marked(consultation: Consultation, nodes: list[Node], edges: dict) -> tuple[list[Node], dict]:
    """The nodes and edges with the person's answers and path on them."""
    kb, found = consultation.kb, links(consultation)
    here, chosen = stage_of(kb, consultation.step.key), f"step:{consultation.step.key}"
    gates = [f"gate:{here}"] if found else [f"gate:{n}" for n in range(1, here + 1)]
    path = [*(_id(kb, fact) for fact in in_order(found)), *gates, chosen]
    considered = {f"step:{step.key}" for step, _ in consultation.considered}
    walked = {(_id(kb, link.tail), chosen if link.head == STEP else f"finding:{link.head}") for link in found}
    walked |= {(tail, head) for tail, head in zip([*gates, chosen], [*gates, chosen][1:], strict=False)}

    def mark(node: Node) -> Node:
        key = node.id.partition(":")[2]
        changes: dict[str, object] = {"place": path.index(node.id) + 1 if node.id in path else 0}
        if node.kind == "question" and key in consultation.sheet.answers:
            changes["answer"] = answer_in_words(kb.questions[key], consultation.sheet.answers[key])
        elif node.kind == "finding" and key in consultation.findings:
            changes["caption"] = consultation.kb.findings[key].values[consultation.findings[key]]
        elif node.id == chosen:
            changes |= {"state": RECOMMENDED, "caption": YOUR_STEP}
        elif node.id in considered:
            changes["state"] = CONSIDERED
        return msgspec.structs.replace(node, **changes)

    marked = {pair: msgspec.structs.replace(edge, on_path=pair in walked) for pair, edge in edges.items()}
    return [mark(node) for node in nodes], marked
