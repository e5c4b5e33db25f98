"""`python -m docs.mutants RUN`: write into docs/promises.md what `milepost prove --mutants --json > RUN` has found.

What slips past is listed with a reason, from docs/mutants-left.yaml; each needs one.
"""

import json
import re
import sys
from pathlib import Path

import yaml

from milepost.engine.mutation.killing import CAUGHT_BY, HARMLESS

FOLDER = Path(__file__).parent
PAGE, LEFT = FOLDER / "promises.md", FOLDER / "mutants-left.yaml"
PLACE = re.compile(r"(<!-- mutants -->\n).*?(<!-- end -->)", re.DOTALL)


def reasons() -> dict[str, str]:
    """Return why a mutant may be left, by its entry and its fault in words."""
    return yaml.safe_load(LEFT.read_text(encoding="utf-8")) or {}


def with_run(page: str, run: dict, why: dict[str, str]) -> str:
    """Return the page with a run in its place. Raises KeyError for a mutant that is left without a reason."""
    return PLACE.sub(lambda found: found[1] + _told(run, why) + found[2], page)


def _told(run: dict, why: dict[str, str]) -> str:
    caught, slipping = run["mutants"], run["slip_past"]
    tried = sum(found["all"] for found in caught.values())
    matter = tried - sum(found[HARMLESS] for found in caught.values())
    rows = ["| fault | mutants | " + " | ".join(CAUGHT_BY) + " |", "|---|" + "---|" * (1 + len(CAUGHT_BY))]
    for name, found in caught.items():
        rows.append(f"| {name} | {found['all']} | " + " | ".join(str(found[by]) for by in CAUGHT_BY) + " |")
    said = f"Of {tried} mutants, {matter} matter, and {matter - len(slipping)} of these are caught by a promise or a"
    lines = [f"{said} check. The knowledge base was `{run['knowledge_base'][:16]}`.", "", *rows, ""]
    if slipping:
        lines += ["| left | fault | harm | why it is left |", "|---|---|---|---|"]
    for each in slipping:
        key = f"{each['at']}: {each['what']}"
        lines.append(f"| `{each['at']}` | {each['what']} | {each['harm']} | {why[key]} |")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    run = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    PAGE.write_text(with_run(PAGE.read_text(encoding="utf-8"), run, reasons()), encoding="utf-8")
