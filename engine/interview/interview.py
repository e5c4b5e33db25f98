"""The interview: which question comes next, and which answers still apply.

A question is deciding while two completions of the sheet that differ only in it differ in the step or in a safety line,
and refining while they differ only in other advice. Deciding questions come first, in the written order; of the
refining ones, those that most lines of advice read. What cannot matter is found quickly by three-valued logic; what
that leaves is settled exactly. A step with `ends_interview` is given at once. Also before the step, though they may not
change it, come questions with `asked`, `first` or after the deciding, and with `asked_with` alone in place among these.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from milepost.engine.circuit.compile import compiled
from milepost.engine.circuit.cone import compacted
from milepost.engine.circuit.evaluate import step_of
from milepost.engine.circuit.planes import RecentPlanes
from milepost.engine.interview.ending import Ending
from milepost.engine.interview.order import order_of
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import Question
from milepost.engine.solver.relevance import Relevance, deciding_targets, refining_targets


class Replay(msgspec.Struct, frozen=True):
    """An interview run again over answers already given.

    `line` are the questions that are answered and apply, with `following` in its place among them: the first that is
    open, None when the interview is over. The first `deciding` of the line come before the step, the others are
    refining. `sheet` holds the answers that apply, `dropped` names the questions whose answers do not. `perhaps` are
    the open questions among which those before the step are, as far as three-valued logic can tell; none when none is.
    """

    line: tuple[str, ...]
    deciding: int
    following: Question | None
    sheet: Sheet
    dropped: tuple[str, ...]
    perhaps: frozenset[str] = frozenset()

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions of the line that have an answer."""
        return tuple(key for key in self.line if key in self.sheet.answers)


class Interview:
    """Interviews over one knowledge base. Methods take the sheet so far; of the last few is kept what was found."""

    def __init__(self, kb: KnowledgeBase):
        self.kb, self.circuit = kb, compiled(kb)
        self._deciding_part = compacted(self.circuit, deciding_targets(self.circuit))  # asked about most
        self._deciding = Relevance(self._deciding_part, deciding_targets(self._deciding_part))
        self._refining = Relevance(self.circuit, refining_targets(self.circuit))
        quick = RecentPlanes(self._deciding_part, self._deciding.questions)
        self._planes = {self._deciding: quick, self._refining: RecentPlanes(self.circuit)}
        order = order_of(kb, self._deciding.questions)
        self._order = {self._deciding: tuple(kb.questions), self._refining: order.refining}
        self._before_step, self._first, self._always = order.deciding, order.first, order.always
        self._with, self._most = order.beside, order.most
        self._ending = Ending(self._deciding_part, quick)

    def step(self, sheet: Sheet) -> str | None:
        """The step that is certain whatever else is answered, or None."""
        return self._planes[self._deciding].of(sheet).step()

    def surely_ends(self, sheet: Sheet) -> bool:
        """Does every step that can still come out end the interview?"""
        return all(self.kb.steps[step].ends_interview for step in self._planes[self._deciding].of(sheet).steps())

    def deciding(self, sheet: Sheet) -> list[Question]:
        """The open questions that can change the step or a safety line, in the order of asking."""
        return list(self._open(sheet, self._deciding))

    def perhaps_deciding(self, sheet: Sheet) -> list[Question]:
        """Quickly, the open questions with the deciding ones among them: those three-valued logic cannot rule out."""
        perhaps = self._perhaps(sheet, self._deciding) - set(sheet.answers)
        return [question for key, question in self.kb.questions.items() if key in perhaps]

    def perhaps_before_step(self, sheet: Sheet) -> frozenset[str]:
        """Quickly, the open questions among which all are that come before the step."""
        return frozenset((self._perhaps(sheet, self._deciding) | self._asked(sheet)) - set(sheet.answers))

    def refining(self, sheet: Sheet, most: int | None = None) -> list[Question]:
        """The open questions that can change other advice but neither the step nor a safety line.

        Those that most lines read come first. With `most`, the first so many, which takes less time.
        """
        before = {question.key for question in self.deciding(sheet)}
        if not before and self._is_over(sheet):
            return []
        before |= self._asked(sheet)
        return list(islice((q for q in self._open(sheet, self._refining, most or 1) if q.key not in before), most))

    def replay(self, sheet: Sheet, refining: int | None = None, before: Replay | None = None) -> Replay:
        """The interview that these answers give, from the first question on.

        Without `refining`, it has deciding questions only; else also the refining ones that have an answer, and open
        ones up to that number in all. An answer behind an open question stays for as long as its own question can still
        matter. `before` is any replay of this interview; up to the first answer that differs from its answers it is not
        run again.
        """
        kept, following, place = self._same(sheet, before)
        opening = self._unanswered(self._first, sheet)
        looks = opening is None or not set(self._first).issuperset(sheet.answers)  # else it need not be known yet
        beside = self._asked_of(self._with, sheet)
        kept, following, perhaps = self._applying(kept, sheet, self._deciding, looks, following, place, beside)
        over = looks and following is None and self._is_over(kept)
        always = [] if over else self._asked_of(self._always, sheet)
        kept = Sheet({**kept.answers, **{k: sheet.answers[k] for k in (*self._first, *always) if k in sheet.answers}})
        following = opening or following or self._unanswered(always, sheet)
        asked = [*kept.answers, *([following.key] if following else [])]
        before_step = [key for key in self._before_step if key in asked]
        settled = kept
        if refining is not None and not over:
            kept, place = self._same_refined(kept, sheet, before)
            kept, *_ = self._applying(kept, sheet, self._refining, first=place)
        refined = [key for key in kept.answers if key not in before_step]
        if following is None and not over and len(refined) < (refining or 0):
            following = next(self._open(kept, self._refining), None)
            refined += [following.key] if following else []
        is_open = following is not None and following.key in before_step
        if is_open and (perhaps is None or kept is not settled):
            perhaps = self._perhaps(kept, self._deciding)
        return Replay(
            line=(*before_step, *(key for key in self._order[self._refining] if key in refined)),
            deciding=len(before_step),
            following=following,
            sheet=kept,
            dropped=tuple(key for key in sheet.answers if key not in kept.answers),
            perhaps=((perhaps or frozenset()) | self._asked(kept)) - kept.answers.keys() if is_open else frozenset(),
        )

    def prepare(self) -> None:
        """Make now what is otherwise made later; first what all wait for while Python compiles it, as few wait yet."""
        for prepare in (*(p.prepare for p in reversed(self._planes.values())), *(r.prepare for r in self._planes)):
            prepare()

    def forget(self) -> None:
        """Drop what was found out from anybody's answers."""
        for relevance, planes in self._planes.items():
            relevance.forget()
            planes.forget()
        self._ending.forget()

    def _same(self, sheet: Sheet, before: Replay | None) -> tuple[Sheet, Question | None, int]:
        """What an earlier replay says about these answers.

        That is: those that apply up to the first that differs, the open question found by then, and its place.
        """
        keys = self._order[self._deciding]
        if before is None or (before.following and before.following.key in self._first):
            return Sheet(), None, 0
        beside = set(self._asked_of(self._with, sheet)) ^ set(self._asked_of(self._with, before.sheet))
        deciding = [key for key in before.line[: before.deciding] if key not in (*self._first, *self._always)]
        following = before.following if before.following and before.following.key in deciding else None
        if following is None:
            # All that could decide was answered. What did not matter beside that cannot, whatever its answer is.
            decided = {key: before.sheet.answers[key] for key in deciding}
            if not beside and all(sheet.answers.get(key) == answer for key, answer in decided.items()):
                return Sheet(decided), None, len(keys)
        first = min(self._first_difference(sheet, before, self._deciding), *map(keys.index, beside), len(keys))
        passed, key = {key for key in keys[:first] if key in deciding}, following.key if following else None
        kept = {key: answer for key, answer in before.sheet.answers.items() if key in passed}
        if key in keys[first : first + 1] and key in sheet.answers and key not in beside:
            # It was asked because it matters, and what was asked before it is the same.
            return Sheet({**kept, key: sheet.answers[key]}), None, first + 1
        return Sheet(kept), following if key in passed else None, first

    def _first_difference(self, sheet: Sheet, before: Replay, relevance: Relevance) -> int:
        """The place of the first question with another answer than in an earlier replay, in the order of asking."""
        differ = (sheet.answers.get(key) != before.sheet.answers.get(key) for key in self._order[relevance])
        return next((place for place, differs in enumerate(differ) if differs), len(self.kb.questions))

    def _same_refined(self, kept: Sheet, sheet: Sheet, before: Replay | None) -> tuple[Sheet, int]:
        """The deciding answers, with an earlier replay's refining ones up to the first that differs; and its place."""
        deciding = before.line[: before.deciding] if before else ()
        if before is None or {k: a for k, a in before.sheet.answers.items() if k in deciding} != kept.answers:
            return kept, 0
        first = self._first_difference(sheet, before, self._refining)
        passed = self._order[self._refining][:first]
        same = {key: before.sheet.answers[key] for key in passed if key in before.sheet.answers}
        return Sheet({**kept.answers, **same}), first

    def _is_over(self, sheet: Sheet) -> bool:
        """Does the step end the interview? For a sheet with no deciding question open: no answer changes its step."""
        return self.kb.steps[step_of(self._deciding_part, sheet)].ends_interview

    def _applying(
        self,
        kept: Sheet,
        given: Sheet,
        relevance: Relevance,
        find_open: bool = False,
        following: Question | None = None,
        first: int = 0,
        beside: Sequence[str] = (),
    ) -> tuple[Sheet, Question | None, frozenset[str] | None]:
        """`kept` with the given answers that can matter to it; if wanted, the first question without one; and the open
        questions that can perhaps matter to what is kept, where they have been worked out.

        One pass through the order of asking, from the question at place `first` on, is enough: a question that cannot
        matter never will again. Those `beside` need not matter, while few are asked and the step is not of
        the gravest.
        """
        perhaps = None
        for key in self._order[relevance][first:]:
            if key in kept.answers or (key not in given.answers and (following or not find_open)):
                continue
            perhaps = self._perhaps(kept, relevance) if perhaps is None else perhaps
            asked = key in beside and len(kept.answers) < self._most and not self._is_grave(kept)
            if not asked and (key not in perhaps or not relevance.matters(key, kept.answers)):
                continue
            if key in given.answers:
                kept, perhaps = kept.with_answer(key, given.answers[key]), None
            else:
                following = self.kb.questions[key]
        return kept, following, perhaps

    def _unanswered(self, keys: Sequence[str], sheet: Sheet) -> Question | None:
        return next((self.kb.questions[key] for key in keys if key not in sheet.answers), None)

    def _asked(self, sheet: Sheet) -> set[str]:
        """The questions asked even if they decide nothing, as far as the step is not certain to end the interview."""
        many = len(sheet.answers.keys() - {*self._first, *self._always}) >= self._most
        ends, beside = self._ending.is_certain(sheet), [] if many or self._is_grave(sheet) else self._with
        return {*self._first, *self._asked_of([*([] if ends else self._always), *beside], sheet)}

    def _is_grave(self, sheet: Sheet) -> bool:
        """Is the step of the first stage, or certain to end the interview, whatever else is answered?"""
        first, steps = next(iter(self.kb.stages.values()), ()), self._planes[self._deciding].of(sheet).steps()
        return set(first).issuperset(steps) or self._ending.is_certain(sheet)

    def _asked_of(self, keys: Sequence[str], sheet: Sheet) -> list[str]:
        return [key for key in keys if self.kb.is_asked_beside(self.kb.questions[key], sheet.answers)]

    def _open(self, sheet: Sheet, relevance: Relevance, at_once: int = 1) -> Iterator[Question]:
        perhaps = self._perhaps(sheet, relevance)
        unanswered = [key for key in self._order[relevance] if key in perhaps and key not in sheet.answers]
        return (self.kb.questions[key] for key in relevance.mattering(unanswered, sheet.answers, at_once))

    def _perhaps(self, sheet: Sheet, relevance: Relevance) -> frozenset[str]:
        """The open questions the quick reading cannot rule out; none once a step is certain that ends the interview."""
        planes = self._planes[relevance]
        return frozenset() if self._ending.is_certain(sheet) else planes.depends_on(sheet, relevance.targets)
