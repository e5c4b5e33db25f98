"""The exact reasons as text.

The answers that do not fit, those that decide, what would change the step, and what was left open.
"""

from milepost.cli.terminal.layout import heading, item, wrapped
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.meaning.words import answer_in_words
from milepost.engine.telling.at_odds import misfits

HANDS = {"mine": "in your hands", "time": "with time", "theirs": "theirs to decide"}


def at_odds(consultation: Consultation, columns: int) -> list[str]:
    """The answers that do not fit each other, and what was made of them."""
    found = misfits(consultation)
    rows = [heading("Two answers that do not fit", columns)] if found else []
    for misfit in found:
        rows.append(item(misfit.entry.say, columns))
        rows += [
            wrapped(_answer(consultation, key, consultation.sheet.answers.get(key)), columns, "      ", "    ")
            for key in misfit.questions
        ]
    return rows


def deciding(consultation: Consultation, explanation: Explanation, columns: int) -> list[str]:
    """The answers that by themselves lead to this step; the ones that rang no alarm in one sentence."""
    loud = [key for key in explanation.deciding if key not in explanation.quiet]
    rows = [heading("What decided it", columns)]
    rows.append(wrapped("These answers alone lead to this step, whatever else you might have said.", columns, "  "))
    rows += [item(_answer(consultation, key, consultation.sheet.answers.get(key)), columns) for key in loud]
    if explanation.quiet:
        rows.append(item("Nothing you told us rang an alarm.", columns))
    return rows


def what_would_change(consultation: Consultation, explanation: Explanation, columns: int) -> list[str]:
    """The smallest changes that give another step, each with whose it is."""
    rows = [heading("What would change it", columns)]
    if not explanation.changes:
        return [*rows, wrapped("Nothing that can change would give another step for now.", columns, "  ")]
    for change in explanation.changes:
        parts = [
            f"{_answer(consultation, key, answer)} ({HANDS[consultation.kb.questions[key].changes]})"
            for key, answer in change.answers.items()
        ]
        rows.append(item(" and ".join(parts), columns))
        rows.append(wrapped(f"Then: {consultation.kb.steps[change.step].title}", columns, "      ", "    "))
    return rows


def left_open(consultation: Consultation, explanation: Explanation, columns: int) -> list[str]:
    """What was answered with an unknown and can matter. Of a guard question only its why is told."""
    if not explanation.left_open:
        return []
    rows = [heading("What you left open", columns), wrapped("We took the safer road there.", columns, "  ")]
    for left in explanation.left_open:
        question = consultation.kb.questions[left.question]
        if not left.steps:
            rows.append(item(f"{question.ask} {question.why}", columns))
            continue
        titles = list(dict.fromkeys(consultation.kb.steps[step].title for step in left.steps.values()))
        rows.append(item(f"{question.ask} Knowing it could lead to: {'; '.join(titles)}.", columns))
    return rows


def _answer(consultation: Consultation, key: str, answer) -> str:
    question = consultation.kb.questions[key]
    return f'{question.ask} "{answer_in_words(question, answer)}"'
