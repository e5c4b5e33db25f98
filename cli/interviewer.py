"""The interview on a terminal: which question is put next, going back, and the offer of more questions."""

import click

from cli.layout import width, wrapped
from cli.prompt import Back, Enough, Prompt
from engine.consultation.interview import Interview
from engine.consultation.sheet import Sheet
from engine.model.knowledge_base import KnowledgeBase

AT_A_TIME = 5


class Interviewer:
    """Interviews one person. Every answer given stays in memory, so that one which applies again is not asked again."""

    def __init__(self, kb: KnowledgeBase, prompt: Prompt):
        self.kb = kb
        self.prompt = prompt
        self.interview = Interview(kb)
        self.given = Sheet()

    def ask(self) -> None:
        """Asks the deciding questions that are still open. Raises Quit."""
        while (replay := self.interview.replay(self.given)).following is not None:
            self._put([*replay.asked, replay.following.key])

    def again(self) -> None:
        """Puts the question answered last once more, then those that are open because of it. Raises Quit."""
        self._put([*self.interview.replay(self.given).asked, *self._refined()])
        self.ask()

    def sheet(self) -> Sheet:
        """The answers that apply."""
        kept = self.interview.replay(self.given).sheet
        for key in self._refined():
            kept = kept.with_answer(key, self.given.answers[key])
        return kept

    def offer(self) -> None:
        """Offers the refining questions, a few at a time, as long as they are wanted. Raises Back and Quit."""
        while open_now := len(self.interview.refining(self.sheet())):
            some = min(AT_A_TIME, open_now)
            step = self.kb.steps[self.interview.step(self.sheet())]
            click.echo("\n" + wrapped(f"Your next step is clear: {step.title}.", width()))
            ask = f"{'One more question' if some == 1 else f'Up to {some} more questions'} can fit the advice to you. Go on?"
            if not self.prompt.yes(ask, "The step stays the same. Only the advice around it can change.", "No, show me the step"):
                return
            try:
                self._refine(some)
            except Enough:
                return

    def _refine(self, most: int) -> None:
        before = len(self._refined())
        click.echo(wrapped("Type s at any time to see your step.", width()))
        while len(self._refined()) < before + most and (waiting := self.interview.refining(self.sheet())):
            self._put([*self.interview.replay(self.given).asked, *self._refined(), waiting[0].key], may_stop=True)
            # Going back may have opened other questions.
            self.ask()

    def _refined(self) -> list[str]:
        """The refining questions that are answered and still apply, in the order of asking."""
        kept, found = self.interview.replay(self.given).sheet, []
        while key := next((q.key for q in self.interview.refining(kept) if q.key in self.given.answers), None):
            kept = kept.with_answer(key, self.given.answers[key])
            found.append(key)
        return found

    def _put(self, asked: list[str], may_stop: bool = False) -> None:
        """Puts the last of these questions or, after going back, one before it."""
        place = len(asked) - 1
        while True:
            question = self.kb.questions[asked[place]]
            try:
                answer = self.prompt.question(question, self.given.answers.get(question.key), may_stop)
            except Back:
                if place == 0:
                    click.echo("This is the first question.")
                place = max(0, place - 1)
                continue
            self.given = self.given.with_answer(question.key, answer)
            return
