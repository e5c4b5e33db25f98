"""`python -m benchmarks`: every figure that was asked for, as rows of the table in RESULTS.md; takes some ten minutes.

For a machine with nothing else to do. In an editable install, install it again first. What each command prints beside
these figures goes by unread: run it by itself to see all of it.
"""

import os
import re
import subprocess
import sys
from functools import cache

# What is measured; what was asked for; the command; and where its output has the figures.
ROWS = (
    ("`--help` : `import click`", "1.4 at most", "starting", r"--help .* = (.*)"),
    ("`help-now` : `import click`", "1.4 at most", "starting", r"help-now .* = (.*)"),
    ("`ask` to its first question : `import click`", "4 at most", "starting", r"ask, .* = (.*)"),
    ("`advise` : a bare experta script of its rules", "1.5 at most", "starting", r"advise .* = (.*)"),
    ("reading the shipped knowledge base", "25 ms at most", "starting", r"reading .* = (.*)"),
    ("next question: median, 99 of 100", "2, 10 ms", "interview", r"next question +median +(.*? ms).* 99% +(.*? ms)"),
    ("all reasons: median, 99 of 100", "25 ms at most", "interview", r"all reasons +median +(.*? ms).* 99% +(.*? ms)"),
    ("circuit : experta : CLIPS, 300 rules", "1 : 1,500 : 10 at least", "consulting", r" 300 .* (1 : .*)"),
    ("`web` at rest", "120 MB, 1 s at most", "pages --rounds 1", r"at rest: (.* MB), (.* s) of work"),
    ("200 people: pages a second", "230 to 535", "pages --rounds 1", r"round 1: .*errors; (.*?) pages"),
    ("200 people: 99 of 100 within", "1 s", "pages --rounds 1", r"round 1: .* 99 of 100 within (.*? ms)"),
    ("pages a second that one core can serve", "", "pages --rounds 1", r"can serve (.*?) a second"),
    ("the slowest promise, by all methods", "1 s at most", "proofs --slowest", r"\n +(.*? s) "),
)


def main() -> None:
    print(f"{os.cpu_count()} cores, a load of {os.getloadavg()[0]:.1f} before; Python {sys.version.split()[0]}\n")
    print("| what | asked | reached | `python -m benchmarks.` |\n|---|---|---|---|")
    for what, asked, command, figures in ROWS:
        found = re.search(figures, _printed(command))
        reached = ", ".join(found.groups()) if found else "not measured"
        print(f"| {what} | {asked} | {' '.join(reached.split())} | `{command}` |", flush=True)


@cache
def _printed(command: str) -> str:
    """What one of the benchmarks prints."""
    module, *options = command.split()
    return subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *options], stdout=subprocess.PIPE, text=True, check=True
    ).stdout


if __name__ == "__main__":
    main()
