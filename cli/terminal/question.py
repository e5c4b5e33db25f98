"""A question on the terminal: how it is shown, and the loop until what is typed is an answer."""

from collections.abc import Callable

import click
import msgspec

from milepost.cli.terminal import looks
from milepost.cli.terminal.layout import heading, rows, secondary, width, wrapped
from milepost.cli.terminal.offered import Offered
from milepost.cli.terminal.prompt import Back, Prompt
from milepost.cli.terminal.screens import screens
from milepost.cli.terminal.typed import understood
from milepost.engine.interview.given import NotUnderstood
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.model.answer_sheet import Answer
from milepost.engine.model.question import FIRST, NONE, NOT_SURE, Question
from milepost.engine.telling import asking, texts
from milepost.engine.telling.said import played_back

DONE = "d"
MORE = "Enter for more, or your answer"
THAT_IS_ALL = "More numbers, or Enter if that is all"
SCROLL = "The list begins further up: scroll to see all of it."
KEEPS = "Enter keeps what you ticked."
LEAVE_OUT = "You can leave this out: just press Enter."


class Enough(Exception):
    """The person wants to see the step now; `ticked` is what they had chosen of a question that was not yet through."""

    def __init__(self, ticked: Answer | None):
        super().__init__()
        self.ticked = ticked


class Asked(msgspec.Struct, frozen=True):
    """A question as it is put: `above` it, the answer it has already, if any, and whether `d` ends the questions."""

    question: Question
    above: str
    why: Callable[[], list[str]]
    before: Answer | None = None
    may_stop: bool = False


class InView:
    """A question that is longer than the terminal, screen by screen; `ticked` is what was chosen before the last."""

    def __init__(self, asked: Asked):
        self.asked, self.offered = asked, Offered(asked.question)
        self.ticked: tuple[str, ...] = ()
        self._left: list[str] = []
        self.begin()

    @property
    def has_more(self) -> bool:
        """Does another screen follow?"""
        return len(self._left) > 1

    def begin(self) -> None:
        """Show the first screen."""
        self._left = screens(_shown(self.asked, self.offered))
        self.show()

    def show(self) -> None:
        """Show the screen in view, again."""
        click.echo(self._left[0])

    def next(self) -> None:
        """Show the next screen, below what is ticked so far."""
        rest = "\n".join(self._left[1:])
        if self.ticked:
            labels = (self.offered.choices[key].rstrip(".") for key in self.ticked)
            so_far = texts.sentence(f"So far: {'; '.join(map(texts.recalled, labels))}")
            rest = f"{secondary(wrapped(so_far, width()))}\n{rest}"
        self._left = screens(rest)
        self.show()

    def tick(self, answer: Answer) -> bool:
        """Keep what was chosen on a screen that is not the last; False where the answer is one for the whole list."""
        # Ticked screen by screen: whoever has read half of a list of harm is to see the rest.
        if not self.has_more or not isinstance(answer, tuple) or {NONE, NOT_SURE}.intersection(answer):
            return False
        self.ticked = answer
        return True

    def kept(self) -> Answer | None:
        """What Enter gives at the last screen; None where it gives nothing."""
        if self.ticked:
            return self.ticked
        if self.asked.before is None and self.asked.question.asked == FIRST:
            return NOT_SURE
        return self.asked.before

    def words(self) -> str:
        """What the prompt says."""
        return MORE if self.has_more else THAT_IS_ALL if self.ticked else _what_to_type(self.offered)

    def instead(self) -> str:
        """What else can be typed where something was not understood."""
        if self.ticked:
            return KEEPS
        return self.offered.opening()


def ask(prompt: Prompt, asked: Asked) -> Answer:
    """The answer to a question; one it has already is kept by Enter. Raises what a letter asks for, and Enough."""
    question, view = asked.question, InView(asked)
    offered = view.offered
    while True:
        try:
            said = prompt.line(f"{view.words()}:", asked.why, view.show).lower()
        except Back:
            if not offered.closes():
                raise
            view.begin()
            continue
        if not said and view.has_more:
            view.next()
            continue
        if offered.opens(said) or (not said and offered.closes()):
            view.begin()
            continue
        if not said and (kept := view.kept()) is not None:
            return kept
        if said == DONE and asked.may_stop:
            raise Enough(view.ticked or None)
        try:
            typed = offered.beside(view.ticked, said)
            answer = understood(question, offered.choices, typed, prompt.today, offered.in_view(), offered.numbered())
        except NotUnderstood as problem:
            # Only the prompt comes again: a long list would push this sentence, or itself, off the screen.
            click.echo(wrapped(f"{problem} {view.instead()}", width()))
            continue
        if view.tick(answer):
            view.next()
            continue
        if isinstance(answer, int) and said != str(answer):
            click.echo(wrapped(f"That is {answer_in_words(question, answer)}.", width()))
        return answer


def _shown(asked: Asked, offered: Offered) -> str:
    """The question with what is above it and what is offered, or the group that is open."""
    question, columns = asked.question, width()
    if offered.opened:
        return "\n".join(["", heading(question.ask, columns), *offered.rows(columns)])
    parts = [f"\n{asked.above}\n", heading(question.ask, columns)]
    parts += [wrapped(said, columns) for said in (question.help, asking.SELECT_ANY if question.is_open else "") if said]
    parts += offered.rows(columns)
    parts += [wrapped(opening, columns)] if (opening := offered.opening()) else []
    if asked.before is not None:
        so_far = played_back(question, asked.before)
        parts.append(wrapped(f"Your answer so far: {so_far}. Enter keeps it.", columns))
    elif question.asked == FIRST:
        parts.append(wrapped(LEAVE_OUT, columns))
    if sum(part.count("\n") + 1 for part in parts) + 1 > rows():
        # A long list pushes what is asked off a small screen, so it is said again where the eye is.
        parts += [wrapped(said, columns) for said in (SCROLL, question.ask)[looks.paged() :]]
    return "\n".join(parts)


def _what_to_type(offered: Offered) -> str:
    question = offered.question
    if offered.opened:
        return "Number, or Enter for the other groups"
    if question.unit == "days":
        return "Days, weeks or a date, n or w"
    if question.type == "number":
        return f"A whole number of {question.unit}, n or w"
    return "Numbers, as in 1, 3" if question.type == "many" else "Number"
