"""`python -m benchmarks.starting`: how long commands take that must answer at once, beside Python's own start.

`ask` runs without a terminal here, so that it only names the answers it needs.
"""

import statistics
import subprocess
import sys
import time

ROUNDS = 9
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "milepost -h": ["-m", "milepost", "-h"],
    "milepost help-now": ["-m", "milepost", "help-now", "--country", "IE"],
    "milepost ask": ["-m", "milepost", "ask"],
    "milepost check": ["-m", "milepost", "check"],
}


def main() -> None:
    # In turns, so that a busy moment of the machine falls on all of them.
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            times[name].append(_seconds(arguments))
    bare = statistics.median(times["python -c pass"])
    print(f"{'the median of ' + str(ROUNDS) + ' rounds':<24} {'time':>9} {'best':>9} {'ratio':>6}")
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:<24} {middle * 1000:>6.0f} ms {min(taken) * 1000:>6.0f} ms {middle / bare:>6.1f}")


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
