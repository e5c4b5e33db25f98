"""Why a step was recommended: the rules that fired as sentences, each with the answers that fired it."""

from cli.layout import heading, item, wrapped
from engine.consultation.consult import Consultation, Reason
from engine.words import answer_in_words


def why(consultation: Consultation, columns: int) -> list[str]:
    """The reasons, the deeper ones below and further in. Each rule and each answer is said once."""
    rows = [heading("Why", columns)]
    if not consultation.reasons:
        return [*rows, wrapped("No rule spoke for another step. So this one is left: talk it through with somebody.", columns, "  ")]
    return rows + reasons(consultation, consultation.reasons, columns)


def reasons(consultation: Consultation, found: list[Reason], columns: int) -> list[str]:
    """Reasons as lines, without a heading."""
    said: set[str] = set()
    return [row for reason in found for row in _reason(consultation, reason, columns, "  ", said)]


def _reason(consultation: Consultation, reason: Reason, columns: int, indent: str, said: set[str]) -> list[str]:
    if reason.rule.id in said:
        return []
    said.add(reason.rule.id)
    rows = [item(reason.rule.because, columns, indent)]
    for key in reason.answers:
        if key not in said:
            said.add(key)
            rows.append(wrapped(_answer(consultation, key), columns, f"{indent}      ", f"{indent}    "))
    deeper = f"{indent}  " if len(indent) < columns // 6 else indent
    for below in reason.below:
        rows += _reason(consultation, below, columns, deeper, said)
    return rows


def _answer(consultation: Consultation, key: str) -> str:
    question = consultation.kb.questions[key]
    return f'{question.ask} "{answer_in_words(question, consultation.sheet.answers.get(key))}"'
