"""Everything exact about one consultation, gathered."""

from collections.abc import Collection

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.variants import variants_of
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.contrast import Change, changes
from milepost.engine.explaining.left_open import LeftOpen, left_open
from milepost.engine.explaining.sufficient import deciding_answers
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.step import CONTACT
from milepost.engine.solver.space import Space


class Explanation(msgspec.Struct, frozen=True):
    """`deciding` are the questions whose answers force the step; `quiet` those of them that only say no alarm rang.

    `alarm` says that one rang: that deciding and unknown answers to guard questions close by themselves every step with
    contact. `changes` are the smallest changes that give another step, none where the step ends the
    interview; `left_open` are the unknown answers that can matter.
    """

    deciding: tuple[str, ...]
    quiet: tuple[str, ...]
    alarm: bool
    changes: tuple[Change, ...]
    left_open: tuple[LeftOpen, ...]


class Explainer:
    """Explains consultations over one knowledge base."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.circuit = compiled(kb)
        self.space, self.variants = Space(self.circuit, self.circuit.steps.values()), variants_of(kb)

    def explain(self, consultation: Consultation) -> Explanation:
        """The explanation of a consultation."""
        sheet, step = consultation.sheet, consultation.step.key
        deciding = deciding_answers(self.space, self.variants, sheet, step, list(self.kb.questions))
        said = {key for reason in consultation.reasons for key in reason.questions()}
        quiet = tuple(
            key
            for key in deciding
            if self.kb.questions[key].guard and key not in said and not sheet.is_unknown(self.kb.questions[key])
        )
        # To offer the change of a guard answer that rang no alarm would be to offer a danger.
        fixed = [key for key, question in self.kb.questions.items() if question.guard and key not in said]
        return Explanation(
            deciding=deciding,
            quiet=quiet,
            alarm=self._closes_contact(sheet, deciding),
            # Beside danger or a crisis, a change would be a way out of getting help.
            changes=()
            if consultation.step.ends_interview
            else tuple(changes(self.space, self.variants, sheet, step, fixed)),
            left_open=tuple(left_open(self.circuit, self.variants, sheet, step)),
        )

    def _closes_contact(self, sheet: Sheet, deciding: Collection[str]) -> bool:
        """Do the deciding and unknown answers to guard questions leave no step with contact, whatever else is said?"""
        guards = [
            question for question in self.kb.questions.values() if question.guard and question.key in sheet.answers
        ]
        told = {q.key: sheet.answers[q.key] for q in guards if q.key in deciding or sheet.is_unknown(q)}
        steps = self.circuit.steps
        apart = [self.space.literals[steps[key]] for key, step in self.kb.steps.items() if step.contact == CONTACT[0]]
        return not self.space.is_possible([*self.space.given(told), *(-literal for literal in apart)])
