"""The other steps that were looked at, each with what speaks for it and against it."""

from milepost.cli.terminal.layout import FEW, heading, item, wrapped
from milepost.cli.terminal.reasons import reasons
from milepost.engine.consulting.consult import Consultation
from milepost.engine.telling.options import Option, options


def other_steps(consultation: Consultation, columns: int, everything: bool) -> list[str]:
    """The steps that were considered, strongest first.

    Unless `everything`, three of them, and three rules on each side.
    """
    others = [option for option in options(consultation) if not option.chosen]
    if not others:
        return []
    most = None if everything else FEW
    rows = [heading("Other steps we looked at", columns)]
    rows.append(wrapped("Something spoke for these too. Your next step comes before them.", columns, "  "))
    for option in others[:most]:
        rows += _option(consultation, option, columns, most)
    if len(others) > len(others[:most]):
        rows.append(f"    ({len(others) - len(others[:most])} more with --all)")
    return rows


def _option(consultation: Consultation, option: Option, columns: int, most: int | None) -> list[str]:
    rows = [
        item(option.step.title, columns),
        "    For:",
        *reasons(consultation, option.speaks_for, columns, "      ", most),
        "    Against:",
    ]
    for each in option.against[:most]:
        rows.append(item(f"{each.step.title}. {each.order}", columns, "      "))
        rows += reasons(consultation, each.reasons, columns, "        ", most)
    if len(option.against) > len(option.against[:most]):
        rows.append(f"        ({len(option.against) - len(option.against[:most])} more with --all)")
    return rows
