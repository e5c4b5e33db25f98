"""`python -m benchmarks.starting`: what commands take that must answer at once, as ratios to what they stand on.

CPU seconds of whole processes, in turns; the last line is of reading the shipped knowledge base alone. `ask` is
measured on a terminal, from its start to its first question, by the thread that the person waits for: the rule engine
is got ready in others while they read what stands before it. A bare experta script is the same rules, written out for
experta, and run on one sheet. In an editable install, install it again first: else the knowledge base may be read from
its files.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pexpect

from benchmarks.processes import spent_by_first_thread
from milepost import Milepost
from milepost.engine.meaning.holding import ways
from milepost.engine.meaning.states import states_held
from milepost.engine.model.answer_sheet import Sheet
from milepost.engine.model.condition import All, Claim, Test

ROUNDS = 9
READ = """
import time
from milepost import kb
from milepost.engine.checks.read import read
start = time.process_time()
read(kb.FOLDER, outcomes=False)
print((time.process_time() - start) * 1000)
"""
# How long somebody takes to read what stands before the first question, in seconds.
READING = 4
EXAMPLE = "parents-in-the-first-week"
CLICK = "import click"
SCRIPT = """
from milepost.engine.chaining.experta_port import AND, NOT, OR, Fact, KnowledgeEngine, P, Rule
F = {{name: type(name, (Fact,), {{}}) for name in {facts!r}}}
def fits(ways):
    return P(lambda held: any(all((s in held) == wanted for s, wanted in way) for way in ways))
class Base(KnowledgeEngine):
{rules}
engine = Base()
engine.reset()
engine.declare(*(F[name](held=held) for name, held in {given!r}.items()))
engine.run()
"""


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(bare_script())
        row("milepost --help", _cpu("-m", "milepost", "--help"), CLICK, _cpu("-c", CLICK))
        row("milepost help-now", _cpu("-m", "milepost", "help-now", "--country", "IE"), CLICK, _cpu("-c", CLICK))
        row("milepost ask, to its first question", _first_question, CLICK, _cpu("-c", CLICK))
        advise = _cpu("-m", "milepost", "advise", "--example", EXAMPLE)
        row("milepost advise", advise, "a bare experta script of the same rules", _cpu(str(script)))
    print(f"reading the knowledge base = {statistics.median(_reading() for _ in range(ROUNDS)):.0f} ms")


def row(name: str, measured: Callable[[], float], beside: str, peer: Callable[[], float]) -> None:
    """Print the medians of two measurements in turns, in milliseconds, and the median of the ratios, pair by pair."""
    measured()  # the first run writes byte code, as it does for everybody
    pairs = [(measured(), peer()) for _ in range(ROUNDS)]
    mine, theirs = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{name} : {beside} = {mine:.0f} : {theirs:.0f} ms = {ratio:.2f}")


def bare_script() -> str:
    """Return the rules of the shipped knowledge base and one sheet, as a script for experta alone."""
    milepost = Milepost()
    kb = milepost.kb
    given = {key: set(states_held(kb, q, Sheet(kb.examples[EXAMPLE].answers))) for key, q in kb.questions.items()}

    def element(claim: Claim) -> str:
        if isinstance(claim, Test):
            return f"F[{claim.fact!r}](held=fits({ways(kb, claim)!r}))"
        return f"{'AND' if isinstance(claim, All) else 'OR'}({', '.join(map(element, claim.parts))})"

    rules = []
    for number, rule in enumerate(kb.rules.values()):
        met = ", ".join([element(rule.when), *(f"NOT({element(item)})" for item in rule.unless)])
        rules.append(f"    @Rule({met}, salience={len(kb.rules) - number})")
        rules.append(f"    def r{number}(self):\n        self.declare(F[{rule.finding!r}](held={{{rule.value!r}}}))")
    return SCRIPT.format(facts=[*kb.questions, *kb.settled], rules="\n".join(rules), given=given)


def _cpu(*arguments: str) -> Callable[[], float]:
    def measure() -> float:
        process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, arguments
        return usage.ru_utime + usage.ru_stime

    return measure


def _reading() -> float:
    """Milliseconds to read the knowledge base in a process that has loaded all that reads it."""
    return float(subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True).stdout)


def _first_question() -> float:
    child = pexpect.spawn(sys.executable, ["-m", "milepost", "ask"], timeout=60)
    child.expect("Enter to begin: ")
    time.sleep(READING)
    child.send("\r")
    child.expect("Letter or number: ")
    taken = spent_by_first_thread(child.pid)
    child.close(force=True)
    return taken


if __name__ == "__main__":
    main()
