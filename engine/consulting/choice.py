"""Which of the lines that hold for a person are told, and in which order: few, and the particular ones first."""

from milepost.engine.meaning.holding import ways
from milepost.engine.model.advice import SHOWN_ALONE, Advice
from milepost.engine.model.conclusion import Conclusion
from milepost.engine.model.condition import Any, Condition, Test, parts_of
from milepost.engine.model.knowledge_base import KnowledgeBase
from milepost.engine.model.question import UNKNOWN
from milepost.engine.model.step import STEP

# How many lines of a kind are told, beside the safety lines, which all are. What the sources say besides stands on the
# pages of the systems.
MOST = {"do": 8, "dont": 5, "note": 4, "affirmation": 2}
# How many lines beside the safety lines, of those that a card names, come before what reads the person's answers.
ESSENTIAL = 2
# How many lines on what is particular in a life come before those that a card names.
LEADING = 1
# Up to how many of a kind what is so for everybody is told.
FEW = 3
# A test says something in particular if it accepts at most this part of the values there are, or of the steps.
NARROW, NARROW_STEPS = 1 / 4, 1 / 24


def told(kb: KnowledgeBase, conclusion: Conclusion, kind: str) -> list[Advice]:
    """Return the lines of one kind that are told.

    Safety lines come before the others. Of these, what the step's card names comes first, as what cannot wait is for
    its author to say. Of the others, the first that reads what is particular in the person's life, as the knowledge
    base marks it, comes before the first two that the card names, and what else reads it right after these. Then come
    those that ask for most in particular. The step itself, and answers that do not decide it and so were asked for the
    sake of what is told, count twice as much as what decides it; of two that ask for as much, the one that reads an
    answer comes first. A line that asks for nothing in particular, and that no card names, only fills up where few are
    told. Of a kind that is shown alone, the first in the order of the file; what is for a moment of its own is told by
    itself.
    """
    first = kb.steps[conclusion.step].first
    shown = [line for line in map(kb.advice.__getitem__, conclusion.advice) if line.kind == kind and not line.moment]
    if kind in SHOWN_ALONE:
        return shown[:1]
    safety = _ordered(kb, [line for line in shown if line.safety], first, len(first))
    own = _ordered(kb, [line for line in shown if not line.safety and is_particular(kb, line)], first, 0)
    others = _ordered(kb, [line for line in shown if not line.safety and line not in own], first, ESSENTIAL)
    named = min(ESSENTIAL, sum(line.id in first for line in others))
    chosen = [*own[:LEADING], *others[:named], *own[LEADING:], *others[named:]]
    told = [line for place, line in enumerate(chosen) if place < FEW or line.id in first or weight(kb, line)]
    return safety + (told[: MOST[kind]] if kind in MOST else chosen)


def told_at(kb: KnowledgeBase, conclusion: Conclusion, moment: str) -> Advice | None:
    """Return the line that is told for a moment: the first that holds, in the order of the file."""
    return next((line for line in map(kb.advice.__getitem__, conclusion.advice) if line.moment == moment), None)


def _ordered(kb: KnowledgeBase, lines: list[Advice], first: tuple[str, ...], essential: int) -> list[Advice]:
    named = sorted((line.id for line in lines if line.id in first), key=first.index)
    return sorted(lines, key=lambda line: _rank(kb, line, first, named[:essential]))


def _rank(kb: KnowledgeBase, line: Advice, first: tuple[str, ...], essential: list[str]) -> tuple[bool | int, ...]:
    place = first.index(line.id) if line.id in first else len(first)
    if line.id in essential:
        return (0, place)
    return (1, -weight(kb, line), not line.duty, asks_for_step_alone(kb, line), place)


def weight(kb: KnowledgeBase, line: Advice) -> int:
    """Return how much in particular a line asks for."""
    facts = _particular_of(kb, line)
    return 2 * len(facts - kb.deciding) + len(facts & kb.deciding)


def asks_for_step_alone(kb: KnowledgeBase, line: Advice) -> bool:
    """Is all that a line asks for in particular the step, and no answer of the person?"""
    return _particular_of(kb, line) == {STEP}


def is_particular(kb: KnowledgeBase, line: Advice) -> bool:
    """Does a line read what is so for few, and shapes their days when it is?"""
    return any(kb.questions[fact].particular for fact in _particular_of(kb, line) if fact in kb.questions)


def _particular_of(kb: KnowledgeBase, line: Advice) -> frozenset[str]:
    """What a line asks for in particular; it is worked out once for everybody."""
    kept = kb.kept("particular of lines", dict[str, frozenset[str]])
    if line.id not in kept:
        kept[line.id] = particular(kb, line.when)
    return kept[line.id]


def particular(kb: KnowledgeBase, condition: Condition) -> frozenset[str]:
    """Return the facts, the step among them, of which a condition asks for something that is so for few."""
    if isinstance(condition, Test):
        return frozenset({condition.fact} if _is_narrow(kb, condition) else ())
    parts = [particular(kb, part) for part in parts_of(condition)]
    if isinstance(condition, Any):
        return min(parts, key=len, default=frozenset())
    return frozenset[str]().union(*parts)


def _is_narrow(kb: KnowledgeBase, test: Test) -> bool:
    """Does a test ask for something that few of the values of its fact have?"""
    question, finding = kb.questions.get(test.fact), kb.findings.get(test.fact)
    if question and question.type == "number":
        return bool(test.values)
    usual = finding.otherwise if finding else UNKNOWN
    asked = {state for way in ways(kb, test) for state, wanted in way if wanted}
    part = NARROW_STEPS if test.fact == STEP else NARROW
    return bool(asked) and usual not in asked and len(asked) <= max(1, part * len(kb.values_of(test.fact)))


def most_particular(kb: KnowledgeBase, lines: list[Advice]) -> list[Advice]:
    """Return lines that are told with the safety lines first, then what is particular, then what asks for most so."""

    def rank(line: Advice) -> tuple[bool | int, ...]:
        return (False,) if line.safety else (True, not is_particular(kb, line), -weight(kb, line))

    return sorted(lines, key=rank)
