"""A step, a finding or a question, with what opens it, what stops it and what it leads to."""

from collections.abc import Iterable, Iterator

from milepost.diagrams.conditions import answers_of, id_of, told
from milepost.diagrams.graph import AROUND, SUBJECT, Edge, Graph, Group, Node, Row, graph_of
from milepost.diagrams.labels import BULLET
from milepost.engine.model.condition import tests
from milepost.engine.model.finding import IMPOSSIBLE
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.rule import Rule
from milepost.engine.model.step import STEP, Step
from milepost.engine.telling import drawn, texts


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
    groups = [Group(key, title) for key, title in drawn.AROUND.items()]
    if sum(node.group == "opens" for node in others) > 1:
        groups[0] = Group("opens", drawn.FIRST_OPENS if kind == "finding" else drawn.EACH_OPENS)
    return graph_of(subject.label, drawn.AROUND_SAID, [subject, *others], edges, groups, AROUND)


def views(kb: KnowledgeBase) -> tuple[str, ...]:
    """The ids of everything that has such a graph: steps, findings and questions, in their order."""
    return (
        *(f"step:{key}" for key in kb.steps),
        *(f"finding:{key}" for key in kb.findings),
        *(f"question:{key}" for key in kb.questions),
    )


def _step(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    card = kb.steps[key]
    opens = _rules(kb, [(rule, "") for rule in kb.step_rules if rule.value == key], guarded)
    if key == kb.step_choice.otherwise != IMPOSSIBLE:
        opens.append(Node("more:otherwise", "more", drawn.NOTHING_ELSE, group="opens"))
    above = list(kb.steps).index(key)
    said = drawn.ABOVE_ONE if above == 1 else drawn.ABOVE.format(texts.counted(above, "step"))
    stops = Node("more:above", "more", said, group="stops")
    leads = Node(f"next:{key}", "next", card.opens_next, group="leads")
    return Node(f"step:{key}", "step", card.title, detail=card.say, rows=(_how_long(card),), state=SUBJECT), [
        *opens,
        *([stops] if above else []),
        leads,
    ]


def _how_long(card: Step) -> Row:
    if finding := card.how_long_finding:
        return Row(drawn.HOW_LONG.format(drawn.IT_DEPENDS), to=f"finding:{finding}")
    return Row(drawn.HOW_LONG.format(texts.sentence(card.how_long)))


def _finding(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    finding = kb.findings[key]
    said = {value: f"{words[:1].upper()}{words[1:]}:" for value, words in finding.values.items()}
    rules = sorted(kb.rules_for[key], key=lambda rule: list(said).index(rule.value))
    opens = _rules(kb, [(rule, said[rule.value]) for rule in rules], guarded)
    if finding.otherwise != IMPOSSIBLE:
        caption = said[finding.otherwise]
        opens.append(Node("more:otherwise", "more", drawn.NO_RULE_HOLDS, caption=caption, group="opens"))
    title = finding.title or key.replace("_", " ")
    return Node(f"finding:{key}", "finding", title, state=SUBJECT), [*opens, *_leads(kb, key)]


def _rules(kb: KnowledgeBase, rules: Iterable[tuple[Rule, str]], guarded: bool) -> list[Node]:
    """A node for each rule and its caption."""
    found: dict[tuple[str, str, tuple[Row, ...]], Node] = {}
    for rule, caption in rules:
        label, rows = told(kb, rule, guarded)
        node = Node(f"rule:{len(found) + 1}", "rule", label, caption=caption, rows=rows, group="opens")
        found.setdefault((label, caption, rows), node)
    return list(found.values())


def _question(kb: KnowledgeBase, key: str, guarded: bool) -> tuple[Node, list[Node]]:
    question = kb.questions[key]
    subject = Node(f"question:{key}", "question", question.ask, detail=question.why, state=SUBJECT)
    if question.guard and guarded:
        return subject, [Node("more:guard", "more", drawn.GUARD, group="leads")]
    return subject, [*_leads(kb, key)]


def _leads(kb: KnowledgeBase, fact: str) -> Iterator[Node]:
    """Yield a node for each finding that has a rule which looks at a fact, and one for all steps that have one."""
    looking = [
        rule
        for rule in kb.rules.values()
        if fact in {test.fact for condition in (rule.when, *rule.unless) for test in tests(condition)}
    ]
    for key, finding in kb.findings.items():
        if rules := [rule for rule in looking if rule.finding == key]:
            rows = answers_of(kb, fact, rules) if fact in kb.questions else ()
            yield Node(id_of(kb, key), "finding", finding.title or key.replace("_", " "), rows=rows, group="leads")
    steps = [key for key in kb.steps if any(rule.finding == STEP and rule.value == key for rule in looking)]
    if steps:
        rows = tuple(Row(f"{BULLET}{kb.steps[key].title}", to=f"step:{key}") for key in steps)
        label = drawn.STEPS_LOOK.format(texts.counted(len(steps), "step"))
        yield Node("more:steps", "more", label, rows=rows, group="leads")
    if not looking:
        yield Node("more:advice", "more", drawn.ADVICE_ONLY, group="leads")
