"""One person's way through the questions: answering, going back, changing an answer, starting over.

It knows nothing of terminals or pages, and keeps only answers that apply: one that a change makes pointless is neither
used, nor shown, nor saved. Such answers are put aside until another question is answered: a slip at one question is
undone by answering it again, and what was said after it applies once more.
"""

import msgspec

from milepost.engine.interview.interview import Interview, Replay
from milepost.engine.interview.ways import likely_more
from milepost.engine.model.answer_sheet import Answer, Sheet, fault_in_answer
from milepost.engine.model.question import Question

AT_A_TIME = 5
NO_BOUND = 1_000_000


class Conversation(msgspec.Struct, frozen=True):
    """A conversation at one moment. Every method gives another one, so that a moment can be kept and gone back to.

    `replay` holds the answers that apply and the line of questions; `place` counts those of the line behind the person.
    `wanted` is how many refining questions the person agreed to in all. While `returning`, answers are being changed
    from a review: what follows is only asked where it is open. `bound` is one on the questions before the step
    that was true before, and still is. `aside` are the answers that the last answer, to `aside_by`, made pointless.
    """

    interview: Interview
    replay: Replay
    place: int = 0
    wanted: int = 0
    returning: bool = False
    bound: int = NO_BOUND
    aside: Sheet = Sheet()
    aside_by: str = ""

    @property
    def sheet(self) -> Sheet:
        """The answers that apply."""
        return self.replay.sheet

    @property
    def question(self) -> Question | None:
        """The question in view; None where nothing is left that must be asked or was agreed to."""
        line = self.replay.line
        return self.interview.kb.questions[line[self.place]] if self.place < len(line) else None

    @property
    def answer_before(self) -> Answer | None:
        """The answer that the question in view already has."""
        return self.sheet.answers.get(self.question.key) if self.question else None

    @property
    def number(self) -> int:
        """The number of the question in view, counted from 1."""
        return self.place + 1

    @property
    def is_refining(self) -> bool:
        """Is all asked that comes before the step, so that the question in view only fits the advice?"""
        return self.place >= self.replay.deciding

    @property
    def is_open(self) -> bool:
        """Is there a question left that comes before the step?"""
        replay = self.replay
        return replay.following is not None and replay.following.key in replay.line[: replay.deciding]

    def at_most(self) -> int:
        """A bound on how many more questions come before the step, with the open one. It never grows by answering."""
        # The quick reading may count answers again that are gone, where it cannot see that they do not matter.
        return min(self.bound, len(self.replay.perhaps)) if self.is_open else 0

    def after_this(self) -> int:
        """A bound on how many questions come after the one in view and before the step, whatever is answered.

        Those behind it that have an answer are counted where they come into view again, so not after a change.
        """
        key = self.question.key if self.question else None
        counted = self.replay.asked if self.returning else self.replay.line[: self.place]
        before = Sheet({k: self.sheet.answers[k] for k in counted if k != key})
        if self.replay.perhaps and len(before.answers) == len(self.sheet.answers):
            perhaps = self.replay.perhaps
        else:
            perhaps = self.interview.perhaps_before_step(before)
        found = len(perhaps - {key})
        return min(found, max(0, self.at_most() - 1)) if self.returning and self.answer_before is None else found

    def likely_after_this(self) -> int | None:
        """How many questions come after the one in view before the step, most likely; None if unknown."""
        key = self.question.key if self.question else None
        counted = self.replay.asked if self.returning else self.replay.line[: self.place]
        before = Sheet({k: self.sheet.answers[k] for k in counted if k != key})
        likely = likely_more(self.interview.kb, before)
        return None if likely is None else max(0, min(likely - 1, self.after_this()))

    def on_offer(self) -> int:
        """How many more refining questions can be offered now: a few at a time, as long as there are any."""
        return len(self.interview.refining(self.sheet, AT_A_TIME))

    def answered(self, answer: Answer) -> "Conversation":
        """The question in view answered; then the next one or, after a change from a review, the first that is open.

        Where the answer to it had just put others aside, these apply again as far as they can, and the first open
        question follows.

        Raises ValueError where no question is in view, or the answer is not one to it.
        """
        question = self.question
        if question is None or fault_in_answer(question, answer):
            raise ValueError("this is not an answer to the question in view")
        if self.answer_before is None:
            bound = max(0, self.at_most() - 1)
        else:
            bound = self.bound if answer == self.answer_before else NO_BOUND
        undone = question.key == self.aside_by
        before = Sheet({**self.aside.answers, **self.sheet.answers}) if undone else self.sheet
        given = before.with_answer(question.key, answer)
        after = self._with(given, self.wanted, bound)
        aside = {key: given.answers[key] for key in after.replay.dropped if key != question.key}
        after = msgspec.structs.replace(after, aside=Sheet(aside), aside_by=question.key if aside else "")
        if undone:
            return after.on()
        line = after.replay.line
        if self.returning and after.replay.following is not None:
            return msgspec.structs.replace(after, place=line.index(after.replay.following.key), returning=True)
        if self.returning or question.key not in line:
            return after.on()
        return msgspec.structs.replace(after, place=line.index(question.key) + 1)

    def back(self) -> "Conversation":
        """The question before is in view, with its answer; at the first question, nothing changes."""
        return msgspec.structs.replace(self, place=max(0, self.place - 1), returning=False)

    def changing(self, key: str) -> "Conversation":
        """One answered question is in view, to be changed. Raises ValueError where it has no answer that applies."""
        if key not in self.sheet.answers:
            raise ValueError(f"`{key}` has no answer that applies")
        kept = self._with(self.sheet, 0, self.bound)
        return msgspec.structs.replace(kept, place=kept.replay.line.index(key), returning=True)

    def on(self) -> "Conversation":
        """The first open question is in view, or none: all answers stay as they are."""
        return msgspec.structs.replace(self, place=_first_open(self.replay), returning=False)

    def fitting(self, most: int = AT_A_TIME) -> "Conversation":
        """So many refining questions more are agreed to."""
        return self._with(self.sheet, len(self._refined()) + most, self.bound).on()

    def enough(self) -> "Conversation":
        """No more refining questions, for now; those answered stay."""
        return self._with(self.sheet, 0, self.bound).on()

    def start_over(self) -> "Conversation":
        """From the first question, with no answers."""
        return begun(self.interview)

    def _refined(self) -> list[str]:
        """The refining questions that have an answer."""
        return [key for key in self.replay.asked if key not in self.replay.line[: self.replay.deciding]]

    def _with(self, sheet: Sheet, wanted: int, bound: int) -> "Conversation":
        replay = self.interview.replay(sheet, wanted, self.replay)
        return Conversation(
            self.interview, replay, self.place, wanted, bound=bound, aside=self.aside, aside_by=self.aside_by
        )


def begun(interview: Interview, sheet: Sheet | None = None) -> Conversation:
    """A conversation at its first open question, with those answers of a sheet that apply."""
    replay = interview.replay(sheet or Sheet(), refining=0)
    return Conversation(interview, replay, place=_first_open(replay))


def _first_open(replay: Replay) -> int:
    return replay.line.index(replay.following.key) if replay.following else len(replay.line)
