"""Letters that no font on the machine has: a picture shows boxes in their place, and somebody has to be told."""

import shutil
import subprocess

from milepost.diagrams.graph import Graph

SECONDS, MOST = 5, 20


def missing(graph: Graph) -> str:
    """The letters of a graph that no font on the machine has; none where nothing here can tell (fontconfig's fc-list).

    One letter stands for its script, as fonts have whole scripts: of each block of 256 the first is asked for.
    """
    if not shutil.which("fc-list"):
        return ""
    words = "".join(f"{node.label}{node.answer}{''.join(row.text for row in node.rows)}" for node in graph.nodes)
    blocks = {ord(c) >> 8: c for c in reversed(words) if ord(c) > 0x24F and c.isalpha()}
    return "".join(c for c in sorted(blocks.values())[:MOST] if not _has(c))


def _has(c: str) -> bool:
    asked = ["fc-list", f":charset={ord(c):x}", "family"]
    try:
        found = subprocess.run(asked, capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return True
    return bool(found.stdout.strip())
