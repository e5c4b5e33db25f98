"""A conversation on the terminal: the questions, the check of the answers, the offers, and the recommendation."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from milepost.cli.terminal.layout import heading, secondary, width, wrapped
from milepost.cli.terminal.prompt import Back, Prompt, Review
from milepost.cli.terminal.question import DONE, Asked, Enough, ask
from milepost.cli.terminal.recommendation import section
from milepost.cli.terminal.review import review
from milepost.cli.terminal.saving import save
from milepost.cli.terminal.welcome import welcome
from milepost.engine.consulting.consult import Consultation
from milepost.engine.consulting.disagreement import EnginesDisagree
from milepost.engine.interview.conversation import Conversation
from milepost.engine.model.answer_sheet import Answer, Sheet
from milepost.engine.model.question import Question
from milepost.engine.telling import asking, texts
from milepost.engine.telling.on_the_way import is_called_for, on_the_way
from milepost.engine.telling.progress import bound, offer, progress
from milepost.library import Milepost

FIRST_OF_ALL = "This is the first question."


class Talk:
    """Talks with one person. All answers are in `conversation`; `saved` is the last file they were saved in.

    `show` shows a recommendation, and raises what a letter asks for.
    """

    def __init__(
        self,
        milepost: Milepost,
        conversation: Conversation,
        prompt: Prompt,
        show: Callable[[Consultation], None],
    ):
        self.conversation = conversation
        self.prompt = prompt
        self.show = show
        self.kb = milepost.kb
        self.saved: Path | None = None
        self._in_file: Sheet | None = None
        self._milepost = milepost
        self._topic = ""
        self._checked: dict[str, Answer] | None = None  # the deciding answers as the person last found them right
        self._fitted = False  # does the person want no more refining questions?
        prompt.save = self._save

    @property
    def is_saved(self) -> bool:
        """Are all answers in the file?"""
        return self.conversation.sheet == self._in_file

    def welcome(self, notes: Sequence[str]) -> None:
        """Says what comes before the questions. Raises Quit and Cleared."""
        try:
            welcome(self.prompt, notes)
        except Review:
            self._review_on_the_way()
        except Back:
            click.echo(FIRST_OF_ALL)

    def until_done(self) -> Consultation:
        """Asks and recommends, and does so again whenever the person goes back.

        Raises Quit, Cleared and EnginesDisagree.
        """
        while True:
            try:
                if (consultation := self._next()) is not None:
                    return consultation
            except Back:
                self._back()
            except Review:
                self._review_on_the_way()
            except Enough as enough:
                if enough.ticked:
                    self.conversation = self.conversation.answered(enough.ticked)
                self._fitted = True
                self.conversation = self.conversation.enough()
            except EnginesDisagree:
                click.echo("\n" + wrapped(asking.NO_STEP_BUT_ANSWERS, width()))
                self._save()
                raise

    def _next(self) -> Consultation | None:
        """Whatever comes next; the consultation once the person has seen all of it."""
        if self.conversation.question is not None:
            self._question(self.conversation.question)
            return None
        consultation = self._milepost.consult(self.conversation.sheet)
        ends = consultation.step.ends_interview
        if not ends and self._checked != self._deciding():
            changed = review(self.prompt, self.conversation, "to see your step")
            self._checked = self._deciding() if changed is None else None
            self.conversation = changed or self.conversation
            return None
        if not ends and not self._fitted and (some := self.conversation.on_offer()):
            self._offer(some, consultation)
            return None
        self.show(consultation)
        return consultation

    def _question(self, question: Question) -> None:
        talk = self.conversation
        asked = Asked(
            question, self._above(question), lambda: self._why(question), talk.answer_before, talk.is_refining
        )
        after = talk.answered(ask(self.prompt, asked))
        # After one that was open comes the next that is open: answers from a file are not asked for again.
        self.conversation = after.on() if talk.answer_before is None and not talk.returning else after

    def _above(self, question: Question) -> str:
        """The topic, if it is a new one, and how far along the person is."""
        rows = self._help()
        rows += [] if question.topic == self._topic else [heading(self.kb.topics[question.topic], width()), ""]
        self._topic = question.topic
        along = progress(self.conversation) + (f". {DONE} shows your step." if self.conversation.is_refining else "")
        return "\n".join([*rows, secondary(wrapped(along, width()))])

    def _help(self) -> list[str]:
        """Numbers to call, where what was said so far calls for them before anything else."""
        if not is_called_for(self.conversation):
            return []
        consultation = self._milepost.consult(self.conversation.sheet)
        return [*section(on_the_way(consultation, self.prompt.at, self.prompt.today), width()), ""]

    def _why(self, question: Question) -> list[str]:
        """Why a question is asked and, unless that would tell how to get past a guard, what it is for right now."""
        if question.guard:
            return [question.why]
        if self.conversation.is_refining:
            return [question.why, asking.ONLY_FITS_BETTER]
        from milepost.engine.telling.effects import effect_in_words

        effect = self._milepost.effect(question.key, self.conversation.sheet)
        most = bound(self.conversation)
        return [question.why, *effect_in_words(self.kb, question, effect), *([most] if most else [])]

    def _deciding(self) -> dict[str, Answer]:
        replay = self.conversation.replay
        return {key: replay.sheet.answers[key] for key in replay.line[: replay.deciding]}

    def _review_on_the_way(self) -> None:
        with suppress(Back):  # back to where the person was
            self.conversation = review(self.prompt, self.conversation, "to go on") or self.conversation

    def _offer(self, some: int, consultation: Consultation) -> None:
        click.echo("\n" + wrapped(asking.STEP_CLEAR.format(consultation.step.title), width()))
        wanted = self.prompt.yes(f"{offer(some)}. Go on?", texts.STEP_STAYS, "No, show me the step")
        if wanted:
            self.conversation = self.conversation.fitting(some)
        else:
            self._fitted = True

    def _back(self) -> None:
        talk = self.conversation
        self._fitted = False
        if talk.returning and talk.answer_before is not None:
            self.conversation = talk.on()  # the change that was begun is left off
        elif (
            talk.question is None
            and self._checked == self._deciding()
            and talk.replay.deciding == len(talk.replay.line)
        ):
            self._checked = None  # to the check of the answers
        else:
            if talk.place == 0:
                click.echo(FIRST_OF_ALL)
            self.conversation = talk.back()

    def _save(self) -> None:
        # Loaded here, as it takes the parser of YAML, and few save.
        from milepost.engine.language.sheet_file import write_sheet

        if path := save(self.prompt, write_sheet(self.kb, self.conversation.sheet)):
            self.saved, self._in_file = path, self.conversation.sheet
