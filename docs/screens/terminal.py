"""Takes the pictures of `milepost ask` anew: what a real terminal shows, as SVG."""

import html
import os
import re
import sys
from pathlib import Path

import pexpect

from milepost.engine.language.sheet_file import write_sheet
from milepost.engine.model.answer_sheet import Sheet
from milepost.library import Milepost

COLUMNS, ROWS = 80, 44
WIDE, HIGH, MARGIN = 8.4, 19, 16
CODE = re.compile(r"\x1b\[([0-9;]*)m")
CLASSES = {"1": "bold", "2": "dim", "36": "accent"}
STYLE = (
    "text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#1d2529;white-space:pre}"
    "rect{fill:#fbfaf7;stroke:#c9cfd2}.bold{font-weight:700}.dim{fill:#4d5a61}.accent{fill:#0b4a5e;font-weight:700}"
    "@media(prefers-color-scheme:dark){text{fill:#e8ecee}rect{fill:#14191c;stroke:#4a565c}"
    ".dim{fill:#b3bfc5}.accent{fill:#8fd0e4}}"
)
# The examples whose first screens are shown.
EXAMPLES = {
    "pause": "parents-in-the-first-week",
    "asking": "good-meetings-both-lean-that-way",
    "danger": "choked-in-the-first-days",
}
# A day that does not move, as on the pictures of the pages.
ARGUMENTS = ["-m", "milepost", "ask", "--today", "2026-01-15"]


def take(folder: Path) -> None:
    """Writes the pictures into a folder."""
    (folder / "terminal-start.svg").write_text(_drawn(_begun([])[-1], "milepost ask"))
    (folder / "terminal-question.svg").write_text(_drawn(_begun([], "", "", "")[-1], "a question"))
    for name, example in EXAMPLES.items():
        kept = folder / f".{example}.yaml"
        kept.write_text(_answers(example))
        try:
            shown = _begun(["--from", str(kept), "--country", "IE"], until="Letter, or q to leave")
        finally:
            kept.unlink()
        (folder / f"terminal-{name}.svg").write_text(_drawn(shown[-1], f"the first screen: {name}"))


def _answers(example: str) -> str:
    """The sheet of an example, with every question that is asked answered."""
    milepost = Milepost()
    talk = milepost.begin()
    given = milepost.kb.examples[example].answers
    while talk.question is not None:
        talk = talk.answered(given.get(talk.question.key, "not_sure"))
    return write_sheet(milepost.kb, Sheet(dict(talk.sheet.answers)))


def _begun(arguments: list[str], *typed: str, until: str = "") -> list[str]:
    """What is shown before each line that is typed, and after the last; then Enter is pressed `until` that is there."""
    environment = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "FORCE_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable, [*ARGUMENTS, *arguments], env=environment, dimensions=(ROWS, COLUMNS), encoding="utf-8"
    )
    shown = []
    lines = [*typed]
    while True:
        child.expect(r": $", timeout=60)
        shown.append(child.before + child.after)
        if not lines and until in shown[-1]:
            break
        child.sendline(lines.pop(0) if lines else "")
    child.close(force=True)
    return shown


def _drawn(shown: str, title: str) -> str:
    lines = shown.replace("\r", "").strip("\n").split("\n")
    rows = [_line(line, MARGIN + HIGH * (number + 0.75)) for number, line in enumerate(lines)]
    wide, high = COLUMNS * WIDE + 2 * MARGIN, len(lines) * HIGH + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" role="img">'
        f"<title>{html.escape(title)}, on a terminal</title><style>{STYLE}</style>"
        f'<rect x=".5" y=".5" width="{wide - 1:.0f}" height="{high - 1:.0f}" rx="8"/>{"".join(rows)}</svg>\n'
    )


def _line(line: str, y: float) -> str:
    parts, styles = [], []
    for place, piece in enumerate(CODE.split(line)):
        if place % 2:
            styles = [] if piece in ("", "0") else [*styles, *(CLASSES[c] for c in piece.split(";") if c in CLASSES)]
        elif piece:
            said = html.escape(piece)
            parts.append(f'<tspan class="{" ".join(styles)}">{said}</tspan>' if styles else said)
    return f'<text x="{MARGIN}" y="{y:.1f}">{"".join(parts)}</text>\n'


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
