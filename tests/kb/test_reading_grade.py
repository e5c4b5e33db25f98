"""Every card and page of forty words or more reads at grade 6 or lower."""

from collections import defaultdict

import pytest

from tests.kb.reading import SYLLABLES, TERMS, grade, syllables, words

HIGHEST = 6.0
LEAST_WORDS = 40
COUNTED = {
    "a": 1, "the": 1, "you": 1, "your": 1, "ex": 1, "they": 1, "pause": 1, "home": 1, "house": 1, "safe": 1, "quiet": 2, "message": 2,
    "letter": 2, "tell": 1, "about": 2, "people": 2, "danger": 2, "remember": 3, "important": 3, "possible": 3, "decision": 3,
    "harassment": 3, "community": 4, "afterwards": 3, "yourself": 2, "themselves": 2, "coffee": 2, "needed": 2, "asked": 1, "walked": 1,
    "something": 2, "every": 2, "written": 2, "honest": 2, "silence": 2, "contact": 2,
}  # fmt: skip


def cards(base):
    """Every card or page, by name, as its texts."""
    found = defaultdict(list)
    for step in base.steps.values():
        found[f"step {step.key}"] += [step.title, step.say, step.how_long, step.come_back, step.opens_next]
    for q in base.questions.values():
        found[f"topic {q.topic}"] += [q.ask, q.why, q.help, *q.options.values()]
    for rule in base.rules.values():
        found[f"reasons in {rule.at.file}"].append(rule.because)
    for line in base.advice.values():
        found[f"advice in {line.at.file}"] += [line.say, line.because]
    for system in base.systems.values():
        found[f"system {system.key}"] += [system.lets_you, *(part.says for part in system.parts), *system.changed]
    for conflict in base.conflicts.values():
        found[f"conflict {conflict.id}"] += [
            *(side.says for side in conflict.sides),
            conflict.followed,
            conflict.because,
        ]
    for statement in base.statements.values():
        if statement.why:
            found[f"declined in {statement.source}"] += [statement.why, statement.instead]
    found["research"] += [piece.says for piece in base.research.values()]
    found["at_odds"] += [entry.say for entry in base.at_odds.values()]
    found["about"] += [base.about.upkeep, *base.about.limits]
    return {name: "\n".join(text for text in texts if text) for name, texts in found.items()}


def test_every_card_reads_at_grade_six(base):
    measured = {name: round(grade(text), 2) for name, text in cards(base).items() if len(words(text)) >= LEAST_WORDS}
    assert len(measured) > 100
    assert {name: found for name, found in measured.items() if found > HIGHEST} == {}


@pytest.mark.parametrize(("word", "count"), COUNTED.items())
def test_syllables_are_counted_right(word, count):
    assert syllables(word) == count


def test_the_lists_stay_short():
    assert len(TERMS) <= 60
    assert TERMS & set(SYLLABLES) == set()
