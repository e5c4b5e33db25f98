"""What the system tells of another process."""

import os
import subprocess


def memory(process: subprocess.Popen) -> int:
    """The memory of a process in MB, where the system tells it."""
    try:
        with open(f"/proc/{process.pid}/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0


def spent(process: subprocess.Popen) -> float:
    """The seconds of work a process has done, where the system tells it."""
    try:
        with open(f"/proc/{process.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def spent_by_first_thread(pid: int) -> float:
    """The seconds of work that the first thread of a process has done; what is got ready beside it does not count."""
    with open(f"/proc/{pid}/task/{pid}/schedstat") as told:
        return int(told.read().split()[0]) / 1e9
