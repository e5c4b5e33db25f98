"""Counts over all examples what has no room on the first screen, and writes it in docs/screens.md."""

import datetime
import re
from collections import Counter
from pathlib import Path

from milepost.engine.telling.first_screen import FEW
from milepost.engine.telling.tell import tell
from milepost.library import Milepost

PAGE = Path(__file__).parent.parent / "screens.md"
SAID = """\
- The first screen has no room for all in {all} of {examples} examples that do not end in help at once. The first thing
  for today waits behind a row in {today} of them, the words to say in {words}, the next moment in {next}, and a third
  "don't" in {dont}; the answer to the person's question in {answer}. Lines about safety take the room in some of them,
  long lines in the others."""
FIGURES = re.compile(r"- The first screen has no room .*?(?=\n- )", re.DOTALL)
TODAY = datetime.date(2026, 1, 15)


def counted() -> Counter:
    """Return how many examples go on, and in how many of these each part waits, or any does."""
    milepost, waiting = Milepost(), Counter(all=0, today=0, words=0, next=0, dont=0, answer=0)
    country = milepost.kb.countries["IE"]
    for example in milepost.kb.examples.values():
        consultation = milepost.consult(example.answers)
        if consultation.step.ends_interview:
            continue
        shown = {section.key: len(section.items) for section in tell(consultation, None, country, TODAY).screen}
        late = [key for key in ("today", "words", "next", "answer") if key in consultation.alone and key not in shown]
        late += ["dont"] if shown.get("dont", 0) < min(FEW, len(consultation.lines("dont"))) else []
        waiting.update([*late, "examples", *(["all"] if late else [])])
    return waiting


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    figures = {part: count or "none" for part, count in counted().items()}
    PAGE.write_text(FIGURES.sub(SAID.format(**figures), page), encoding="utf-8")
