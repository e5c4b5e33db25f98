"""The recommendation as text: the step, do and don't, why, what else was considered, and people who can help."""

import datetime

import msgspec

from milepost.cli.terminal.exact import at_odds, left_open, what_would_change
from milepost.cli.terminal.helplines import lines_for, reachable
from milepost.cli.terminal.layout import FEW, heading, item, wrapped
from milepost.cli.terminal.other_steps import other_steps
from milepost.cli.terminal.reasons import why
from milepost.engine.consulting.consult import Consultation
from milepost.engine.explaining.explain import Explanation
from milepost.engine.model.advice import Advice
from milepost.engine.model.evidence import STANCES
from milepost.engine.model.helpline import Country
from milepost.engine.telling.countries import emergency
from milepost.engine.telling.evidence import conflicts, research
from milepost.engine.telling.review import overdue

SHOWN = 5
SECTIONS = {"do": "Do", "dont": "Don't", "note": "Good to know"}


class Page(msgspec.Struct, frozen=True):
    """What a recommendation is written on: its width, the day, the reader's country, and if they can be asked things.

    Lists are cut to five lines unless `everything`, safety lines never.
    """

    columns: int
    today: datetime.date
    country: Country | None = None
    everything: bool = False
    asking: bool = False


def opening(consultation: Consultation, page: Page) -> str:
    """The answer to what was asked, and the step; with the people who can help, where the step ends the interview."""
    return _joined(
        answer(consultation, page.columns),
        _step(consultation, page.columns),
        _people(consultation, page) if consultation.step.ends_interview else [],
        *_at_hand(consultation, page.columns),
    )


def the_rest(consultation: Consultation, page: Page, explanation: Explanation | None = None) -> str:
    """All that comes after `opening`; with the exact reasons where there is an explanation."""
    return _joined(
        at_odds(consultation, page.columns),
        *(_advice(title, consultation.lines(kind), page) for kind, title in SECTIONS.items()),
        why(consultation, page.columns),
        what_would_change(consultation, explanation, page.columns) if explanation else [],
        left_open(consultation, explanation, page.columns) if explanation else [],
        other_steps(consultation, page.columns, page.everything),
        _disagreements(consultation, page),
        _research(consultation, page),
        [] if consultation.step.ends_interview else _people(consultation, page),
        _late(consultation, page),
        _nothing_fits(consultation, page.columns),
    )


def folded(consultation: Consultation, columns: int) -> str:
    """The lines that `the_rest` leaves out; empty if there are none."""
    parts = []
    for kind, title in SECTIONS.items():
        lines = [line for line in consultation.lines(kind) if line not in _cut(consultation.lines(kind))]
        parts.append([heading(title, columns), *(item(line.say, columns) for line in lines)] if lines else [])
    return _joined(*parts)


def answer(consultation: Consultation, columns: int) -> list[str]:
    """What the person came to ask, with its answer; nothing where they did not say."""
    line = consultation.answer
    if line is None:
        return []
    return [heading(f"You asked: {consultation.asked}", columns), wrapped(line.say, columns, "  ")]


def _at_hand(consultation: Consultation, columns: int) -> list[list[str]]:
    """What to do today, a sentence to say, and the next moment, as far as there is one of each."""
    words = consultation.words
    said = f'"{words.say}"' if words else ""
    lines = {
        "Today": consultation.today.say if consultation.today else "",
        " to ".join(["You could say", *([words.to_whom] if words and words.to_whom else [])]): said,
        "The next moment": consultation.next_moment.say if consultation.next_moment else "",
    }
    return [[heading(title, columns), wrapped(say, columns, "  ")] for title, say in lines.items() if say]


def _joined(*parts: list[str]) -> str:
    return "\n\n".join("\n".join(part) for part in parts if part)


def _step(consultation: Consultation, columns: int) -> list[str]:
    # The words of a finding start with a small letter, a card's own text does not.
    step, how_long = consultation.step, consultation.how_long
    return [
        heading("Your next step", columns),
        heading(step.title, columns, "  "),
        "",
        wrapped(consultation.say, columns, "  "),
        "",
        wrapped(f"How long: {how_long[:1].upper()}{how_long[1:]}", columns, "    ", "  "),
        wrapped(f"Come back: {step.come_back}", columns, "    ", "  "),
        wrapped(f"Further on: {step.opens_next}", columns, "    ", "  "),
    ]


def _cut(lines: list[Advice]) -> list[Advice]:
    return [line for n, line in enumerate(lines) if n < SHOWN or line.safety]


def _advice(title: str, lines: list[Advice], page: Page) -> list[str]:
    shown = lines if page.everything else _cut(lines)
    rows = [heading(title, page.columns), *(item(line.say, page.columns) for line in shown)] if lines else []
    if len(shown) < len(lines):
        rows.append(f"    ({len(lines) - len(shown)} more {'at the end' if page.asking else 'with --all'})")
    return rows


def _disagreements(consultation: Consultation, page: Page) -> list[str]:
    """Where sources disagree: both sides, what was followed and why."""
    found = conflicts(consultation)
    rows = [heading("Where sources disagree", page.columns)] if found else []
    for conflict in found if page.everything else found[:FEW]:
        sides = " ".join(f'"{side.says}"' for side in conflict.sides)
        rows.append(item(f"{conflict.about}. {sides}", page.columns))
        rows.append(wrapped(f"We follow: {conflict.followed} {conflict.because}", page.columns, "      ", "    "))
    if len(found) > FEW and not page.everything:
        rows.append(f"    ({len(found) - FEW} more with --all)")
    return rows


def _research(consultation: Consultation, page: Page) -> list[str]:
    """What research says about what is shown here, each with its citation."""
    found = research(consultation)
    rows = [heading("What research says", page.columns)] if found else []
    for piece in found if page.everything else found[:FEW]:
        # A sentence that says itself that evidence is missing needs no second one.
        stance = "" if piece.stance == "no_evidence" and "evidence" in piece.says else STANCES[piece.stance]
        rows.append(item(f"{piece.says} {stance}".strip(), page.columns))
        cited = [consultation.kb.statements[id].cite for id in piece.studies]
        rows += [wrapped(cite, page.columns, "      ", "    ") for cite in cited if cite]
    if len(found) > FEW and not page.everything:
        rows.append(f"    ({len(found) - FEW} more with --all)")
    return rows


def _people(consultation: Consultation, page: Page) -> list[str]:
    """Help lines of the advice with the numbers behind them; nothing where no advice calls for them."""
    lines = consultation.lines("help")
    if not lines and not consultation.step.ends_interview:
        return []
    columns = page.columns
    rows = [heading("People who can help", columns), wrapped(emergency(page.country), columns, "    ", "  ")]
    rows += [item(line.say, columns) for line in lines]
    for country in reachable(consultation.kb, page.country):
        rows += ["", lines_for(country, consultation.purposes, columns, page.today)]
    if page.country is None and not page.asking:
        rows += ["", wrapped("For the numbers of your country, by its two letters:", columns, "  ")]
        rows.append("    milepost help-now --country IE")
    return rows


def _late(consultation: Consultation, page: Page) -> list[str]:
    late = overdue(consultation, page.today)
    return (
        [wrapped(f"Some of this was last checked over a year ago, on {min(late)}. Take it with care.", page.columns)]
        if late
        else []
    )


def _nothing_fits(consultation: Consultation, columns: int) -> list[str]:
    people = "Talk to a person you trust, or to one of the people above."
    if not consultation.lines("help"):
        people = "Talk to a person you trust. `milepost help-now` lists people you can call."
    return [heading("Nothing here fits you?", columns), wrapped(f"You know your life best. {people}", columns, "  ")]
