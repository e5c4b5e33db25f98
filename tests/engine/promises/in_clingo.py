"""The printed program in clingo, and nothing of ours but its text."""

from collections.abc import Iterator

import clingo

from milepost.engine.circuit.compile import compiled
from milepost.engine.meaning.states import intervals, states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN
from milepost.engine.solver.asp import program


class Printed:
    """The printed program of a knowledge base, grounded once."""

    def __init__(self, kb: KnowledgeBase):
        self.kb = kb
        self.complaints: list[str] = []
        self.control = clingo.Control(["0"], logger=lambda _, message: self.complaints.append(message))
        self.control.add("base", [], program(compiled(kb)))
        self.control.ground([("base", [])])

    def answer_sets(self, facts: dict[str, bool] | None = None) -> Iterator[frozenset[str]]:
        """All answer sets in which some answers hold or do not, as terms."""
        given = [(clingo.parse_term(term), holds) for term, holds in (facts or {}).items()]
        with self.control.solve(assumptions=given, yield_=True) as handle:
            for model in handle:
                yield frozenset(str(symbol) for symbol in model.symbols(atoms=True))


def answers(kb: KnowledgeBase, sheet: Sheet) -> dict[str, bool]:
    """What a sheet says, in the words of the program."""
    said = {}
    for key, question in kb.questions.items():
        unknown = UNKNOWN in states_held(kb, question, sheet)
        if question.type == "many":
            said |= {f"ticked({key},{option})": option in sheet.ticked(question) for option in question.options}
            said[f"unsure({key})"] = unknown
        elif unknown:
            said[f"answer({key},unknown)"] = True
        elif question.type == "number":
            low, high = next(pair for pair in intervals(kb, question) if pair[0] <= sheet.answers[key] <= pair[1])
            said[f'answer({key},"{low}..{high}")'] = True
        else:
            said[f"answer({key},{sheet.answers[key]})"] = True
    return said


def shown(conclusion: Conclusion) -> frozenset[str]:
    """A conclusion in the words of the program: is/2 and shown/1."""
    settled = {**conclusion.findings, **({"step": conclusion.step} if conclusion.step else {})}
    lines = (id if id.isalnum() else f'"{id}"' for id in conclusion.advice)
    return frozenset([*(f"is({key},{value})" for key, value in settled.items()), *(f"shown({line})" for line in lines)])


def concluded(answer_set: frozenset[str]) -> frozenset[str]:
    """The terms of is/2 and shown/1 in an answer set."""
    return frozenset(term for term in answer_set if term.startswith(("is(", "shown(")))
