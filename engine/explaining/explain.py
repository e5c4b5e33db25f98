"""Everything exact about one consultation, gathered."""

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.contrast import Change, changes
from milepost.engine.explaining.left_open import LeftOpen, left_open
from milepost.engine.explaining.sufficient import deciding_answers
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.solver.space import Space


class Explanation(msgspec.Struct, frozen=True):
    """`deciding` are the questions whose answers force the step; `quiet` those of them that only say that no alarm rang.

    `changes` are the smallest changes that give another step, `left_open` the unknown answers that can matter.
    """

    deciding: tuple[str, ...]
    quiet: tuple[str, ...]
    changes: tuple[Change, ...]
    left_open: tuple[LeftOpen, ...]


class Explainer:
    """Explains consultations over one knowledge base."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.circuit = compiled(kb)
        self.space = Space(self.circuit, self.circuit.steps.values())

    def explain(self, consultation: Consultation) -> Explanation:
        """The explanation of a consultation."""
        sheet, step = consultation.sheet, consultation.step.key
        deciding = deciding_answers(self.space, sheet, step, list(self.kb.questions))
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
            changes=tuple(changes(self.space, sheet, step, fixed)),
            left_open=tuple(left_open(self.circuit, self.space, sheet, step)),
        )
