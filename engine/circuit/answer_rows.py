"""Answer tables: from an answer to the row of what it says of each state of its question, worked out once."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import combinations
from typing import cast

from milepost.engine.circuit.gates import Row
from milepost.engine.meaning.states import intervals, states, states_held
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import NONE, NOT_SURE, RATHER_NOT_SAY, Question

MOST_TICKED = 2  # a table has no rows for more options ticked together; these are worked out each time


class AnswerRows:
    """Reads sheets of one knowledge base. The tables are made ahead, so they hold nothing that anybody answered."""

    def __init__(self, kb: KnowledgeBase):
        self._tables = {key: _Table(kb, question) for key, question in kb.questions.items()}
        self._readers = {
            key: _reader_of_numbers(kb, kb.questions[key], table) if table.is_of_numbers else table.__getitem__
            for key, table in self._tables.items()
        }
        self._places = {key: place for place, key in enumerate(self._tables)}
        self._any = [(True,) * len(table[None]) for table in self._tables.values()]

    def of(self, key: str, answer: object) -> Row:
        """Return in which of its states an answer puts a question."""
        try:
            return self._readers[key](answer)
        except TypeError:  # an answer that no table can be asked for, as a list
            return self._tables[key].row(answer)

    def rows(self, sheet: Sheet) -> list[Row]:
        """Return for each question in which of its states a sheet puts it; open answers read as unknown."""
        answer_to = sheet.answers.get
        try:
            return [read(answer_to(key)) for key, read in self._readers.items()]
        except TypeError:  # an answer that no table can be asked for
            return [self.of(key, answer_to(key)) for key in self._readers]

    def planes(self, sheet: Sheet) -> tuple[list[Row], list[Row]]:
        """Return for each question which of its states can hold, and which can fail; all can, of an open one."""
        can_hold, can_fail = self._any.copy(), self._any.copy()
        for key, answer in sheet.answers.items():
            if key in self._places:
                place, row = self._places[key], self.of(key, answer)
                can_hold[place], can_fail[place] = row, tuple([not holds for holds in row])
        return can_hold, can_fail


def answer_rows(kb: KnowledgeBase) -> AnswerRows:
    """Return what reads sheets of a knowledge base. It is made once, and kept with the knowledge base."""
    return kb.kept("answer rows", lambda: AnswerRows(kb))


class _Table(dict[object, Row]):
    """The rows of one question by answer. What is not in it is worked out, and not kept."""

    def __init__(self, kb: KnowledgeBase, question: Question):
        self._kb, self._question, self._states = kb, question, states(kb, question)
        self.is_of_numbers = question.type == "number"
        super().__init__((answer, self.row(answer)) for answer in _listed(question))

    def row(self, answer: object) -> Row:
        """Work out the row of an answer."""
        held = states_held(self._kb, self._question, Sheet({self._question.key: cast(Answer, answer)}))
        return tuple([state in held for state in self._states])

    __missing__ = row


def _listed(question: Question) -> list[object]:
    unknown: list[object] = [None, NOT_SURE, RATHER_NOT_SAY]
    if question.type != "many":
        return [*question.options, *unknown]
    ticked = [some for number in range(1, MOST_TICKED + 1) for some in combinations(question.options, number)]
    return [*ticked, *((*some, NOT_SURE) for some in ticked), (NONE,), NONE, (NOT_SURE,), *unknown]


def _reader_of_numbers(kb: KnowledgeBase, question: Question, table: _Table) -> Callable[[object], Row]:
    least, most, unknown = question.minimum, question.maximum, table[NOT_SURE]
    starts = [low for low, _ in intervals(kb, question)]
    rows, later = [table.row(low) for low in starts], starts[1:]

    def read(answer: object) -> Row:
        if isinstance(answer, int) and not isinstance(answer, bool) and least <= answer <= most:
            return rows[bisect_right(later, answer)]
        return unknown

    return read
