"""One object to talk to: a knowledge base, and all that can be asked of it."""

import datetime
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from milepost import kb as shipped
from milepost.engine.checks.read import read
from milepost.engine.circuit.compile import Circuit, compiled
from milepost.engine.consulting.background import MadeOnce
from milepost.engine.consulting.consult import Consultant, Consultation
from milepost.engine.explaining.effects import Effect, Effects
from milepost.engine.explaining.explain import Explainer, Explanation
from milepost.engine.explaining.why_not import WhyNot, why_not
from milepost.engine.interview.conversation import Conversation, begun
from milepost.engine.interview.interview import Interview
from milepost.engine.language.plain_answers import sheet_of_plain
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.faults import did_you_mean
from milepost.engine.model.helpline import Country
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.telling.sections import Telling
from milepost.engine.telling.tell import tell

if TYPE_CHECKING:
    from milepost.diagrams.graph import Graph
    from milepost.engine.mutation.killing import Killing
    from milepost.engine.mutation.mutants import Mutant
    from milepost.engine.promises.proving import Prover
    from milepost.engine.promises.verdict import Verdict

# Answers as other programs have them: a word, a whole number, or a list of words for each question.
Answers = Mapping[str, Answer | list[str]] | Sheet


class Milepost:
    """One knowledge base, with an interview, consultations, explanations, proofs and pictures of it.

    What takes a while is made when it is first asked for, is kept in this object, and goes when the object does. An
    object serves one thread at a time.
    """

    def __init__(self, folder: Path | str | None = None):
        """Read the knowledge base in `folder`, or without one that which milepost comes with.

        Raises KnowledgeBaseFaulty with every fault of the folder.
        """
        self.kb = read(shipped.FOLDER if folder is None else folder, outcomes=False)

    @classmethod
    def of(cls, kb: KnowledgeBase) -> "Milepost":
        """Return the object for a knowledge base that was read already."""
        made = cls.__new__(cls)
        made.kb = kb
        return made

    # Asking

    @cached_property
    def interview(self) -> Interview:
        """Which questions come next, and which answers still apply."""
        return Interview(self.kb)

    def begin(self, answers: Answers | None = None) -> Conversation:
        """Return a conversation at its first open question, with those of the answers that apply.

        Raises SheetFaulty as `sheet` does.
        """
        return begun(self.interview, self.sheet(answers or {}))

    def effect(self, question: str, answers: Answers) -> Effect:
        """Return what a question is for now: the steps that are still possible, and what each answer leaves of them."""
        return self._effects.of(self.kb.questions[question], self.sheet(answers))

    def possible(self, answers: Answers) -> tuple[str, ...]:
        """Return the steps that some way of answering the rest leads to, in order of precedence."""
        return self._effects.possible(self.sheet(answers))

    # Answering

    def sheet(self, answers: Answers) -> Sheet:
        """Return answers as a sheet, checked: option keys, whole numbers, and lists of option keys by question.

        Raises SheetFaulty with every fault at once: a key that is no question, and a value that is no answer to it.
        """
        return sheet_of_plain(self.kb, answers.answers if isinstance(answers, Sheet) else answers)

    def consult(self, answers: Answers) -> Consultation:
        """Return the recommendation for some answers; questions left out are open, and read as unknown.

        Raises SheetFaulty as `sheet` does, and EnginesDisagree where the two engines differ.
        """
        return self.consultant.consult(self.sheet(answers))

    def explain(self, consultation: Consultation) -> Explanation:
        """Return which answers decide, what would change the step, and which unknown answers can matter."""
        return self._explainer.explain(consultation)

    def tell(
        self,
        consultation: Consultation,
        country: Country | None = None,
        today: datetime.date | None = None,
        exact: bool = True,
    ) -> Telling:
        """Return what a person reads about a consultation: the first screen, and the rows closed below it.

        Numbers are those of the `country`, and dates are counted from `today`. Unless `exact`, which takes a while at
        first, the rows are without the answers that decide and those that would change the step.
        """
        exact = exact and not consultation.step.ends_interview
        return tell(consultation, self.explain(consultation) if exact else None, country, today)

    def why_not(self, consultation: Consultation, step: str) -> WhyNot:
        """Return why another step was not recommended. Raises KeyError for a step that is not there."""
        if step not in self.kb.steps:
            raise KeyError(f"`{step}` is not a step; {did_you_mean(step, self.kb.steps)}")
        return why_not(consultation, self.kb.step_choice.key, step)

    # Proving and drawing

    def prove(self, *promises: str, seconds: float = 60) -> Iterator["Verdict"]:
        """Yield the verdict on each promise that is named, or on all; `seconds` bounds the time for each.

        Raises KeyError for a promise that is not there, Disagreement where two methods of proof differ.
        """
        for id in promises or self.kb.promises:
            if id not in self.kb.promises:
                raise KeyError(f"`{id}` is not a promise; {did_you_mean(id, self.kb.promises)}")
            yield self.prover.prove(self.kb.promises[id], seconds)

    @cached_property
    def prover(self) -> "Prover":
        """What proves promises, and tells which of them a rule can touch."""
        # Imported here, as few who are asked questions prove anything, and it takes two solvers.
        from milepost.engine.promises.proving import Prover

        return Prover(self.kb)

    def replay(self, verdict: "Verdict") -> Consultation:
        """Return the consultation for the witness of a broken promise.

        Raises Disagreement if it breaks nothing there.
        """
        from milepost.engine.promises.replay import replayed
        from milepost.engine.promises.verdict import Broken

        if not isinstance(verdict, Broken):
            raise ValueError(f"the promise `{verdict.promise}` is not broken, so that there is no witness")
        return replayed(self.consultant, verdict)

    @cached_property
    def killing(self) -> "Killing":
        """What tries mutants of the knowledge base, and finds whom one harms."""
        from milepost.engine.mutation.killing import Killing

        return Killing(self.kb)

    def mutants(self, sample: int | None = None) -> "Iterator[Mutant]":
        """Yield each copy of the knowledge base with one planted fault, or those of a sample of so many."""
        from milepost.engine.mutation import mutants

        return mutants.mutants(self.kb) if sample is None else iter(mutants.sampled(self.kb, sample))

    def graph(self, consultation: Consultation | None = None) -> "Graph":
        """Return the way of a consultation as a graph; without one, the stages and their steps."""
        if consultation is None:
            return self.stages()
        from milepost.diagrams.way import way_of

        return way_of(consultation, self.explain(consultation))

    def stages(self, consultation: Consultation | None = None) -> "Graph":
        """Return the stages and their steps as a graph, with the step of a consultation marked."""
        from milepost.diagrams.stages import stages_of

        return stages_of(self.kb, consultation)

    def around(self, id: str, guarded: bool = True) -> "Graph":
        """Return a step, finding or question as a graph, with what opens it, stops it, and what it leads to.

        `id` is as in `step:pause`. While `guarded`, it does not show what an answer to a guard question opens.
        Raises KeyError where there is none.
        """
        from milepost.diagrams.around import around

        return around(self.kb, id, guarded)

    def wiring(self) -> "Graph":
        """Return everything as a graph, for authors: which question and finding each finding and step looks at."""
        from milepost.diagrams.wiring import wiring

        return wiring(self.kb)

    def draw(self, graph: "Graph", format: str) -> bytes:
        """Return a graph as svg, png, pdf, dot, mmd, txt or json.

        Raises CannotDraw where nothing on the machine can.
        """
        from milepost.diagrams.render import draw

        return draw(graph, format)

    # What is underneath

    @cached_property
    def circuit(self) -> Circuit:
        """The rules as a circuit."""
        return compiled(self.kb)

    @cached_property
    def consultant(self) -> Consultant:
        """What consults: the two engines."""
        return Consultant(self.kb)

    @cached_property
    def _ready_to_ask(self) -> MadeOnce[None]:
        return MadeOnce(self.interview.prepare)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.kb)

    @cached_property
    def _effects(self) -> Effects:
        return Effects(self.circuit)

    def prepare(self, wait: bool = False) -> None:
        """Get ready in the background, so that questions and the first recommendation come at once.

        Return now, or with `wait` when all is ready.
        """
        self.consultant.prepare(wait)
        (self._ready_to_ask.get if wait else self._ready_to_ask.begin)()

    def forget(self) -> None:
        """Drop all that is known of anybody's answers; what does not hang on answers is kept."""
        if "interview" in self.__dict__:
            self.interview.forget()
        for name in ("consultant", "_explainer", "_effects"):
            self.__dict__.pop(name, None)
