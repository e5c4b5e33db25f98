"""Faults: what is wrong in a file that somebody wrote, where, and what to do about it.

The ladder followed is clear, gentle, concise, thorough, actionable: lower case, no full stop, the author's own words in
backticks, always a place, no type names.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from milepost.engine.model.position import Position

A_WORD, LONGEST_WORD = re.compile(r"\w*"), 30


class Fault(NamedTuple):
    """One fault: `at` is its place, `problem` says what is wrong, `remedy` what to do, `extract` shows the line."""

    at: Position
    problem: str
    remedy: str = ""
    extract: str = ""

    def __str__(self) -> str:
        lines = [f"{self.at}: {self.problem}"]
        if self.extract:
            lines += self.extract.splitlines()
        if self.remedy:
            lines.append(f"  {self.remedy}")
        return "\n".join(lines)


class Faulty(Exception):
    """Something could not be read; `faults` are all that is wrong with it, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(f) for f in self.faults))


class KnowledgeBaseFaulty(Faulty):
    """The knowledge base has faults."""


class SheetFaulty(Faulty):
    """The answer sheet has faults."""


def with_extract(fault: Fault, text: str, width: int = 100) -> Fault:
    """The fault with the line it stands on, cut to `width` so that the word at the caret is in it."""
    lines = text.splitlines()
    if not 1 <= fault.at.line <= len(lines):
        return fault
    line, column = lines[fault.at.line - 1].replace("\t", " "), fault.at.column
    found = A_WORD.match(line, column - 1)
    word = min(LONGEST_WORD, len(found[0]) if found else 0)
    start = max(0, min(column - 1, column - 1 + max(1, word) - width))
    number = str(fault.at.line)
    shown = line[start : start + width].rstrip()
    caret = " " * (len(number) + column - 1 - start)
    return fault._replace(extract=f"  {number} | {shown}\n     {caret}^")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A remedy that names the closest known word; else, where there are few, all of them; else `otherwise`."""
    import difflib  # only what went wrong needs it, and help comes at once

    known = list(known)
    close = difflib.get_close_matches(str(word), known, n=1, cutoff=0.7)
    if close:
        return f"did you mean `{close[0]}`?"
    if 0 < len(known) <= 8:
        return "use one of " + ", ".join(f"`{k}`" for k in known)
    return otherwise
