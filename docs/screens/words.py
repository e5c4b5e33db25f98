"""Counts what `milepost advise` prints for one example of each step, and writes the table of docs/screens.md again."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from milepost.cli.main import main
from milepost.library import Milepost

PAGE = Path(__file__).parent.parent / "screens.md"
HEAD = "| step | before: words | lines | screens | now: words | lines | screens |\n|---|---|---|---|---|---|---|\n"
ROW = re.compile(r"^\| (.+?) \| *(\d*) *\| *(\d*) *\| *[\d.]* *\| *\d+ *\| *\d+ *\| *[\d.]+ *\|$", re.MULTILINE)
# A day that does not move, and a terminal of this width and height.
DAY, COLUMNS, ROWS = "2026-01-15", "80", 24


def table(before: dict[str, tuple[str, str]]) -> str:
    """Return the table; `before` has words and lines of steps that were there already, by their titles."""
    rows = (
        f"| {title} | {_cells(*before.get(title, ('', '')))} | {_cells(str(words), str(lines))} |"
        for title, words, lines in _now()
    )
    return HEAD + "\n".join(rows) + "\n"


def _cells(words: str, lines: str) -> str:
    return f"{words} | {lines} | {int(lines) / ROWS:.1f}" if lines else " | | "


def _now() -> Iterator[tuple[str, int, int]]:
    """Yield each step with the words and the lines that its first example prints."""
    kb = Milepost().kb
    for key, step in kb.steps.items():
        example = next(each.id for each in kb.examples.values() if each.step == key)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            main(["advise", "--example", example, "--today", DAY, "--plain"])
        # The mark before a line of a list is no word.
        words = [each for each in printed.getvalue().split() if re.search(r"\w", each)]
        yield step.title, len(words), len(printed.getvalue().splitlines())


def write(page: Path) -> None:
    """Write the table in a page again; what stood before stays, as nothing can count it any more."""
    text = page.read_text(encoding="utf-8")
    start = text.index(HEAD)
    end = text.find("\n\n", start)
    before = {title: (words, lines) for title, words, lines in ROW.findall(text)}
    rest = text[end + 1 :] if end >= 0 else ""
    page.write_text(text[:start] + table(before) + rest, encoding="utf-8")


if __name__ == "__main__":
    os.environ["COLUMNS"] = COLUMNS
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
