"""One person's path: their answers, what follows from them, the stages passed, and the step.

Read off the derivation.
"""

import itertools

from milepost.diagrams.evidence import Link, in_order, links, rules_in_words, tests_in_words
from milepost.diagrams.folding import folded_into, kept
from milepost.diagrams.graph import CONSIDERED, RECOMMENDED, Edge, Graph, Node, graph_of
from milepost.diagrams.labels import YOUR_ANSWER, YOUR_STEP, begun, shortened, steps_counted
from milepost.engine.consulting.consult import Consultation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.step import STEP

PASSED = "nothing you told us leads here"
NOTHING_ABOVE = "nothing above fits what you told us"
SO = "so"
CONSIDERED_SHOWN = 3
TITLE = "How your next step was found"


def own_path(consultation: Consultation) -> Graph:
    """The person's own path as a graph that is read downwards, of about 25 nodes or fewer."""
    return _OwnPath(consultation).graph()


def stage_of(kb, step: str) -> int:
    """The number of a step's stage, counted from 1."""
    return next(n for n, steps in enumerate(kb.stages.values(), start=1) if step in steps)


class _OwnPath:
    def __init__(self, consultation: Consultation):
        self.consultation, self.kb = consultation, consultation.kb
        self.links = links(consultation)
        self.facts = kept(self.links, in_order(self.links), set(self.kb.findings))
        self.here = stage_of(self.kb, consultation.step.key)
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def graph(self) -> Graph:
        facts = [self._fact(fact, place) for place, fact in enumerate(self.facts, start=1)]
        # Where no rule argued for the step, passing every stage is what led to it.
        first = len(facts) + 1 if facts else self.here
        gates = self._gates(first, all_on_path=not facts)
        step = self.consultation.step
        last = Node(
            f"step:{step.key}",
            "step",
            step.title,
            caption=YOUR_STEP,
            detail=self.consultation.say,
            place=first + 1,
            state=RECOMMENDED,
        )
        self.nodes = [*facts, *gates, last]
        self.edges = [edge for link in self.links if (edge := self._edge(link))]
        self._spine(gates, last, all_on_path=not facts)
        self._beside()
        return graph_of(TITLE, self._description(len(facts)), self.nodes, self.edges)

    def _description(self, facts: int) -> str:
        title = self.consultation.step.title
        if not facts:
            return f"No stage fits what you told us so far, so your next step is: {title}."
        said = "Your answers, what follows from them, and the stages passed on the way."
        return f"{said} They lead to your next step: {title}."

    def _fact(self, fact: str, place: int) -> Node:
        if fact in self.kb.questions:
            return Node(f"question:{fact}", "question", self.kb.questions[fact].ask, self._answer(fact), place=place)
        words = self.kb.findings[fact].values[self.consultation.findings[fact]]
        folded = folded_into(fact, self.links, self.facts)
        answers = [f for f in folded if f in self.kb.questions]
        told = "; ".join(f"{self.kb.questions[f].ask} {YOUR_ANSWER}: {self._answer(f)}" for f in answers)
        caption = f"from {len(answers)} of your answers" if len(answers) > 1 else ""
        return Node(f"finding:{fact}", "finding", begun(words), caption=caption, detail=told, place=place)

    def _answer(self, question: str) -> str:
        return answer_in_words(self.kb.questions[question], self.consultation.sheet.answers.get(question))

    def _edge(self, link: Link) -> Edge | None:
        if link.tail not in self.facts or link.head not in (*self.facts, STEP):
            return None
        question = link.tail in self.kb.questions
        label = shortened(tests_in_words(self.kb, link.tail, link.rules), 60) if question else SO
        head = f"gate:{self.here}" if link.head == STEP else f"finding:{link.head}"
        tail = f"question:{link.tail}" if question else f"finding:{link.tail}"
        return Edge(tail, head, label, rules_in_words(self.kb, link.rules), on_path=True)

    def _gates(self, place: int, all_on_path: bool) -> list[Node]:
        gates = []
        for n, (title, steps) in enumerate(list(self.kb.stages.items())[: self.here], start=1):
            here = n == self.here
            on_path = n if all_on_path else place if here else 0
            detail = (
                ""
                if here
                else f"{steps_counted(len(steps))} passed: " + "; ".join(self.kb.steps[key].title for key in steps)
            )
            gates.append(Node(f"gate:{n}", "gate", title, detail=detail, place=on_path))
        return gates

    def _spine(self, gates: list[Node], step: Node, all_on_path: bool) -> None:
        for passed, following in itertools.pairwise(gates):
            self.edges.append(Edge(passed.id, following.id, PASSED, on_path=all_on_path))
        reasons = [reason.rule for reason in self.consultation.reasons]
        label = reasons[0].because if reasons else NOTHING_ABOVE
        self.edges.append(Edge(gates[-1].id, step.id, label, rules_in_words(self.kb, tuple(reasons)), on_path=True))

    def _beside(self) -> None:
        """The steps that were considered, and one node for all that were not."""
        gate = f"gate:{self.here}"
        shown = [step for step, _ in self.consultation.considered[:CONSIDERED_SHOWN]]
        for step in shown:
            stage = list(self.kb.stages)[stage_of(self.kb, step.key) - 1]
            node = Node(f"step:{step.key}", "step", step.title, caption=stage, state=CONSIDERED)
            self.nodes.append(node)
            self.edges.append(Edge(gate, node.id, "considered too"))
        hidden = {self.consultation.step.key, *(step.key for step in shown)}
        rest = [
            (title, [key for key in steps if key not in hidden])
            for title, steps in list(self.kb.stages.items())[self.here - 1 :]
        ]
        if count := sum(len(keys) for _, keys in rest):
            told = ". ".join(
                f"{title}: " + "; ".join(self.kb.steps[key].title for key in keys) for title, keys in rest if keys
            )
            self.nodes.append(
                Node("more:steps", "more", f"{count} more {'step' if count == 1 else 'steps'}", detail=told)
            )
            self.edges.append(Edge(gate, "more:steps", "not needed now"))
