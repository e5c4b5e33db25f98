"""A step, a finding or a question, with what opens it, what stops it and what it leads to."""

from collections.abc import Iterator

from milepost.diagrams.conditions import id_of, rows_of
from milepost.diagrams.graph import SUBJECT, Edge, Graph, Group, Node, Row, graph_of
from milepost.engine.model.condition import tests
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import STEP
from milepost.engine.telling import texts

GROUPS = tuple(Group(key, title) for key, title in texts.AROUND.items())


def around(kb: KnowledgeBase, id: str, guarded: bool = True) -> Graph:
    """The graph around the step, finding or question of an id, as in `step:pause`.

    While `guarded`, it does not show what an answer to a guard question opens. Raises KeyError where there is none.
    """
    kind, _, key = id.partition(":")
    subject, others = {"step": _step, "finding": _finding, "question": _question}[kind](kb, key, guarded)
    edges = [
        Edge(subject.id, node.id)
        if node.group == "leads"
        else Edge(node.id, subject.id, exception=node.group == "stops")
        for node in others
    ]
    return graph_of(subject.label, subject.detail or texts.AROUND_SAID, [subject, *others], edges, GROUPS)


def views(kb: KnowledgeBase) -> tuple[str, ...]:
    """The ids of everything that has such a graph: steps, findings and questions, in their order."""
    return (
        *(f"step:{key}" for key in kb.steps),
        *(f"finding:{key}" for key in kb.findings),
        *(f"question:{key}" for key in kb.questions),
    )


def _step(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    card = kb.steps[key]
    rules = [rule for rule in kb.step_rules if rule.value == key]
    opens = [
        Node(f"rule:{n}", "rule", rule.because, rows=rows_of(kb, rule, guarded), group="opens")
        for n, rule in enumerate(rules, start=1)
    ]
    if key == kb.step_choice.otherwise != IMPOSSIBLE:
        opens.append(Node("more:otherwise", "more", texts.NOTHING_ELSE, group="opens"))
    above = list(kb.steps)[: list(kb.steps).index(key)]
    stops = [Node("more:above", "more", texts.ABOVE.format(texts.counted(len(above), "step")), group="stops")]
    leads = Node(f"next:{key}", "next", card.opens_next, group="leads")
    return Node(f"step:{key}", "step", card.title, detail=card.say, state=SUBJECT), [
        *opens,
        *(stops if above else []),
        leads,
    ]


def _finding(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    finding = kb.findings[key]
    strength = list(finding.values)
    rules = sorted(kb.rules_for[key], key=lambda rule: strength.index(rule.value))
    opens = [
        Node(
            f"rule:{n}",
            "rule",
            rule.because,
            caption=_sentence(finding.values[rule.value]),
            rows=rows_of(kb, rule, guarded),
            group="opens",
        )
        for n, rule in enumerate(rules, start=1)
    ]
    if finding.otherwise != IMPOSSIBLE:
        caption = _sentence(finding.values[finding.otherwise])
        opens.append(Node("more:otherwise", "more", texts.NO_RULE_HOLDS, caption=caption, group="opens"))
    title = finding.title or key.replace("_", " ")
    subject = Node(f"finding:{key}", "finding", title, detail=texts.FIRST_HOLDS, state=SUBJECT)
    return subject, [*opens, *_leads(kb, key)]


def _question(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    question = kb.questions[key]
    rows = tuple(Row(f"• {words}") for words in question.options.values())
    subject = Node(f"question:{key}", "question", question.ask, detail=question.why, rows=rows, state=SUBJECT)
    if question.guard and guarded:
        return subject, [Node("more:guard", "more", texts.GUARD, group="leads")]
    return subject, [*_leads(kb, key)]


def _leads(kb: KnowledgeBase, fact: str) -> Iterator[Node]:
    """Yield a node for each finding and step of which some rule looks at a fact."""
    found = {
        (rule.finding, rule.value if rule.finding == STEP else "")
        for rule in kb.rules.values()
        for condition in (rule.when, *rule.unless)
        for test in tests(condition)
        if test.fact == fact
    }
    for key, finding in kb.findings.items():
        if (key, "") in found:
            yield Node(id_of(kb, key), "finding", finding.title or key.replace("_", " "), group="leads")
    for key, card in kb.steps.items():
        if (STEP, key) in found:
            yield Node(f"step:{key}", "step", card.title, group="leads")
    if not found:
        yield Node("more:advice", "more", texts.ADVICE_ONLY, group="leads")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}:"
