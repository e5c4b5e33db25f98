"""The words of the knowledge base: short, calm, plain."""

import re

import pytest

BANNED = (
    "should",
    "please",
    "sorry",
    "invalid",
    "victim",
    "crazy",
    "toxic",
    "chance",
    "chances",
    "guarantee",
    "percent",
    "score",
)
GENDERED = (
    "he",
    "she",
    "him",
    "her",
    "his",
    "hers",
    "man",
    "men",
    "woman",
    "women",
    "husband",
    "wife",
    "boyfriend",
    "girlfriend",
)
# Where a banned word has a reason to be, with that reason.
ABOUT_THAT_WORD = "this step is about saying that word once"
WHAT_SOMEBODY_ASKS = "people ask what they should do; nobody is told so"
EXCEPTIONS = {
    **{(id, "sorry"): ABOUT_THAT_WORD for id in ("rash_sorry", "teen_sorry", "sorry_said", "step-sorry-is-said")},
    ("question", "should"): WHAT_SOMEBODY_ASKS,
}
# An answer may be about the word, and words are said by one person to another.
ONE_TO_ANOTHER = {("answer", "sorry"), ("words", "sorry")}


def texts(base):
    """(what, id, text) for all that a person may read."""
    for q in base.questions.values():
        yield from (("question", q.key, text) for text in (q.ask, q.why, q.help, *q.options.values()))
    for key, finding in base.findings.items():
        yield from (("finding", key, words) for words in finding.values.values() if key != "step")
    for rule in base.rules.values():
        yield "rule", rule.id, rule.because
    for line in base.advice.values():
        yield from ((line.kind, line.id, text) for text in (line.say, line.because))
    for step in base.steps.values():
        yield from (
            ("step", step.key, text) for text in (step.title, step.say, step.how_long, step.come_back, step.opens_next)
        )
    for system in base.systems.values():
        yield from (
            ("system", system.key, text)
            for text in (system.lets_you, *(part.says for part in system.parts), *system.changed)
        )
    for conflict in base.conflicts.values():
        yield from (("conflict", conflict.id, text) for text in (conflict.followed, conflict.because))
    for piece in base.research.values():
        yield "research", piece.id, piece.says
    for entry in base.at_odds.values():
        yield "at_odds", entry.id, entry.say
    yield from (("about", "about", text) for text in (base.about.upkeep, *base.about.limits))


def test_no_banned_and_no_gendered_word(base):
    found = []
    for what, id, text in texts(base):
        for word in re.findall(r"[a-z']+", text.lower()):
            if word in BANNED + GENDERED and (id, word) not in EXCEPTIONS and (what, word) not in ONE_TO_ANOTHER:
                found.append((what, id, word))
    assert found == []


def test_sentences_are_short(base):
    long = []
    for what, id, text in texts(base):
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            if len(sentence.split()) > 20:
                long.append((what, id, sentence))
    assert long == []


@pytest.mark.parametrize("mark", ["%", "http"])
def test_no_percentage_and_no_address(base, mark):
    assert [id for _, id, text in texts(base) if mark in text] == []
