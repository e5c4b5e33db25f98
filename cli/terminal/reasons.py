"""Why a step was recommended: the rules that fired as sentences, each with the answers that fired it."""

from collections.abc import Iterable, Iterator

from milepost.cli.terminal.layout import heading, item, wrapped
from milepost.engine.consulting.consult import Consultation, Reason
from milepost.engine.meaning.words import answer_in_words


def why(consultation: Consultation, columns: int) -> list[str]:
    """The reasons, the deeper ones below and further in. Each rule and each answer is said once."""
    rows = [heading("Why", columns)]
    if not consultation.reasons:
        return [
            *rows,
            wrapped(
                "No rule spoke for another step. So this one is left: talk it through with somebody.", columns, "  "
            ),
        ]
    return rows + reasons(consultation, consultation.reasons, columns)


def reasons(
    consultation: Consultation, found: Iterable[Reason], columns: int, indent: str = "  ", most: int | None = None
) -> list[str]:
    """Reasons as lines, without a heading; `most` is how many rules are told, if not all."""
    every = list(_each_once(found, 0, set()))
    rows: list[str] = []
    said: set[str] = set()
    for depth, reason in every[:most]:
        inner = indent + "  " * min(depth, columns // 12)
        rows.append(item(reason.rule.because, columns, inner))
        for key in reason.answers:
            if key not in said:
                said.add(key)
                rows.append(wrapped(_answer(consultation, key), columns, f"{inner}      ", f"{inner}    "))
    if len(every) > len(every[:most]):
        rows.append(f"{indent}  ({len(every) - len(every[:most])} more with --all)")
    return rows


def _each_once(found: Iterable[Reason], depth: int, met: set[str]) -> Iterator[tuple[int, Reason]]:
    """Every reason with how deep it lies, each rule once."""
    for reason in found:
        if reason.rule.id not in met:
            met.add(reason.rule.id)
            yield depth, reason
            yield from _each_once(reason.below, depth + 1, met)


def _answer(consultation: Consultation, key: str) -> str:
    question = consultation.kb.questions[key]
    return f'{question.ask} "{answer_in_words(question, consultation.sheet.answers.get(key))}"'
