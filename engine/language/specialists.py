"""The entries for specialists: their part of the knowledge base, decisions for them, and who has looked at what."""

from milepost.engine.language.entries import REVIEWED
from milepost.engine.language.fields import FILE, ID, NAME
from milepost.engine.language.kinds import DAY, TEXT, Field, Kind, items, words
from milepost.engine.model.about import Review
from milepost.engine.model.specialist import Decision, Situation, Specialist

SITUATION = Kind(
    "situation",
    "A group of lines in the kit of a specialist.",
    (
        Field("title", TEXT, "What the lines have in common, for somebody who knows nothing of the rules."),
        Field("reads", words(NAME, "questions and findings"), "A line that looks at one of these belongs here."),
    ),
    lambda f, at, **values: Situation(**values),
)
SPECIALIST = Kind(
    "specialist",
    "What one kind of specialist is asked to look at: `milepost review-kit --for NAME`.",
    (
        Field("who", TEXT, "Who that is, in words."),
        Field("unalarming", words(ID, "an example"), "An example without alarm; each answer is tried on it."),
        Field("questions", words(NAME, "questions"), "Their questions, in the order of asking."),
        Field("steps", words(NAME, "steps"), "Their steps."),
        Field("situations", items(SITUATION, "a list of situations", "a situation of {0}"), "Groups of their lines."),
        Field("screens", words(ID, "examples"), "Examples that are shown as a person gets them."),
        Field("helplines", words(NAME, "purposes"), "The purposes of the helplines they know."),
    ),
    lambda f, unalarming, **values: Specialist(unalarming=next(iter(unalarming), ""), **values),
    "specialists",
    FILE,
    "a specialist",
)  # fmt: skip
DECISION = Kind(
    "decision",
    "A choice that needs a specialist.",
    (
        Field("ask", TEXT, "The question, for somebody who knows nothing of the rules."),
        Field("now", TEXT, "What is done today."),
        Field("because", TEXT, "Why."),
        Field("examples", words(ID, "examples"), "Examples that show what is done today."),
        REVIEWED,
    ),
    lambda f, **values: Decision(**values),
    "decisions",
    a="a decision",
)
REVIEW = Kind(
    "review",
    "Somebody who has looked at a part of the rules.",
    (
        Field("name", TEXT, "Who."),
        Field("role", TEXT, "What they work as."),
        Field("date", DAY, "When."),
        Field("scope", words(FILE, "names of specialists"), "The parts they looked at, as under `specialists`."),
    ),
    lambda f, **values: Review(**values),
)
