"""The entries that say what a person is told: lines of advice, and answers that are at odds."""

from typing import Any

import msgspec

from milepost.engine.language.entries import LINES, REVIEWED, SOURCES, UNLESS, WHEN
from milepost.engine.language.fields import NAME, Fields
from milepost.engine.language.kinds import CONDITION, DAY, FLAG, TEXT, Field, Kind, word, words
from milepost.engine.model.advice import ANSWER, KINDS, MOMENTS, WORDS, Advice
from milepost.engine.model.at_odds import AtOdds
from milepost.engine.model.condition import All, Condition, Test
from milepost.engine.model.question import OWN_QUESTION
from milepost.engine.model.step import CONTACT

# The kinds of line by which something can be sent to the other person.
SENDS = ("kind", "do", ANSWER, WORDS)
# What an answer is about is condition enough.
ADVICE_WHEN = msgspec.structs.replace(
    WHEN, required=False, required_where=("kind", *(kind for kind in KINDS if kind != ANSWER))
)


def _advice(
    f: Fields,
    when: Condition,
    unless: tuple[Condition, ...],
    to: tuple[str, ...] = (),
    silent: tuple[Condition, ...] = (),
    **rest: Any,
) -> Advice:
    if to:
        asked = Test(OWN_QUESTION, "is", to, f.place("to"))
        when = asked if when == All(()) else All((when, asked))
    return Advice(when=when, unless=(*unless, *(() if rest["safety"] else silent)), to=to, **rest)


ADVICE = Kind(
    "advice",
    "A do, a don't, a note, help, or an affirmation; an answer to their question; words to say, or said with the step.",
    (
        Field("kind", word(KINDS, "note"), "Which of these it is."),
        Field("to", words(NAME, "options"), f"The options of the question `{OWN_QUESTION}` that it answers.",
              where=("kind", ANSWER)),
        Field("to_whom", TEXT, "To whom, if not the other person.", False, where=("kind", WORDS)),
        Field("moment", word(MOMENTS), "When to do it: today, or at the next moment.", False, where=("kind", "do")),
        Field("say", TEXT, "The line, as the person reads it."),
        ADVICE_WHEN,
        UNLESS,
        Field("contact", word(CONTACT, "none"), "How far it goes towards the other person.", False,
              required_where=SENDS),
        Field("duty", FLAG, "`yes`: children, home, money, work or court.", False, required_where=SENDS),
        Field("safety", FLAG, "`yes`: never silenced, folded or cut.", required=False),
        Field("replaces", LINES, "The lines it silences where its condition holds.", required=False),
        Field("lines", words(NAME, "purposes"), "The purposes of the helplines to show.", False,
              required_where=("kind", "help")),
        Field("about", words(NAME, "subjects"), "What it is about, as listed in order.yaml.", required=False),
        Field("because", TEXT, "The reason, in one sentence that a person reads."),
        SOURCES,
        REVIEWED,
        Field("withdrawn", DAY, "When it was taken back: from then on it is shown to nobody.", required=False),
    ),
    _advice,
    "advice",
    a="a line of advice",
)  # fmt: skip

AT_ODDS = Kind(
    "at_odds entry",
    "Answers that do not fit each other, told near the top.",
    (
        Field("when", CONDITION, "The answers, two at least.", remedy="add `when: {question: answer, other: answer}`"),
        Field("say", TEXT, "What does not fit, and what was made of it."),
        REVIEWED,
    ),
    lambda f, **values: AtOdds(**values),
    "at_odds",
    a="an entry of `at_odds`",
)
