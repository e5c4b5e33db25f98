"""How a recommendation is told, as data: the sentences of the one telling, the order of sections, and bounds."""

import re

import msgspec

from milepost.engine.consulting.choice import ESSENTIAL, LEADING
from milepost.engine.consulting.choice import FEW as FEW_LINES
from milepost.engine.consulting.choice import MOST as MOST_LINES
from milepost.engine.consulting.disagreement import NO_STEP, NOTHING_WRONG_WITH_YOU, TO_PEOPLE
from milepost.engine.explaining.contrast import MOST as MOST_CHANGES
from milepost.engine.explaining.contrast import OWN_HANDS
from milepost.engine.interview.conversation import AT_A_TIME
from milepost.engine.meaning import words
from milepost.engine.model.advice import KINDS as KINDS_OF_LINES
from milepost.engine.model.advice import SHOWN_ALONE
from milepost.engine.model.helpline import LAST_AFTER, SAID_AFTER
from milepost.engine.model.question import OWN_QUESTION
from milepost.engine.telling import (
    asking,
    countries,
    effects,
    first_screen,
    helplines,
    numbers,
    record,
    rows,
    texts,
    way,
)


class Screen(msgspec.Struct, frozen=True):
    """The first screen: its bounds in words and lines, the order of its sections, and what is told with a reason.

    `recalled` is how many first words stand for a line where its reason is told further down.
    """

    most: int
    few: int
    short: int
    reasons: int
    waiting: tuple[first_screen.Waiting, ...]
    order: tuple[str, ...]
    help_first: tuple[str, ...]
    kinds: dict[str, str]
    reasoned: tuple[str, ...]
    help_only: tuple[str, ...]
    recalled: int


class WayBounds(msgspec.Struct, frozen=True):
    """How many answers a way shows at most, and at least; how many sentences about the step, and beneath these."""

    answers: int
    least: int
    about_step: int
    beneath: int


class Manner(msgspec.Struct, frozen=True):
    """All that is told beside what an author wrote.

    `sentences` have `{}` where something is put in. `number` is a regular expression that finds numbers to call.
    """

    record: str
    sentences: dict[str, str]
    titles: dict[str, str]
    rows: dict[str, str]
    months: tuple[str, ...]
    unknown: dict[str, str]
    said_after: int
    last_after: int
    number: str
    kinds: tuple[str, ...]
    shown_alone: tuple[str, ...]
    most_lines: dict[str, int]
    essential: int
    leading_lines: int
    few_lines: int
    most_changes: int
    own_hands: tuple[str, ...]
    own_question: str
    at_a_time: int
    named: int
    named_for_an_answer: int
    screen: Screen
    way: WayBounds


def manner() -> Manner:
    """Return how recommendations are told."""
    return Manner(
        record=record.SCHEMA,
        sentences=_sentences(),
        titles=texts.TITLES,
        rows=texts.ROWS,
        months=texts.MONTHS,
        unknown=words.SAID_UNKNOWN,
        said_after=SAID_AFTER,
        last_after=LAST_AFTER,
        number=numbers.NUMBER.pattern.replace("(?P<", "(?<"),  # as other languages write a named group
        kinds=KINDS_OF_LINES,
        shown_alone=SHOWN_ALONE,
        most_lines=MOST_LINES,
        essential=ESSENTIAL,
        leading_lines=LEADING,
        few_lines=FEW_LINES,
        most_changes=MOST_CHANGES,
        own_hands=OWN_HANDS,
        own_question=OWN_QUESTION,
        at_a_time=AT_A_TIME,
        named=effects.NAMED,
        named_for_an_answer=effects.NAMED_FOR_AN_ANSWER,
        screen=Screen(
            first_screen.MOST,
            first_screen.FEW,
            first_screen.SHORT,
            first_screen.REASONS,
            first_screen.WAITING,
            first_screen.ORDER,
            first_screen.HELP_FIRST,
            first_screen.KINDS,
            first_screen.REASONED,
            rows.HELP_ONLY,
            texts.RECALLED,
        ),
        way=WayBounds(way.ANSWERS, way.LEAST, way.ABOUT_STEP, way.BENEATH),
    )


def _sentences() -> dict[str, str]:
    """The sentences by the names they have in the telling."""
    named = {
        name: said
        for module in (texts, asking, helplines, countries, effects)
        for name, said in vars(module).items()
        if re.fullmatch("[A-Z_]+", name) and isinstance(said, str) and name != "ANYWHERE"
    }
    more = {
        "NOT_ANSWERED": words.OPEN,
        "NONE_OF_THESE": words.NONE_OF_THESE,
        "NONE_OR_UNKNOWN": words.NONE_OR_UNKNOWN,
        "NO_STEP": NO_STEP,
        "NOTHING_WRONG_WITH_YOU": NOTHING_WRONG_WITH_YOU,
        "TO_PEOPLE": TO_PEOPLE,
    }
    return {**named, **more}
